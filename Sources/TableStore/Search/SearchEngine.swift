internal import LMDB
internal import TermAnalysis
internal import UnicodeText

/// A search over whatever a read reaches: one scope, or all of them.
struct SearchEngine {
  let session: Session
  let table: StoredTable
  let index: SearchLayout
  let plan: SearchPlan
  let scopes: [Scope]
  let budget: SearchBudget

  /// A search reads at most so many postings unless it is said otherwise.
  static let usualLimit = 20_000_000

  /// A row that matches.
  struct Found {
    let row: UInt64
    let scope: Scope
  }

  /// - Throws: `.invalidValue` when the text cannot be read, `.incompatible` when the index has to be rebuilt.
  init(
    _ session: Session, _ table: StoredTable, _ reach: Reach, index id: UInt8?, _ text: String, _ mode: SearchMode,
    limit: Int = usualLimit
  ) throws {
    session.requireOpen()
    guard let index = table.searches.first(where: { id == nil || $0.id == id }) else {
      let name = table.schema.indexes.first { $0.id == id }?.name
      throw StoreError(
        .invalidValue,
        name.map { "the store was made without the full-text index \($0); name it in StoreOptions.fulltextIndexes" }
          ?? "the table has no full-text index",
        table: table.schema.name)
    }
    try session.requireReady(index, table)
    (self.session, self.table, self.index) = (session, table, index)
    plan = try SearchPlan(text, mode)
    budget = SearchBudget(limit)
    scopes =
      switch reach {
      case .tenant(let tenant) where table.schema.isScoped: [.tenant(tenant)]
      default: try session.scopes(of: table)
      }
  }

  /// A field as users know it.
  func name(of field: Int) -> String {
    let part = index.definition.parts[field]
    return table.schema.columns[part.column].name + (part.member.map { ".\($0)" } ?? "")
  }

  /// The search in one scope.
  ///
  /// - Parameters:
  ///   - other: what is looked for instead.
  ///   - hasScores: whether its `scorer` is asked for.
  ///   - narrowing: which rows are in question.
  func run(
    _ scope: Scope, plan other: SearchPlan? = nil, hasScores: Bool = false, narrowing: SearchNarrowing? = nil
  ) throws -> SearchRun {
    try SearchRun(session, table, index, scope, other ?? plan, budget, hasScores: hasScores, narrowing: narrowing)
  }

  /// All rows that match, by primary key.
  func allRows() throws -> [Found] {
    var found: [Found] = []
    for scope in scopes {
      try run(scope).forEach(includesDeleted: true) { row, _ in
        found.append(Found(row: row, scope: scope))
        return row + 1
      }
    }
    if scopes.count > 1 { found.sort { $0.row < $1.row } }
    return found
  }

  /// The primary keys of all rows that match, as a condition has them.
  func allKeys() throws -> RangeSet<Int128> {
    var keys = RangeSet<Int128>()
    for found in try allRows() { keys.insert(contentsOf: Int128(found.row)..<Int128(found.row) + 1) }
    return keys
  }
}

extension Session {
  /// The versions that the lists of full-text indexes depend on.
  static let searchVersions: [UInt8] = {
    let versions = (try? ICUVersions.current()).map { "\($0)" } ?? "no ICU"
    return Array("lists \(SearchLayout.version), terms \(TextAnalyzer.version), \(versions)".utf8)
  }()

  /// Whether an index's lists were made by the rules of this program and this ICU.
  final func isReady(_ index: SearchLayout, _ table: StoredTable) throws -> Bool {
    try transaction.record(MetaRecords.search(table.schema.name, index.id), in: store.meta) == Self.searchVersions
  }

  /// Refuses an index whose lists were made by other rules.
  final func requireReady(_ index: SearchLayout, _ table: StoredTable) throws {
    guard try !isReady(index, table) else { return }
    let record = try transaction.record(MetaRecords.search(table.schema.name, index.id), in: store.meta)
    let made = record.map { "was made with \(String(decoding: $0, as: UTF8.self))" } ?? "is yet to be built"
    throw StoreError(
      .incompatible,
      "the full-text index \(made), this program has \(String(decoding: Self.searchVersions, as: UTF8.self)); "
        + "rebuild it",
      table: table.schema.name, constraint: index.definition.name)
  }
}
