internal import ArgumentParser
internal import BlazzDB
internal import TableStore

/// `blazz explain`: how a dump finds its rows.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Shows how the rows of a dump are found, and what that takes.",
    discussion: "The question is asked for that; its rows are not shown.")

  @OptionGroup var question: QuestionOptions
  @OptionGroup var format: FormatOption

  func validate() throws { try format.validate(among: [.table, .json, .jsonl]) }

  func run() throws {
    let blazz = try question.store.open()
    let explanation = try question.read(blazz) { table, question in try table.explain(question) }
    var output = Output()
    try output.write((format.resolved == .table ? explanation.description : Self.json(explanation)) + "\n")
    try output.flush()
  }

  private static func json(_ explanation: Explanation) -> String {
    let accesses = explanation.accesses.map { access in
      JSONText.object([
        ("index", JSONText.string(access.index)), ("bounds", JSONText.array(access.bounds.map { JSONText.string($0) })),
        ("ranges", "\(access.ranges)"), ("merged", "\(access.isMerged)"), ("descending", "\(access.isDescending)"),
        ("covering", "\(access.isCovering)"),
      ])
    }
    return JSONText.object([
      ("table", JSONText.string(explanation.table)), ("combination", JSONText.string(explanation.combination)),
      ("accesses", JSONText.array(accesses)), ("recheck", JSONText.string(explanation.recheck)),
      ("sort", JSONText.string(explanation.sort)), ("presorted", "\(explanation.presorted)"),
      ("estimatedRows", "\(explanation.estimatedRows)"), ("examined", "\(explanation.examined)"),
      ("sorted", "\(explanation.sorted)"), ("returned", "\(explanation.returned)"),
    ])
  }
}
