public import TableStore

extension TableSchema {
  /// The table as a CREATE TABLE that MySQL and MariaDB take, without a semicolon.
  ///
  /// Foreign keys name tables that may not be there yet: FOREIGN_KEY_CHECKS must be 0 for that. Indexes that SQL's schema
  /// lacks are left out.
  /// - Parameter nextKey: the next AUTO_INCREMENT value, where the statement is to name it.
  public func createTable(nextKey: UInt64? = nil) -> String {
    let keys = indexes.filter { !$0.isOwn }.map(indexSQL)
    let lines = columns.indices.map(columnSQL) + [primaryKeySQL] + keys + foreignKeysSQL
    let counter = nextKey.map { hasIntegerKey ? " AUTO_INCREMENT=\($0)" : "" } ?? ""
    return """
      CREATE TABLE \(SQLLiteral.name(name)) (
        \(lines.joined(separator: ",\n  "))
      ) ENGINE=InnoDB\(counter) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
      """
  }

  /// The names of an index's columns with their prefixes: `first_name(10)`.
  package func indexColumns(_ parts: [IndexPart], quote: (String) -> String = { $0 }) -> String {
    parts.map { quote(columns[$0.column].name) + ($0.prefix.map { "(\($0))" } ?? "") }.joined(separator: ", ")
  }

  private func columnSQL(_ ordinal: Int) -> String {
    let column = columns[ordinal]
    var sql = "\(SQLLiteral.name(column.name)) \(column.type.sqlName)"
    if column.collation == .binary { sql += " COLLATE utf8mb4_bin" }
    // NULL is written out too: a server with explicit_defaults_for_timestamp off takes a timestamp as NOT NULL.
    sql += column.isNullable ? " NULL" : " NOT NULL"
    if ordinal == primaryKey && hasIntegerKey { sql += " AUTO_INCREMENT" }
    if let value = column.defaultSQL { sql += " DEFAULT \(value)" }
    if column.updatesTimestamp { sql += " ON UPDATE CURRENT_TIMESTAMP" }
    return sql
  }

  private var primaryKeySQL: String { "PRIMARY KEY (\(SQLLiteral.name(columns[primaryKey].name)))" }

  private func indexSQL(_ index: IndexDefinition) -> String {
    let kind =
      switch index.kind {
      case .plain: "KEY"
      case .unique: "UNIQUE KEY"
      case .fulltext: "FULLTEXT KEY"
      }
    let list = indexColumns(index.ddlParts ?? index.parts, quote: SQLLiteral.name)
    return "\(kind) \(SQLLiteral.name(index.name)) (\(list))"
  }

  private var foreignKeysSQL: [String] {
    foreignKeys.compactMap { column, reference in
      guard let foreignKey = reference.foreignKey, let target = reference.schema else { return nil }
      let targetKey = target.columns[target.primaryKey].name
      let action = reference.onDelete == .restrict ? "" : " ON DELETE \(reference.onDelete.rawValue.uppercased())"
      return "CONSTRAINT \(SQLLiteral.name(foreignKey)) FOREIGN KEY (\(SQLLiteral.name(columns[column].name)))"
        + " REFERENCES \(SQLLiteral.name(target.name)) (\(SQLLiteral.name(targetKey)))\(action)"
    }
  }
}

extension ColumnDefinition {
  /// What stands behind DEFAULT; `nil` where nothing does.
  fileprivate var defaultSQL: String? {
    switch defaultValue {
    case .none, .uuid: isNullable ? "NULL" : nil
    case .currentTimestamp: "CURRENT_TIMESTAMP"
    case .literal(let text) where isNumber: text
    case .literal(let text): SQLLiteral.string(text)
    }
  }

  private var isNumber: Bool {
    switch type {
    case .bool, .tinyint, .int, .bigint, .tinyintUnsigned, .intUnsigned, .bigintUnsigned, .decimal: true
    default: false
    }
  }
}
