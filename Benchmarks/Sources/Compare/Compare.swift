import Foundation
import TableStore

/// The comparison with peers: the same rows, the same questions, the same durability, in one run.
@main
enum Compare {
  static func main() async {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      // A peer in a process of its own.
      if arguments.first == "start" { return try StartTrial.run(Array(arguments.dropFirst())) }
      let options = try Options(arguments)
      switch options.command {
      case .help: print(Options.usage)
      case .measure: try await measure(options)
      case .redraw:
        guard let output = options.output else { throw Options.misuse("redraw needs --output, the folder of docs") }
        try Report(output).write()
      case .profile: try await Profile(options).run()
      case .regression: try Regression(options).run()
      }
    } catch {
      FileHandle.standardError.write(Data("Compare: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func measure(_ options: Options) async throws {
    var comparison = try Comparison(options)
    try await comparison.run()
    print(TextReport.of(comparison.results))
    guard let output = options.output else { return }
    let report = Report(output)
    try report.keep(comparison.results)
    try report.write()
  }
}
