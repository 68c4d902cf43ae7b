internal import ArgumentParser
internal import BlazzDB
internal import TableStore

/// `blazz dump`: what is stored, deleted rows too.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Shows a table's rows as they are stored.",
    discussion: """
      EXPR is a condition of SQL with MySQL's meaning: = <> < <= > >= IS NULL, IN, BETWEEN, LIKE, AND, OR, NOT and \
      parentheses over columns, numbers, 'text' and NULL. Where --limit leaves rows behind, standard error says with \
      which --after the next ones come.
      """)

  @OptionGroup var question: QuestionOptions
  @Option(help: ArgumentHelp("Only these columns, separated by commas.", valueName: "list"))
  var columns: String?
  @OptionGroup var format: FormatOption

  func run() throws {
    let blazz = try question.store.open()
    try question.read(blazz) { table, question in
      let schema = table.schema
      let shown = try columns.map { try SQLQuestion.columns($0, schema) } ?? Array(schema.columns.indices)
      var printer = RowPrinter(schema, columns: shown, format: format.resolved)
      let next = try table.forEach(question) { row in try printer.print(row) }
      try printer.finish()
      if let next { Output.note("blazz: more rows follow; --after \(next)") }
    }
  }
}

/// What a subcommand asks of a table.
struct QuestionOptions: ParsableArguments {
  @OptionGroup var store: StoreArgument
  @Argument(help: "The table.") var table: String
  @OptionGroup var workspace: WorkspaceOption
  @Option(name: .customLong("where"), help: ArgumentHelp("Only rows for which this is true.", valueName: "expr"))
  var condition: String?
  @Option(help: ArgumentHelp("column [ASC|DESC], …; ties and the default are by primary key.", valueName: "list"))
  var orderBy: String?
  @Option(help: "At most so many rows.") var limit: Int?
  @Option(help: ArgumentHelp("Only rows behind this place, which an earlier page gave.", valueName: "cursor"))
  var after: String?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number of rows: 0 or more") }
  }

  /// Reads the table, with the question to it.
  func read<Result>(
    _ blazz: Blazz, _ body: (DynamicTable<Reading>, SQLQuestion) throws -> Result
  ) throws -> Result {
    try workspace.read(blazz) { db in
      let table = try db.require(table)
      let question = try SQLQuestion(
        table.schema, where: condition, orderBy: orderBy, limit: limit, after: after.map { PageCursor($0) })
      return try body(table, question)
    }
  }
}
