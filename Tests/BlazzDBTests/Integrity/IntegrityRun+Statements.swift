import Foundation
import Testing

@testable import BlazzDB
@testable import TableStore

extension IntegrityRun {
  /// Runs a statement on both sides; why it was refused, or nothing.
  func perform(
    _ statement: IntegrityStatement, _ place: Int, _ db: Tables<Writing>, _ context: ModelContext
  ) throws -> Set<ModelRefusal> {
    let schema = model.tables[place].schema
    let table = try #require(db.table(named: schema.name))
    switch statement {
    case .insert(let values): return try insert(values, place, table, context)
    case .upsert(let values): return try upsert(values, place, table, context)
    case .update(let key, let values):
      let result = attempt { try table.update(key, set: named(values, schema)) }
      let expected = malformed(values, schema) ?? keyed(key, schema) { model.update(place, $0, set: values, context) }
      let refusals = try require(result, expected)
      if case .success(true) = result { journal?.update(schema, key, values, refusals) }
      if case .failure = result { journal?.update(schema, key, values, refusals) }
      return refusals
    case .erase(let key):
      let result = attempt { try table.erase(key) }
      let refusals = try require(result, keyed(key, schema) { model.erase(place, $0, context) })
      if case .success(true) = result { journal?.erase(schema, key, refusals) }
      return refusals
    case .replace(let values): return try replace(values, place, db, context)
    case .delete(let key): return try delete(key, place, db, context)
    case .eraseTyped(let key):
      let result = attempt { try eraseTyped(Blazz.tables[place], key, db) }
      return try require(result, model.erase(place, ModelKey(key)!, context))
    }
  }

  private func insert(
    _ values: [Int: SQLValue], _ place: Int, _ table: DynamicTable<Writing>, _ context: ModelContext
  ) throws -> Set<ModelRefusal> {
    let schema = table.schema
    let result = attempt { try table.insert(named(values, schema)) }
    let uuids = try uuids(of: result, values, table)
    let expected = malformed(values, schema) ?? model.insert(place, values, context) { uuids[$0] ?? .text("-") }
    let refusals = try require(result, expected)
    journal?.insert(schema, values, refusals)
    return refusals
  }

  private func upsert(
    _ values: [Int: SQLValue], _ place: Int, _ table: DynamicTable<Writing>, _ context: ModelContext
  ) throws -> Set<ModelRefusal> {
    let schema = table.schema
    let next = model.tables[place].next
    let result = attempt { try table.upsert(named(values, schema)) }
    let expected: ModelOutcome<Bool> =
      switch malformed(values, schema) ?? model.upsertHolder(place, values, context) {
      case .refused(let refusals): .refused(refusals)
      case .done(let key?):
        switch model.update(place, key, set: values.filter { $0.key != schema.primaryKey }, context) {
        case .refused(let refusals): .refused(refusals)
        case .done: .done(false)
        }
      case .done(nil):
        switch model.insert(place, values, context, uuid: try newUUIDs(result, values, place, next, table)) {
        case .refused(let refusals): .refused(refusals)
        case .done: .done(true)
        }
      }
    let refusals = try require(result, expected)
    journal?.upsert(schema, values, refusals)
    return refusals
  }

  private func replace(
    _ values: [SQLValue], _ place: Int, _ db: Tables<Writing>, _ context: ModelContext
  ) throws -> Set<ModelRefusal> {
    let schema = model.tables[place].schema
    let key = ModelKey(values[schema.primaryKey])!
    let result = attempt { try update(Blazz.tables[place], values, db) }
    let old = model.tables[place].rows[key]!
    let touched = schema.columns.indices.filter {
      schema.columns[$0].updatesTimestamp || schema.columns[$0].name == "updated_at"
    }
    let row = ModelRow(values: values, scope: old.scope)
    let expected = model.replace(place, key, row, touching: touched, context)
    if case .success(let stored) = result, case .done(var wanted) = expected {
      // A row does not tell whose it is where it inherits that.
      if let column = schema.layout.scopeInKey { wanted[column] = stored[column] }
      guard zip(stored, wanted).allSatisfy(SQLValue.isSame) else { throw Disagreement("\(stored) and not \(wanted)") }
      return []
    }
    return try require(result.map { _ in true }, expected.map { _ in true })
  }

  private func delete(
    _ key: SQLValue, _ place: Int, _ db: Tables<Writing>, _ context: ModelContext
  ) throws -> Set<ModelRefusal> {
    let schema = model.tables[place].schema
    let result = attempt { try delete(Blazz.tables[place], key, db) }
    guard let column = schema.softDeleteColumn else {
      return try require(result, model.erase(place, ModelKey(key)!, context))
    }
    guard var row = model.tables[place].rows[ModelKey(key)!], context.reaches(row.scope), row.values[column] == .null
    else { return try require(result, .done(false)) }
    row.values[column] = .text(context.now)
    let touched = schema.columns.indices.filter {
      schema.columns[$0].updatesTimestamp || schema.columns[$0].name == "updated_at"
    }
    return try require(
      result, model.replace(place, ModelKey(key)!, row, touching: touched, context).map { _ in true })
  }
}

// MARK: The typed API, for a table that is only known when the test runs

extension IntegrityRun {
  private func update<Row: Table>(_: Row.Type, _ values: [SQLValue], _ db: Tables<Writing>) throws -> [SQLValue] {
    let row = try Row.make(values)
    let table = db.table(Row.self).withDeleted()
    if maker.chance(2) { return try table.update(row).values() }
    return try table.update(row.primaryKey) { $0 = row }.values()
  }

  private func delete<Row: Table>(_: Row.Type, _ key: SQLValue, _ db: Tables<Writing>) throws -> Bool {
    var values = [SQLValue](repeating: .null, count: Row.schema.columns.count)
    values[Row.schema.primaryKey] = key
    return try db.table(Row.self).delete(Row.key(values))
  }

  private func eraseTyped<Row: Table>(_: Row.Type, _ key: SQLValue, _ db: Tables<Writing>) throws -> Bool {
    var values = [SQLValue](repeating: .null, count: Row.schema.columns.count)
    values[Row.schema.primaryKey] = key
    return try db.table(Row.self).erase(Row.key(values))
  }
}

// MARK: Comparing

extension IntegrityRun {
  private func attempt<Result>(_ body: () throws -> Result) -> Swift.Result<Result, any Error> { .init(catching: body) }

  /// Holds what a statement did against what it should have done.
  private func require<Result: Equatable>(
    _ result: Swift.Result<Result, any Error>, _ expected: ModelOutcome<Result>
  ) throws -> Set<ModelRefusal> {
    switch (result, expected) {
    case (.success(let result), .done(let expected)):
      guard result == expected else { throw Disagreement("\(result) and not \(expected)") }
      return []
    case (.failure(let error as StoreError), .refused(let refusals)):
      guard refusals.contains(where: { $0.matches(error) }) else {
        throw Disagreement("refused with \(error) (\(error.code)) and not for \(refusals)")
      }
      return refusals
    case (.success(let result), .refused(let refusals)): throw Disagreement("\(result), though \(refusals)")
    case (.failure(let error), _): throw Disagreement("refused with \(error), though nothing is wrong")
    }
  }

  /// A statement on a row by its key's text; a text that is no key is refused.
  private func keyed<Result>(
    _ text: String, _ schema: TableSchema, _ body: (ModelKey) -> ModelOutcome<Result>
  ) -> ModelOutcome<Result> {
    guard schema.hasIntegerKey else { return body(.text(ModelText.equalityKey(text))) }
    if let key = UInt64(text) { return body(.number(key)) }
    return .refused([.init(.invalidValue, column: schema.columns[schema.primaryKey].name)])
  }

  /// Bytes that should be text and are none are refused before all else.
  private func malformed<Result>(_ values: [Int: SQLValue], _ schema: TableSchema) -> ModelOutcome<Result>? {
    let columns = values.filter { ordinal, value in
      guard case .bytes = value, schema.columns[ordinal].storage != .bytes else { return false }
      return ModelValues.text(value) == nil
    }
    guard !columns.isEmpty else { return nil }
    return .refused(Set(columns.map { .init(.invalidValue, column: schema.columns[$0.key].name) }))
  }

  private func named(_ values: [Int: SQLValue], _ schema: TableSchema) -> [String: SQLValue] {
    Dictionary(uniqueKeysWithValues: values.map { (schema.columns[$0.key].name, $0.value) })
  }

  /// The UUIDs that the store made for a new row.
  private func uuids(
    of result: Swift.Result<SQLValue, any Error>, _ values: [Int: SQLValue], _ table: DynamicTable<Writing>
  ) throws -> [Int: SQLValue] {
    let columns = table.schema.columns.indices.filter {
      table.schema.columns[$0].defaultValue == .uuid && values[$0] == nil
    }
    guard case .success(let key) = result, !columns.isEmpty else { return [:] }
    var uuids: [Int: SQLValue] = [:]
    _ = try table.get(key.keyText) { row in
      for column in columns { uuids[column] = try row.value(column) }
    }
    for uuid in uuids.values where UUID(uuidString: uuid.keyText)?.uuidString.lowercased() != uuid.keyText {
      throw Disagreement("\(uuid) is no UUID")
    }
    return uuids
  }

  /// The same for a row that an upsert stored, whose key it does not tell.
  private func newUUIDs(
    _ result: Swift.Result<Bool, any Error>, _ values: [Int: SQLValue], _ place: Int, _ next: UInt64,
    _ table: DynamicTable<Writing>
  ) throws -> (Int) -> SQLValue {
    let (given, column) = (values[table.schema.primaryKey] ?? .null, table.schema.columns[table.schema.primaryKey])
    let key = given == .null ? .integer(Int128(next)) : ModelValues.stored(given, column)
    guard case .success = result, let key else { return { _ in .text("-") } }
    let uuids = try uuids(of: .success(key), values, table)
    return { uuids[$0] ?? .text("-") }
  }
}

extension ModelOutcome {
  func map<Other>(_ transform: (Result) -> Other) -> ModelOutcome<Other> {
    switch self {
    case .done(let result): .done(transform(result))
    case .refused(let refusals): .refused(refusals)
    }
  }
}
