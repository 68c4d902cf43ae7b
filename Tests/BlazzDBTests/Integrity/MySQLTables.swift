@testable import BlazzDB
@testable import TableStore

/// CREATE TABLE of every table, and questions for all that is in them; full-text indexes are left out.
enum MySQLTables {
  static var statements: String {
    "SET FOREIGN_KEY_CHECKS = 0;\n" + Blazz.tables.map { create($0.schema) }.joined(separator: "\n")
      + "\nSET FOREIGN_KEY_CHECKS = 1;\n"
  }

  private static func create(_ schema: TableSchema) -> String {
    var lines = schema.columns.indices.map { column(schema, $0) }
    lines.append("PRIMARY KEY (`\(schema.columns[schema.primaryKey].name)`)")
    for index in schema.indexes where index.kind != .fulltext && !index.isOwn {
      let parts = index.parts.map { part in
        "`\(schema.columns[part.column].name)`" + (part.prefix.map { "(\($0))" } ?? "")
      }
      lines.append("\(index.kind == .unique ? "UNIQUE " : "")KEY `\(index.name)` (\(parts.joined(separator: ", ")))")
    }
    for (ordinal, reference) in schema.foreignKeys {
      guard let name = reference.foreignKey, let target = (reference.target as? any Table.Type)?.schema else {
        continue
      }
      lines.append(
        "CONSTRAINT `\(name)` FOREIGN KEY (`\(schema.columns[ordinal].name)`) REFERENCES `\(target.name)` "
          + "(`\(target.columns[target.primaryKey].name)`) ON DELETE \(reference.onDelete.rawValue)")
    }
    return "CREATE TABLE `\(schema.name)` (\(lines.joined(separator: ", "))) ENGINE=InnoDB ROW_FORMAT=DYNAMIC;"
  }

  private static func column(_ schema: TableSchema, _ ordinal: Int) -> String {
    let column = schema.columns[ordinal]
    var text = "`\(column.name)` \(column.type.sqlName)"
    if column.collation == .binary { text += " COLLATE utf8mb4_bin" }
    text += column.isNullable ? " NULL" : " NOT NULL"
    if ordinal == schema.primaryKey && schema.hasIntegerKey { text += " AUTO_INCREMENT" }
    switch column.defaultValue {
    case .none, .uuid: break
    case .literal(let literal): text += " DEFAULT '\(literal)'"
    case .currentTimestamp: text += " DEFAULT CURRENT_TIMESTAMP"
    }
    return text + (column.updatesTimestamp ? " ON UPDATE CURRENT_TIMESTAMP" : "")
  }

  /// A question for all rows of a table: a line a row, each value in hex, NULL as a hyphen.
  static func question(_ schema: TableSchema) -> String {
    let values = schema.columns.map { column in
      let value = column.storage == .bytes ? "`\(column.name)`" : "CONVERT(`\(column.name)` USING utf8mb4)"
      return "IFNULL(HEX(\(value)), '-')"
    }
    return "SELECT CONCAT_WS(' ', '\(schema.name)', \(values.joined(separator: ", "))) FROM `\(schema.name)`;"
  }

  /// The server's answer for a row.
  static func answer(_ schema: TableSchema, _ values: [SQLValue]) -> String {
    let words = values.map { value in
      switch value {
      case .null: "-"
      case .bytes(let bytes): MySQLJournal.hex(bytes)
      default: MySQLJournal.hex((ModelValues.text(value) ?? "").utf8)
      }
    }
    return ([schema.name] + words).joined(separator: " ")
  }
}
