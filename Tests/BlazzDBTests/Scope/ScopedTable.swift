import BlazzDB
import TableStore
import Testing

/// A scoped table whatever its row type, so that one test serves all of them.
protocol ScopedTableCheck {
  var name: String { get }
  /// Reads as a workspace by every public call, and sees its own rows only.
  func checkReads(_ blazz: Blazz, as workspace: ID<WorkspaceRecord>) throws
  /// Changes other workspaces' rows by every public call, and moves none.
  func checkWrites(_ blazz: Blazz, as workspace: ID<WorkspaceRecord>) throws
}

/// What the checks need to know of a table.
struct ScopedTable<Row: Table>: ScopedTableCheck {
  typealias Index = (index: TableIndex<Row>, firstValue: (Row) -> any ColumnValue)

  /// Every index that can be read in order, with the value of its first column.
  let indexes: [Index]
  /// Whose a row is, told without the engine's scopes.
  let owner: (Row, Tables<Reading>) throws -> ID<WorkspaceRecord>?

  var name: String { Row.schema.name }

  /// The rows of a workspace and all others, deleted ones too.
  private func split(
    _ blazz: Blazz, _ workspace: ID<WorkspaceRecord>
  ) throws -> (own: [Row], foreign: [Row]) {
    let (own, foreign) = try blazz.system.read { db throws in
      let rows = try db.table(Row.self).withDeleted().all()
      let isOwn = try rows.map { try owner($0, db) == workspace }
      return (zip(rows, isOwn).filter(\.1).map(\.0), zip(rows, isOwn).filter { !$0.1 }.map(\.0))
    }
    #expect(!own.isEmpty && !foreign.isEmpty, "\(name): nothing to keep apart")
    return (own, foreign)
  }

  func checkReads(_ blazz: Blazz, as workspace: ID<WorkspaceRecord>) throws {
    let (own, foreign) = try split(blazz, workspace)
    let keys = Set(own.map(\.primaryKey.sqlValue))
    try blazz.workspace(workspace).read { db throws in
      let handle = db.table(Row.self)
      let table = handle.withDeleted()
      func expectOwn(_ rows: [Row], _ what: String) {
        #expect(Set(rows.map(\.primaryKey.sqlValue)) == keys && rows.count == keys.count, "\(name): \(what)")
      }
      expectOwn(try table.all(), "all")
      #expect(try table.count() == keys.count)
      #expect(Set(try handle.all().map(\.primaryKey.sqlValue)).isSubset(of: keys))
      var visited: [Row] = []
      try table.forEach { visited.append($0) }
      expectOwn(visited, "forEach")
      for (index, _) in indexes {
        expectOwn(try table.order(by: index).all(), index.definition.name)
        expectOwn(try table.order(by: index, .descending).all(), index.definition.name)
        #expect(try table.order(by: index).count() == keys.count)
      }
      for row in foreign { try checkCannotSee(row, db, keys) }
    }
  }

  private func checkCannotSee(_ row: Row, _ db: Tables<Reading>, _ own: Set<SQLValue>) throws {
    let table = db.table(Row.self).withDeleted()
    #expect(try db.table(Row.self).get(row.primaryKey) == nil)
    #expect(try table.get(row.primaryKey) == nil)
    #expect(code { try table.require(row.primaryKey) } == .notFound)
    let text = SQLText(row.primaryKey.sqlValue)
    let isSeen = try db.table(named: name)?.get(text.description) { _ in Issue.record("\(name) \(text) was lent") }
    #expect(isSeen == false)
    for (index, firstValue) in indexes {
      let value = firstValue(row)
      let found = try table.matching(index, value).all()
      #expect(Set(found.map(\.primaryKey.sqlValue)).isSubset(of: own), "\(index.definition.name)")
      #expect(try table.matching(index, value).count() == found.count)
      if index.definition.kind == .unique {
        #expect(found.isEmpty)
        #expect(try table.find(index, value) == nil)
      }
      if index.definition.parts.first?.column == Row.schema.scopeColumn {
        #expect(found.isEmpty, "\(index.definition.name): another workspace was asked for")
      }
    }
  }

  func checkWrites(_ blazz: Blazz, as workspace: ID<WorkspaceRecord>) throws {
    let (_, foreign) = try split(blazz, workspace)
    let before = try contents(blazz)
    for row in foreign {
      try blazz.workspace(workspace).writeSync { db throws in
        for table in [db.table(Row.self), db.table(Row.self).withDeleted()] {
          #expect(code { try table.update(row) } == .notFound)
          #expect(
            code { try table.update(row.primaryKey) { _ in Issue.record("\(name): a row was lent") } } == .notFound)
          #expect(try table.delete(row.primaryKey) == false)
          #expect(try table.erase(row.primaryKey) == false)
        }
      }
    }
    #expect(try contents(blazz) == before, "\(name) changed")
  }

  private func contents(_ blazz: Blazz) throws -> [[SQLValue]] {
    try tableContents(blazz, name)
  }
}

/// All values of a table, past the borders of workspaces.
func tableContents(_ blazz: Blazz, _ name: String) throws -> [[SQLValue]] {
  var rows: [[SQLValue]] = []
  try blazz.system.read { db throws in
    let table = try #require(db.table(named: name))
    try table.forEach { row in
      var values: [SQLValue] = []
      for column in table.schema.columns.indices { values.append(try row.value(column)) }
      rows.append(values)
    }
  }
  return rows
}

/// A key as SQL writes it.
private struct SQLText: CustomStringConvertible {
  let description: String

  init(_ value: SQLValue) {
    description =
      switch value {
      case .integer(let number): "\(number)"
      case .text(let text): text
      default: ""
      }
  }
}
