internal import ArgumentParser
internal import BlazzDB
internal import TableStore
internal import TerminalText

/// `blazz schema`: the tables as they are declared; no store is needed.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Shows tables with their columns, indexes and foreign keys.",
    discussion: """
      The format sql is what MySQL and MariaDB take. Our own indexes, which MySQL's schema lacks and a store may be made \
      without (`blazz import --own-indexes`), are marked as such and are left out of it; in JSON they have "own": true, and \
      "where" with the condition where only some rows are in the index.
      """)

  @Argument(help: "Only this table.") var table: String?
  @OptionGroup var format: FormatOption

  func validate() throws { try format.validate(among: [.table, .json, .jsonl, .sql]) }

  func run() throws {
    let tables = try table.map { [try Blazz.schema(named: $0)] } ?? Blazz.tables.map { $0.schema }
    var output = Output()
    switch format.resolved {
    case .json: try output.write(JSONText.object([("tables", JSONText.array(tables.map(\.json)))]) + "\n")
    case .jsonl: for table in tables { try output.write(table.json + "\n") }
    case .sql: try output.write(Self.sql(tables))
    case .table, .csv: try output.write(tables.map(\.text).joined(separator: "\n"))
    }
    try output.flush()
  }

  private static func sql(_ tables: [TableSchema]) -> String {
    let setting = SQLSetting.withoutForeignKeyChecks
    let statements = [setting.change] + tables.map { $0.createTable() + ";" } + [setting.restore]
    return statements.joined(separator: "\n\n") + "\n"
  }
}

extension TableSchema {
  /// The table as JSON.
  fileprivate var json: String {
    JSONText.object([
      ("name", JSONText.string(name)), ("domain", JSONText.string(domain)), ("scope", JSONText.string(scopeName)),
      ("columns", JSONText.array(columns.map(\.json))),
      ("primaryKey", JSONText.array([JSONText.string(columns[primaryKey].name)])),
      ("indexes", JSONText.array(indexes.map(json))), ("foreignKeys", JSONText.array(foreignKeys.map(json))),
    ])
  }

  private func json(_ index: IndexDefinition) -> String {
    let parts = index.parts.map { part in
      JSONText.object(
        [("column", JSONText.string(columns[part.column].name))] + (part.prefix.map { [("prefix", "\($0)")] } ?? [])
          + (part.member.map { [("member", JSONText.string($0))] } ?? []))
    }
    var members = [
      (name: "name", value: JSONText.string(index.name)),
      (name: "kind", value: JSONText.string(index.kind.rawValue)), (name: "columns", value: JSONText.array(parts)),
    ]
    if index.isOwn { members.append((name: "own", value: "true")) }
    if index.isAcross { members.append((name: "across", value: "true")) }
    if let condition = index.conditionText(in: self) {
      members.append((name: "where", value: JSONText.string(condition)))
    }
    return JSONText.object(members)
  }

  private func json(_ column: Int, _ reference: Reference) -> String {
    JSONText.object([
      ("name", JSONText.string(reference.foreignKey)), ("column", JSONText.string(columns[column].name)),
      (
        "references",
        JSONText.object([
          ("table", JSONText.string(reference.schema?.name)), ("column", JSONText.string(reference.targetKey)),
        ])
      ),
      ("onDelete", JSONText.string(reference.onDelete.rawValue)),
    ])
  }

  /// The table as aligned text: a line about it, then columns, indexes and foreign keys.
  fileprivate var text: String {
    var text = "\(name) (\(domain), \(scopeName))\n\n" + columnsText
    if !indexes.isEmpty { text += "\n" + indexesText }
    if !foreignKeys.isEmpty { text += "\n" + foreignKeysText }
    return text
  }

  private var columnsText: String {
    let rows = columns.enumerated().map { ordinal, column in
      var notes = [column.defaultValue.sqlText].compactMap(\.self)
      if ordinal == primaryKey && hasIntegerKey { notes.append("AUTO_INCREMENT") }
      if column.updatesTimestamp { notes.append("ON UPDATE CURRENT_TIMESTAMP") }
      let collation = column.collation == .binary ? " utf8mb4_bin" : ""
      return [
        column.name, column.type.sqlName + collation, column.isNullable ? "NULL" : "", notes.joined(separator: " "),
      ]
    }
    return TextTable.text(["column", "type", "null", "default"], rows, widest: .max)
  }

  private var indexesText: String {
    var rows = [["PRIMARY", "primary", columns[primaryKey].name]]
    for index in indexes {
      let condition = index.conditionText(in: self).map { " where \($0)" } ?? ""
      let kind = index.kind.rawValue + (index.isOwn ? ", own" : "") + (index.isAcross ? ", across" : "")
      rows.append([index.name, kind, indexColumns(index.parts) + condition])
    }
    return TextTable.text(["index", "kind", "columns"], rows, widest: .max)
  }

  private var foreignKeysText: String {
    let rows = foreignKeys.map { column, reference in
      let target = "\(reference.schema?.name ?? "")(\(reference.targetKey ?? ""))"
      return [reference.foreignKey ?? "", columns[column].name, target, reference.onDelete.rawValue]
    }
    return TextTable.text(["foreign key", "column", "references", "on delete"], rows, widest: .max)
  }
}

extension ColumnDefinition {
  fileprivate var json: String {
    JSONText.object([
      ("name", JSONText.string(name)), ("type", JSONText.string(type.sqlName)),
      ("nullable", isNullable ? "true" : "false"), ("default", JSONText.string(defaultValue.sqlText)),
    ])
  }
}

extension Reference {
  /// The column that it points to.
  fileprivate var targetKey: String? { schema.map { $0.columns[$0.primaryKey].name } }
}
