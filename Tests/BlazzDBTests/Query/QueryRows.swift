import Foundation
import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// Fills all tables, and one of the test's own, with rows that agree in much: NULLs, texts that are equal under the
/// collation, texts beyond what a key holds that share their beginnings, extremes, and rows that are marked as deleted.
final class QueryRows {
  static let tenants: [UInt64] = [1, 2, 3]
  private let run: IntegrityRun
  private var model: IntegrityModel { run.model }

  init(_ store: Store, _ random: SeededRandom) throws {
    run = IntegrityRun(store, random)
    run.maker.values.badPart = 1_000_000
    for _ in 0..<2 {
      for tenant in Self.tenants { try fill(.tenant(tenant), 16) }
      try fill(.everything, 5)
    }
    try store.writeSync(.everything) { db in
      let table = try #require(db.table(named: ProbeRow.schema.name))
      for _ in 0..<120 { try insertProbe(table) }
    }
  }

  private func fill(_ reach: Reach, _ count: Int) throws {
    try run.store.writeSync(reach) { db in
      let session = try #require(db.session as? WriteSession)
      let now = ModelValues.text(Int(session.now.timeIntervalSince1970))
      let context = ModelContext(reach: reach, now: now)
      try prepare(db, context)
      for place in model.tables.indices {
        for _ in 0..<count {
          let values = varied(run.maker.newRow(place, model, context), place)
          _ = try run.perform(.insert(values), place, db, context)
        }
      }
    }
  }

  private func prepare(_ db: Tables<Writing>, _ context: ModelContext) throws {
    let (users, workspaces) = (model.place("users"), model.place("workspaces"))
    while model.tables[users].keys.count < 5 {
      _ = try run.perform(.insert(run.maker.newRow(users, model, context)), users, db, context)
    }
    guard let tenant = context.scope.tenant else { return }
    while model.tables[workspaces].rows[.number(tenant)] == nil {
      var values = run.maker.newRow(workspaces, model, context)
      values[model.tables[workspaces].schema.primaryKey] = .integer(Int128(tenant))
      _ = try run.perform(.insert(values), workspaces, db, context)
    }
  }

  /// Most rows not deleted, and some texts long with a beginning that they share.
  private func varied(_ values: [Int: SQLValue], _ place: Int) -> [Int: SQLValue] {
    let table = model.tables[place]
    var values = values
    if let deleted = table.schema.softDeleteColumn, run.maker.number(0..<4) > 0 { values[deleted] = .null }
    let pointers = Set(table.pointers.map(\.column))
    for (ordinal, column) in table.schema.columns.enumerated() where !pointers.contains(ordinal) {
      guard run.maker.chance(ordinal == table.schema.primaryKey ? 2 : 7) else { continue }
      switch column.type {
      case .varchar(let limit) where limit >= 100:
        values[ordinal] = .text(String(repeating: "漢", count: limit - 3) + ending)
      case .text, .mediumtext, .longtext:
        values[ordinal] = .text(String(repeating: "shared beginning ", count: 40) + ending)
      default: break
      }
    }
    return values
  }

  private var ending: String { run.maker.values.random.pick(["a", "A", "b", "Á ", "ab", "c"]) }

  private func insertProbe(_ table: DynamicTable<Writing>) throws {
    let schema = table.schema
    var values: [String: SQLValue] = [
      "workspace_id": .integer(Int128(run.maker.values.random.pick(Self.tenants)))
    ]
    for (ordinal, column) in schema.columns.enumerated()
    where ordinal != schema.primaryKey && column.name != "workspace_id" {
      if column.name == "deleted_at", run.maker.number(0..<4) > 0 { continue }
      let isLong = column.storage == .text && run.maker.chance(4) && column.type == .text
      values[column.name] =
        isLong
        ? .text(String(repeating: "shared beginning ", count: 40) + ending)
        : run.maker.values.value(column, isUnique: false)
    }
    do { try table.insert(values) } catch let error as StoreError where error.code == .duplicate {}
  }

  /// All tables with the rows that they hold, looked up in the order of their primary keys.
  func tables() throws -> [QueryTable] {
    let types: [any Table.Type] = Blazz.tables + [ProbeRow.self]
    return try run.store.read(.everything) { db in
      try types.map { type in
        let table = try #require(db.table(named: type.schema.name))
        var rows: [(values: [SQLValue], scope: Scope)] = []
        try table.forEach { row in
          rows.append((try row.values(type.schema), try table.session.address(of: row, table.table).scope))
        }
        if type != ProbeRow.self { #expect(rows.count == model.tables[model.place(type.schema.name)].rows.count) }
        return QueryTable(type, rows)
      }
    }
  }
}

/// Indexes of kinds that the CRM's tables need not have: partial ones, prefixes, several texts in one key.
@Table("probe_rows", id: 250, scope: .workspace)
struct ProbeRow {
  var id: ID<ProbeRow>
  var workspaceID: ID<WorkspaceRecord>
  @Column(.varchar(40)) var code: String?
  @Column(.text) var title: String?
  @Column(.text) var body: String?
  @Column(.decimal(10, 2)) var amount: Decimal?
  var priority: Int8?
  var isOpen: Bool
  var dueAt: Date?
  var deletedAt: Date?

  static let byCode = Index.unique("probe_code", id: 1, on: \.code, \.priority)
  static let open = Index.own("probe_open", id: 2, on: \.workspaceID, \.dueAt, where: Self.columns.isOpen == true)
  static let alive = Index.own(
    "probe_alive", id: 3, on: \.workspaceID, \.priority, \.title, where: Self.columns.deletedAt.isNil)
  static let texts = Index("probe_texts", id: 4, on: \.title, \.body, \.code)
  static let byAmount = Index("probe_amount", id: 5, on: \.amount, \.isOpen, \.priority)
  static let byPrefix = Index("probe_prefix", id: 6, on: \.title[prefix: 3], \.amount)
  static let byBody = Index.own("probe_body", id: 7, on: \.isOpen, \.body, where: Self.columns.priority > 0)
}
