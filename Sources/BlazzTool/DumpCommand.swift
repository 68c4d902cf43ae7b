internal import ArgumentParser
internal import BlazzDB
internal import TableStore

/// `blazz dump`: what is stored, deleted rows too.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Shows a table's rows as they are stored.")

  @OptionGroup var store: StoreArgument
  @Argument(help: "The table.") var table: String
  @OptionGroup var workspace: WorkspaceOption
  @Option(help: ArgumentHelp("column [ASC|DESC], …; ties and the default are by primary key.", valueName: "list"))
  var orderBy: String?
  @Option(help: "At most so many rows.") var limit: Int?
  @Option(help: ArgumentHelp("Only these columns, separated by commas.", valueName: "list"))
  var columns: String?
  @OptionGroup var format: FormatOption

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number of rows: 0 or more") }
  }

  func run() throws {
    let blazz = try store.open()
    try workspace.read(blazz) { db in
      let table = try db.require(table)
      let shown = try columns.map { try ColumnList.columns($0, table.schema) } ?? Array(table.schema.columns.indices)
      let order = try orderBy.map { try ColumnList.order($0, table.schema) } ?? []
      var printer = RowPrinter(table.schema, columns: shown, format: format.resolved)
      try table.forEach(order: order, limit: limit ?? .max) { row in try printer.print(row) }
      try printer.finish()
    }
  }
}

/// Lists of columns as the options spell them.
enum ColumnList {
  /// `column, …`
  static func columns(_ list: String, _ schema: TableSchema) throws -> [Int] {
    try list.split(separator: ",", omittingEmptySubsequences: false).map { name in
      try schema.require(column: name.trimmingSpaces)
    }
  }

  /// `column [ASC|DESC], …`
  static func order(_ list: String, _ schema: TableSchema) throws -> [OrderTerm] {
    try list.split(separator: ",", omittingEmptySubsequences: false).map { term in
      let words = term.split(whereSeparator: \.isWhitespace)
      guard let name = words.first, words.count <= 2 else {
        throw StoreError(.invalidValue, "'\(term.trimmingSpaces)' is no order; write column [ASC|DESC]")
      }
      let column = try schema.require(column: String(name))
      switch words.dropFirst().first?.uppercased() {
      case nil, "ASC": return OrderTerm(column)
      case "DESC": return OrderTerm(column, .descending)
      case let word?: throw StoreError(.invalidValue, "'\(word)' is no direction; write ASC or DESC")
      }
    }
  }
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
