import Foundation

/// How costs grow with the number of chats, and what that says of more of them.
struct Growth {
  struct Point {
    var chats: Double
    /// What it costs: microseconds a question, a row or a commit; milliseconds, bytes or MiB.
    var value: Double
  }

  struct Series {
    /// From the smallest size to the largest.
    var points: [Point]
    /// At the size that the document expects.
    var projected: Point?
    /// Times as much for ten times the chats, by the same power law.
    var tenfold: Double?
  }

  /// Chats that the document expects in October 2026.
  static let expectedChats = 40_000_000.0
  /// From the smallest size to the largest.
  let all: [Results]

  /// By peer, for a line of the report.
  func series(_ key: String) -> [String: Series] {
    var points: [String: [Point]] = [:]
    for results in all {
      guard let line = results.lines.first(where: { $0.key == key }), let chats = results.rows["chats"] else {
        continue
      }
      for (peer, figure) in line.figures where figure.median > 0 {
        points[peer, default: []].append(Point(chats: Double(chats), value: Self.cost(figure.median, line.unit)))
      }
    }
    return points.mapValues(Self.project)
  }

  /// The lines of the largest size: a percentile of one run says nothing of growth.
  var lines: [Results.Line] { all.last?.lines.filter { $0.suite != "mixed day" } ?? [] }

  static func unit(_ line: Results.Line) -> String {
    switch line.unit {
    case .microseconds: "µs"
    case .rowsPerSecond: "µs a row"
    case .perSecond: "µs a commit"
    case .milliseconds, .bytes, .mebibytes: line.unit.rawValue
    }
  }

  private static func cost(_ value: Double, _ unit: Results.Line.Unit) -> Double {
    unit.isRate ? 1_000_000 / value : value
  }

  /// A power law through the largest size and the largest of at most half of it: what lies nearer says more of the run than
  /// of the size. One that falls is taken as level.
  private static func project(_ points: [Point]) -> Series {
    guard let last = points.last, let before = points.last(where: { $0.chats <= last.chats / 2 }) else {
      return Series(points: points)
    }
    let slope = max(0, log(last.value / before.value) / log(last.chats / before.chats))
    return Series(
      points: points,
      projected: Point(chats: expectedChats, value: last.value * pow(expectedChats / last.chats, slope)),
      tenfold: pow(10, slope))
  }

  /// A table of Blazz's costs by size.
  var table: String {
    var text = "| Blazz | \(all.map(\.size).joined(separator: " | ")) | 10 × chats | 40M chats, projected |\n"
    text += "|---|\(String(repeating: "--:|", count: all.count + 2))\n"
    for line in lines {
      guard let series = series(line.key)["Blazz"] else { continue }
      let cells = all.map { results in
        results.lines.first { $0.key == line.key }?.median("Blazz").map { Amount.short(Self.cost($0, line.unit)) } ?? ""
      }
      let ends = [series.tenfold.map(Amount.ratio) ?? "", series.projected.map { Amount.short($0.value) } ?? ""]
      text += "| \((["\(line.key), \(Self.unit(line))"] + cells + ends).joined(separator: " | ")) |\n"
    }
    return text
  }

  /// How far Blazz is from the floor and from the best of those who speak SQL, size by size.
  var distances: String {
    var text = "| Blazz ÷ LMDB, ÷ best SQL | \(all.map(\.size).joined(separator: " | ")) |\n"
    text += "|---|\(String(repeating: "--:|", count: all.count))\n"
    var keys: [String] = []
    for line in all.flatMap(\.lines) where !keys.contains(line.key) { keys.append(line.key) }
    for key in keys {
      let cells = all.map { results in
        results.lines.first { $0.key == key }.map { line in
          let ratios = [line.ratio(to: "LMDB"), line.ratioToSQL?.ratio].map { $0.map(Amount.ratio) ?? "–" }
          return ratios.joined(separator: ", ")
        } ?? ""
      }
      text += "| \(([key] + cells).joined(separator: " | ")) |\n"
    }
    return text
  }
}
