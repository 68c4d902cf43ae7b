internal import ArgumentParser
internal import BlazzDB
internal import Foundation
internal import TableStore
internal import TerminalText

/// `blazz export`: everything, or a workspace, as a dump or as JSON.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes a dump that MySQL, MariaDB and `blazz import` read, or JSON.",
    discussion: """
      With --workspace: its rows, its own row in workspaces, and the rows of global tables, such as users, that \
      these refer to. A dump begins every table anew: DROP TABLE comes first.
      """)

  @OptionGroup var store: StoreArgument
  @OptionGroup var workspace: WorkspaceOption
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp("The file; packed when it ends in .gz. Standard output without it.", valueName: "path"),
    completion: .file())
  var path: String?
  @Option(
    help: "sql or jsonl; without it what the file's name ends in, else jsonl.",
    transform: { name in
      guard let format = ExportFormat(rawValue: name) else { throw ValidationError("--format is sql or jsonl here") }
      return format
    })
  var format: ExportFormat?

  func run() throws {
    let blazz = try store.open()
    let progress = ProgressBar()
    defer { progress.end() }
    let workspace = try workspace.find(in: blazz)
    guard let path else {
      let write = { (bytes: [UInt8]) in try Output.pass(bytes) }
      _ =
        try workspace?.export(as: resolvedFormat, onProgress: progress.show, write)
        ?? blazz.system.export(as: resolvedFormat, onProgress: progress.show, write)
      return
    }
    Interruption.watch()
    let onProgress = { (done: ExportProgress) in
      progress.show(done)
      try Interruption.check("the export to \(path) was interrupted; nothing of it was kept")
    }
    let report =
      try workspace?.export(to: path, as: resolvedFormat, onProgress: onProgress)
      ?? blazz.system.export(to: path, as: resolvedFormat, onProgress: onProgress)
    progress.end()
    try Self.print(report)
  }

  /// The format asked for, or the one that the file's name tells.
  private var resolvedFormat: ExportFormat {
    let name = path.map { $0.hasSuffix(".gz") ? $0.dropLast(3) : $0[...] } ?? ""
    return format ?? (name.hasSuffix(".sql") ? .sql : .jsonLines)
  }

  private static func print(_ report: ExportReport) throws {
    let rows = report.tables.filter { $0.rows > 0 }.map { [$0.name, "\($0.rows)"] }
    var output = Output()
    try output.write(TextTable.text(["table", "rows"], rows, numbers: [1]))
    try output.flush()
  }
}
