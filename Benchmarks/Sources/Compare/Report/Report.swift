import Foundation

/// `docs/benchmarks.md`, made of the results that lie in `docs/benchmarks/`, with the prose beside them.
struct Report {
  /// The folder of docs.
  private let folder: URL

  init(_ folder: URL) { self.folder = folder }

  private var kept: URL { folder.appending(path: "benchmarks") }

  func keep(_ results: Results) throws {
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
    try results.write(to: kept.appending(path: "results-\(results.size).json"))
  }

  /// Renders everything that was kept.
  func write() throws {
    let files = try FileManager.default.contentsOfDirectory(at: kept, includingPropertiesForKeys: nil)
    let all = try files.filter { $0.lastPathComponent.hasPrefix("results-") }.map {
      try JSONDecoder().decode(Results.self, from: Data(contentsOf: $0))
    }.sorted { ($0.rows["chats"] ?? 0) < ($1.rows["chats"] ?? 0) }
    var text = prose("introduction.md") ?? "# Benchmarks\n"
    for results in all {
      let plot = "bars-\(results.size).svg"
      try save(Plots.bars(results), plot)
      text += "\n## \(results.size) chats\n\n![Bars: \(results.size)](benchmarks/\(plot))\n\n" + TextReport.of(results)
    }
    if all.count > 1 {
      let growth = Growth(all: all)
      try save(Plots.growth(all, projection: growth), "growth.svg")
      text += "\n## Distances\n\n\(growth.distances)"
      text += "\n## Growth\n\n![Costs by size](benchmarks/growth.svg)\n\n\(growth.table)"
    }
    if let others = prose("others.md") { text += "\n" + others }
    try text.write(to: folder.appending(path: "benchmarks.md"), atomically: true, encoding: .utf8)
  }

  /// What people wrote, to go with it.
  private func prose(_ name: String) -> String? { try? String(contentsOf: kept.appending(path: name), encoding: .utf8) }

  private func save(_ svg: String, _ name: String) throws {
    try svg.write(to: kept.appending(path: name), atomically: true, encoding: .utf8)
  }
}
