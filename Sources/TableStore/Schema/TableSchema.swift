/// Everything the engine knows of a table: columns, indexes, scope, and where each value lies.
///
/// One value a table, made once by `@Table` and shared.
public final class TableSchema: Sendable {
  /// The SQL name, also the name of the table's LMDB database.
  public let name: String
  /// The persistent number of the table, 1…255: in every row's checksum, never reused.
  public let id: UInt8
  /// What part of the application it belongs to: the folder of the file that declares it, in lower case.
  public let domain: String
  /// How rows are divided among tenants.
  public let scope: ScopeDeclaration
  /// Whether rows belong to tenants.
  public let isScoped: Bool
  /// The columns in declared order.
  public let columns: [ColumnDefinition]
  /// The primary key's column.
  public let primaryKey: Int
  /// Whether the primary key is a number, which lives in the row's key alone.
  public let hasIntegerKey: Bool
  /// The indexes in declared order.
  public let indexes: [IndexDefinition]
  /// The column that names the tenant or leads to it; `nil` for a global table.
  public let scopeColumn: Int?
  /// The column that marks a row as deleted: `deleted_at`.
  public let softDeleteColumn: Int?
  /// The columns that an update sets to its time when it leaves them alone: ON UPDATE CURRENT_TIMESTAMP, and
  /// `updated_at`, which applications fill in.
  let touchedColumns: [Int]
  /// Where values lie in a row.
  let layout: RowLayout
  /// The sizes of a row's parts.
  let shape: RowShape
  /// That a row is not marked as deleted.
  let isNotDeleted: Filter?
  /// The NULL bit of `softDeleteColumn`.
  let softDeleteBit: Int?
  /// The indexes that have entries, with their key layouts; a store may lack some of our own.
  let maintained: [IndexLayout]
  /// The full-text indexes; a store may lack some of our own.
  let searches: [SearchLayout]

  /// Checks and prepares a table's description.
  public init(
    name: String, id: UInt8, domain: String, scope: ScopeDeclaration, columns: [ColumnDefinition], primaryKey: Int,
    indexes: [IndexDefinition]
  ) {
    precondition(id > 0, "table \(name): a table id is 1…255")
    precondition(Set(indexes.map(\.id)).count == indexes.count, "table \(name): two indexes share an id")
    precondition(Set(columns.map(\.name)).count == columns.count, "table \(name): two columns share a name")
    self.name = name
    self.id = id
    self.domain = domain
    self.scope = scope
    isScoped = scope != .global
    self.columns = columns
    self.primaryKey = primaryKey
    hasIntegerKey = columns[primaryKey].storage != .text
    self.indexes = indexes
    scopeColumn =
      switch scope {
      case .global, .referred: nil
      case .workspace: Self.ordinal(of: "workspace_id", in: columns, table: name)
      case .inherited(let column): Self.ordinal(of: column, in: columns, table: name)
      }
    softDeleteColumn = columns.firstIndex { $0.name == "deleted_at" }
    touchedColumns = columns.indices.filter { columns[$0].updatesTimestamp || columns[$0].name == "updated_at" }
    layout = RowLayout(columns: columns, primaryKey: primaryKey, scopeInKey: scope == .workspace ? scopeColumn : nil)
    shape = layout.shape
    isNotDeleted = softDeleteColumn.map(Filter.isNull)
    softDeleteBit = softDeleteColumn.flatMap(layout.nullBit)
    let (isScoped, scopeInKey) = (isScoped, layout.scopeInKey)
    maintained = indexes.filter { $0.kind != .fulltext }.map {
      IndexLayout($0, columns: columns, primaryKey: primaryKey, scopeColumn: scopeInKey, isScoped: isScoped)
    }
    let (hasIntegerKey, softDeleteBit) = (hasIntegerKey, softDeleteBit)
    searches = indexes.filter { $0.kind == .fulltext }.map {
      SearchLayout($0, table: name, hasIntegerKey: hasIntegerKey, softDeleteBit: softDeleteBit)
    }
  }

  private static func ordinal(of name: String, in columns: [ColumnDefinition], table: String) -> Int {
    guard let ordinal = columns.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("table \(table) has no column \(name)")
    }
    return ordinal
  }
}

extension TableSchema {
  /// The place of a column, found by its SQL name in any case.
  public func ordinal(of column: String) -> Int? {
    columns.firstIndex { $0.name == column } ?? columns.firstIndex { $0.name == column.lowercased() }
  }

  /// The columns that declare a foreign key, with it.
  public var foreignKeys: [(column: Int, reference: Reference)] {
    columns.indices.compactMap { ordinal in
      guard let reference = columns[ordinal].reference, reference.foreignKey != nil else { return nil }
      return (ordinal, reference)
    }
  }

  /// The columns that refer to rows of a table, declared to SQL or not, with that table.
  public var references: [(column: Int, target: TableSchema)] {
    columns.indices.compactMap { ordinal in
      guard ordinal != primaryKey, let target = columns[ordinal].reference?.schema else { return nil }
      return (ordinal, target)
    }
  }

  /// One line that changes whenever stored bytes would have to change.
  ///
  /// The columns come last and a later version of a table may only append to them.
  var fingerprint: String { fingerprint(columnCount: columns.count) }

  /// The columns that were appended since the table had a fingerprint; `nil` when anything else changed.
  func columnsAppended(since stored: String) -> ArraySlice<ColumnDefinition>? {
    (0...columns.count).reversed().first { fingerprint(columnCount: $0) == stored }.map { columns[$0...] }
  }

  private func fingerprint(columnCount: Int) -> String {
    // Our own indexes have records of their own: a store may lack them.
    let keys = indexes.filter { !$0.isOwn }.map(line)
    let fields = columns[..<columnCount].map { "\($0.name) \($0.type.sqlName) \($0.isNullable ? "null" : "not null")" }
    return "\(id) \(scope) \(columns[primaryKey].name) | \(keys.sorted().joined(separator: "; ")) | "
      + fields.joined(separator: "; ")
  }

  /// An index as fingerprints have it.
  func line(_ index: IndexDefinition) -> String {
    let parts = index.parts.map {
      columns[$0.column].name + ($0.prefix.map { "(\($0))" } ?? "") + ($0.member.map { "->\($0)" } ?? "")
    }
    let condition = index.conditionText(in: self).map { " where \($0)" } ?? ""
    let across = index.isAcross ? " across" : ""
    return "\(index.id) \(index.kind.rawValue)\(across) \(parts.joined(separator: ","))\(condition)"
  }
}
