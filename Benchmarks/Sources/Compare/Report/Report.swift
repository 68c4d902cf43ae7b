import Foundation

/// `docs/benchmarks.md`, made of the results that lie beside it.
struct Report {
  /// The folder of docs.
  private let folder: URL

  init(_ folder: URL) { self.folder = folder }

  private var kept: URL { folder.appending(path: "benchmarks") }

  func keep(_ results: Results) throws {
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
    try results.write(to: kept.appending(path: "results-\(results.size).json"))
  }

  func write() throws {
    let files = try FileManager.default.contentsOfDirectory(at: kept, includingPropertiesForKeys: nil)
    let results = try files.filter { $0.lastPathComponent.hasPrefix("results-") }.map {
      try JSONDecoder().decode(Results.self, from: Data(contentsOf: $0))
    }.sorted { ($0.rows["chats"] ?? 0) < ($1.rows["chats"] ?? 0) }
    var text = ""
    for result in results { text += "\n## \(result.size)\n\n" + TextReport.of(result) }
    try text.write(to: folder.appending(path: "benchmarks-draft.md"), atomically: true, encoding: .utf8)
  }
}
