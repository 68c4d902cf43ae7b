import Foundation
import TableStore

/// The comparison with peers: the same rows, the same questions, the same durability, in one run.
@main
enum Compare {
  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      switch options.command {
      case .measure: try measure(options)
      case .redraw: try Report(options.output).write()
      case .regression: throw Options.misuse("regression is not there yet")
      }
    } catch {
      FileHandle.standardError.write(Data("Compare: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func measure(_ options: Options) throws {
    var comparison = try Comparison(options)
    try comparison.run()
    let report = Report(options.output)
    try report.keep(comparison.results)
    print(TextReport.of(comparison.results))
    try report.write()
  }
}
