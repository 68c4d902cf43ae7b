internal import ArgumentParser
internal import BlazzDB
internal import TableStore
internal import TerminalText

/// `blazz tables`: what a store holds.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "tables", abstract: "Shows the tables with their sizes.")

  @OptionGroup var store: StoreArgument
  @OptionGroup var format: FormatOption

  func validate() throws { try format.validate(among: [.table, .json, .jsonl]) }

  func run() throws {
    let blazz = try store.open()
    let tables = try blazz.system.read { db in
      try Blazz.tables.map { table in
        let table = try db.require(table.schema.name)
        return (table.schema, try table.storedSizes())
      }
    }
    var output = Output()
    if format.resolved == .table {
      let rows = tables.map { schema, sizes in
        [schema.name, schema.domain, schema.scopeName, "\(sizes.rows)", "\(sizes.bytes)", "\(sizes.indexes.count)"]
      }
      try output.write(
        TextTable.text(["table", "domain", "scope", "rows", "bytes", "indexes"], rows, numbers: 3...5))
    } else {
      let objects = tables.map(Self.object)
      try output.write(
        format.resolved == .json ? JSONText.array(objects) + "\n" : objects.map { $0 + "\n" }.joined())
    }
    try output.flush()
  }

  private static func object(_ schema: TableSchema, _ sizes: (rows: Int, bytes: Int, indexes: [IndexSize])) -> String {
    let indexes = sizes.indexes.map { index in
      JSONText.object([
        ("name", JSONText.string(index.name)), ("entries", "\(index.entries)"), ("bytes", "\(index.bytes)"),
        ("state", JSONText.string(index.state)),
      ])
    }
    return JSONText.object([
      ("name", JSONText.string(schema.name)), ("domain", JSONText.string(schema.domain)),
      ("scope", JSONText.string(schema.scopeName)), ("rows", "\(sizes.rows)"), ("bytes", "\(sizes.bytes)"),
      ("indexes", JSONText.array(indexes)),
    ])
  }
}

extension TableSchema {
  /// "global", "workspace" or "inherited".
  var scopeName: String {
    switch scope {
    case .global: "global"
    case .workspace: "workspace"
    case .inherited, .referred: "inherited"
    }
  }
}
