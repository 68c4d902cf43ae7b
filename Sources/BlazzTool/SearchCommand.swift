internal import ArgumentParser
internal import BlazzDB
internal import Foundation
internal import TableStore

/// `blazz search`: rows by their words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Shows the rows whose words match a text.",
    discussion: """
      Boolean mode reads MySQL's operators: + - < > ~ * ( ) "phrase" "phrase" @N; and *5678 for numbers that end so. Its \
      rows come by primary key. Natural mode reads words alone and puts the best rows first. An index that another \
      version of ICU made, or that was never built, is built first.
      """)

  @OptionGroup var store: StoreArgument
  @Argument(help: "The table.") var table: String
  @Argument(help: "What is looked for.") var query: String
  @OptionGroup var workspace: WorkspaceOption
  @Option(help: "How the text is read: boolean or natural.") private var mode = ReadingMode.boolean
  @Option(name: .customLong("where"), help: ArgumentHelp("Only rows for which this is true.", valueName: "expr"))
  var condition: String?
  @Option(help: ArgumentHelp("column [ASC|DESC], …; or _score, for the best rows first.", valueName: "list"))
  var orderBy: String?
  @Option(help: "At most so many rows.") var limit: Int?
  @Option(help: ArgumentHelp("Only rows behind this place, which an earlier page gave.", valueName: "cursor"))
  var after: String?
  @Option(help: ArgumentHelp("Only these columns, separated by commas.", valueName: "list")) var columns: String?
  @Flag(help: "Adds what matches, marked with <b>, to JSON.") var highlight = false
  @OptionGroup var format: FormatOption

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number of rows: 0 or more") }
    guard isByRelevance || !orderWords.contains("_score") else {
      throw ValidationError("--order-by _score puts the best rows first: it takes no ASC and no columns beside it")
    }
  }

  private var orderWords: [Substring] { (orderBy ?? "").lowercased().split { ", \t\n".contains($0) } }

  private var isByRelevance: Bool { orderWords == ["_score"] || orderWords == ["_score", "desc"] }

  func run() throws {
    let schema = try Blazz.schema(named: table)
    try buildIndex(schema)
    let blazz = try store.open()
    try workspace.read(blazz) { db in
      let table = try db.require(table)
      let question = try SQLQuestion(
        schema, where: condition, orderBy: isByRelevance ? nil : orderBy, limit: limit,
        after: after.map { PageCursor($0) })
      let shown = try columns.map { try SQLQuestion.columns($0, schema) } ?? Array(schema.columns.indices)
      var isEmpty = true
      var printer = RowPrinter(schema, columns: shown, format: format.resolved)
      let (next, isComplete) = try table.search(query, mode: mode.mode, byRelevance: isByRelevance, question) {
        row, score, highlights in
        var extra = score.map { [(name: "_score", json: "\($0)")] } ?? []
        if highlight { extra.append(("_highlight", try Self.json(highlights))) }
        try printer.print(row, extra: extra)
        isEmpty = false
      }
      try printer.finish()
      if let next { Output.note("blazz: more rows follow; --after \(next)") }
      for suggestion in isEmpty ? try table.suggestions(for: query, mode: mode.mode) : [] {
        Output.note("blazz: no row has '\(suggestion.word)'; did you mean '\(suggestion.replacement)'?")
      }
      if !isComplete { Output.note("blazz: the search stopped at its bound of postings; rows may be missing") }
    }
  }

  /// Builds the table's index where it cannot be searched as it is.
  private func buildIndex(_ schema: TableSchema) throws {
    let reader = try store.open()
    let isBuilt = try !reader.unbuiltSearches().contains { $0.table == schema.name }
    try reader.close()
    guard !isBuilt else { return }
    let bar = ProgressBar()
    let blazz = try Blazz(path: store.store, checking: .tool)
    try blazz.buildSearches { done, total in bar.show(rows: done, of: total) }
    bar.end()
    try blazz.close()
  }

  private static func json(_ highlights: [SearchHighlight]) throws -> String {
    let marked = Dictionary(highlights.map { ($0.column, $0.marked()) }) { first, _ in first }
    return String(decoding: try JSONSerialization.data(withJSONObject: marked, options: .sortedKeys), as: UTF8.self)
  }
}

/// The option `--mode`.
private enum ReadingMode: String, CaseIterable, ExpressibleByArgument {
  case boolean, natural

  var mode: SearchMode { self == .boolean ? .boolean : .natural }
}
