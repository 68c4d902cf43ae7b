internal import ArgumentParser
internal import BlazzDB
internal import TableStore

/// `blazz get`: one row by its primary key.
struct GetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "get", abstract: "Shows the row with a primary key.")

  @OptionGroup var store: StoreArgument
  @Argument(help: "The table.") var table: String
  @Argument(help: "The primary key.") var key: String
  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var format: FormatOption

  func run() throws {
    let blazz = try store.open()
    try workspace.read(blazz) { db in
      let table = try db.require(table)
      var printer = RowPrinter(table.schema, columns: Array(table.schema.columns.indices), format: format.resolved)
      guard try table.get(key, { row in try printer.print(row) }) else {
        throw StoreError(
          .notFound, "there is no such row", table: self.table,
          column: table.schema.columns[table.schema.primaryKey].name, value: key)
      }
      try printer.finish()
    }
  }
}
