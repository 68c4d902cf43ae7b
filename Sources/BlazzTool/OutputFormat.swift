internal import ArgumentParser
internal import Foundation

/// How rows are shown.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, jsonl, csv, sql
}

/// The option `--format`.
struct FormatOption: ParsableArguments {
  @Option(help: "How to show it; table on a terminal, jsonl otherwise.")
  var format: OutputFormat?

  /// The format asked for, or the one that fits where the output goes.
  var resolved: OutputFormat { format ?? (isatty(STDOUT_FILENO) == 1 ? .table : .jsonl) }

  /// Refuses a format that a subcommand does not have.
  func validate(among formats: [OutputFormat]) throws {
    guard let format, !formats.contains(format) else { return }
    let names = formats.map(\.rawValue)
    throw ValidationError("--format is \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "") here")
  }
}
