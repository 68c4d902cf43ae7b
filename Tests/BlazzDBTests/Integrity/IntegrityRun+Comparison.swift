import Foundation
import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

extension IntegrityRun {
  /// Holds all rows of some tables against the model.
  func requireRows(_ places: some Sequence<Int>) throws {
    try store.read(.everything) { db in
      for place in places.sorted() {
        let expected = model.tables[place]
        let table = try #require(db.table(named: expected.schema.name))
        var count = 0
        try table.forEach { row in
          count += 1
          try expected.requireSame(row)
        }
        guard count == expected.rows.count else {
          throw Disagreement("\(expected.schema.name): \(count) rows and not \(expected.rows.count)")
        }
      }
    }
  }

  /// Holds everything that the store has against the model: rows, every index in both directions as the system and as a
  /// workspace sees it, and the number of entries.
  func requireAll() throws {
    try requireRows(model.tables.indices)
    for reach in [Reach.everything, .tenant(maker.values.random.pick(StatementMaker.tenants))] {
      try store.read(reach) { db in
        for (place, table) in Blazz.tables.enumerated() { try requireIndexes(table, place, db, reach) }
      }
    }
    try requireEntries()
  }

  private func requireIndexes<Row: Table>(
    _: Row.Type, _ place: Int, _ db: Tables<Reading>, _ reach: Reach
  ) throws {
    let (table, schema) = (model.tables[place], Row.schema)
    let context = ModelContext(reach: reach, now: "")
    let rows = table.rows.values.filter { context.reaches($0.scope) }
    let handle = db.table(Row.self).withDeleted()
    let byKey = ModelOrder([schema.primaryKey], schema).sorted(rows)
    try requireOrder(handle.all(), byKey, schema, "by primary key")
    for index in Row.orderedIndexes {
      let sorted = ModelOrder(index.definition.parts.map(\.column) + [schema.primaryKey], schema).sorted(rows)
      let name = index.definition.name
      try requireOrder(handle.order(by: index).all(), sorted, schema, name)
      try requireOrder(handle.order(by: index, .descending).all(), sorted.reversed(), schema, "\(name), descending")
      try requireMatching(index, handle, sorted, schema)
    }
  }

  /// The rows that agree with one of them in the first columns of an index, asked for in another spelling.
  private func requireMatching<Row: Table>(
    _ index: TableIndex<Row>, _ handle: TableHandle<Row, Reading>, _ sorted: [ModelRow], _ schema: TableSchema
  ) throws {
    guard !sorted.isEmpty else { return }
    let row = sorted[maker.number(0..<sorted.count)]
    let columns = index.definition.parts.map(\.column).prefix(maker.number(1..<index.definition.parts.count + 1))
    let asked = columns.map { column -> SQLValue in
      if case .text(let text) = row.values[column], schema.columns[column].storage == .text {
        return .text(maker.values.spelling(of: text) + (maker.chance(2) ? " " : ""))
      }
      return row.values[column]
    }
    let order = ModelOrder(Array(columns), schema)
    let spelled = columns.enumerated().reduce(into: row) { $0.values[$1.element] = asked[$1.offset] }
    let expected = sorted.filter { order.compare($0, spelled) == 0 }
    let name = index.definition.name
    try requireOrder(handle.matching(index, all: asked).all(), expected, schema, "\(name) = \(asked)")
    guard index.definition.kind == .unique, asked.count == index.definition.parts.count, !asked.contains(.null) else {
      return
    }
    let found = try handle.find(index, all: asked)
    try requireOrder(found.map { [$0] } ?? [], expected, schema, "\(name) has \(asked)")
  }

  private func requireOrder<Row: Table>(
    _ rows: [Row], _ expected: [ModelRow], _ schema: TableSchema, _ what: String
  ) throws {
    let keys = rows.map(\.primaryKey.sqlValue)
    let wanted = expected.map { $0.values[schema.primaryKey] }
    guard keys != wanted else { return }
    // Long text keys that agree in their first 255 bytes lie in no given order: only then rows may change places.
    let isSettled = schema.hasIntegerKey || !wanted.contains { $0.keyText.utf8.count > 200 }
    guard !isSettled, Set(keys) == Set(wanted), keys.count == wanted.count else {
      throw Disagreement("\(schema.name) \(what): \(keys.map(\.keyText)) and not \(wanted.map(\.keyText))")
    }
  }

  /// Every row has one entry in each index whose condition is true of it and, in a scoped table, one in the locator; chunks
  /// are those of long rows.
  private func requireEntries() throws {
    for (name, entries) in try store.rawTables() {
      let table = model.tables[model.place(name)]
      var counts = [Int](repeating: 0, count: 256)
      var chunks = 0
      for entry in entries {
        counts[Int(entry.key[0])] += 1
        guard entry.key[0] == KeySpace.rows, entry.value[0] & RowFormat.overflow != 0 else { continue }
        let length = entry.value.suffix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        chunks += (length + KeyLimits.chunk - 1) / KeyLimits.chunk
      }
      var wanted: [UInt8: Int] = [KeySpace.rows: table.rows.count]
      if table.schema.isScoped { wanted[KeySpace.locator] = table.rows.count }
      var byName: [String: Int] = [:]
      for index in table.schema.indexes {
        // What is in a full-text index is another test's: here its entries have to be counted.
        guard index.kind != .fulltext else {
          byName[index.name] = counts[Int(index.id)]
          continue
        }
        wanted[index.id] = table.entries(of: index)
        byName[index.name] = wanted[index.id]
      }
      for (space, expected) in wanted where counts[Int(space)] != expected {
        throw Disagreement("\(name): \(counts[Int(space)]) entries in key space \(space) and not \(expected)")
      }
      guard counts[Int(KeySpace.overflow)] == chunks else { throw Disagreement("\(name): chunks without a row") }
      let sizes = try store.read(.everything) { db in try #require(db.table(named: name)).storedSizes() }
      let areCounted = sizes.indexes.allSatisfy { $0.state != "readable" || $0.entries == byName[$0.name] }
      guard sizes.rows == table.rows.count, areCounted else {
        throw Disagreement("\(name): the recorded sizes are not those of \(table.rows.count) rows")
      }
    }
  }
}

extension ModelTable {
  /// Holds a stored row against the one with the same key.
  fileprivate func requireSame(_ row: borrowing RowReader) throws {
    let key = ModelKey(try row.value(schema.primaryKey))
    guard let expected = key.flatMap({ rows[$0] }) else {
      throw Disagreement("\(schema.name): there should be no row \(try row.value(schema.primaryKey))")
    }
    for (ordinal, wanted) in expected.values.enumerated() {
      let value = try row.value(ordinal)
      guard SQLValue.isSame(value, wanted) else {
        let place = "\(schema.name) \(expected.values[schema.primaryKey].keyText) \(schema.columns[ordinal].name)"
        throw Disagreement("\(place) is \(value) and not \(wanted)")
      }
    }
  }
}
