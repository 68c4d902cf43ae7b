internal import ArgumentParser
internal import BlazzDB
internal import Foundation
internal import SampleData
internal import TableStore
internal import TerminalText

/// `blazz generate`: a store of made-up data.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Makes a store with made-up data for every table.",
    discussion: """
      The same scale and seed give the same rows. The store appears under its name when it is whole; one that has rows \
      is refused.
      """)

  @Argument(help: "The store; it has to be missing or without rows.", completion: .file()) var store: String
  @Option(help: "How much: 1 has the document's row counts, some 52 million rows in all.") var scale = 0.001
  @Option(help: "What all values follow from.") var seed: UInt64 = 1
  @OptionGroup var indexes: OwnIndexChoice

  func validate() throws {
    // Beyond that the columns that refer to chats, which are SQL's int, run out of numbers.
    guard scale > 0, scale <= 100 else { throw ValidationError("--scale is a number above 0, at most 100") }
  }

  func run() throws {
    let chosen = try indexes.chosen
    let kept = try optionsOfEmptyStore()
    var options = kept ?? StoreOptions()
    if let chosen, kept == nil {
      options.choose(chosen)
    } else if chosen != nil {
      Output.note("blazz: \(store) is there already and keeps the indexes that it was made with")
    }
    // There is nothing to lose before the end.
    options.durability = .none
    options.slowQueryThreshold = nil
    Interruption.watch()
    let draft = StoreDraft(of: store)
    let progress = ProgressBar()
    defer { progress.end() }
    let sample = Sample(scale: scale, seed: seed)
    let blazz = try Blazz(path: draft.path, options: options)
    try sample.fill(blazz) { rows, total in
      progress.show(rows: rows, of: total)
      try Interruption.check("making \(store) was interrupted; nothing of it was kept")
    }
    try blazz.sync()
    try blazz.close()
    try draft.finish()
    progress.end()
    var output = Output()
    try output.write(TextTable.text(["table", "rows"], sample.tables.map { [$0.name, "\($0.rows)"] }, numbers: [1]))
    try output.flush()
  }

  /// The choice of indexes of a store that is there and has no rows; `nil` when there is none.
  private func optionsOfEmptyStore() throws -> StoreOptions? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: store, isDirectory: &isFolder) else { return nil }
    guard !isFolder.boolValue else { throw StoreError(.cannotOpen, "\(store) is a folder; name a file") }
    let blazz = try Blazz(path: store, options: .readOnly)
    let statistics = try blazz.statistics()
    try blazz.close()
    guard statistics.rows == 0 else {
      throw StoreError(.cannotOpen, "\(store) has \(statistics.rows) rows already; name a store that is not there yet")
    }
    let names = Set(statistics.tables.flatMap(\.indexes).map(\.name))
    var options = StoreOptions()
    options.choose(.only(names))
    return options
  }
}
