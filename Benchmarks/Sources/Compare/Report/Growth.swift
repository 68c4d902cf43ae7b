import Foundation

/// How costs grow with the number of chats, and what that says of more of them.
struct Growth {
  struct Point {
    var chats: Double
    /// Microseconds.
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
        points[peer, default: []].append(Point(chats: Double(chats), value: figure.median))
      }
    }
    return points.mapValues(Self.project)
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
    guard let largest = all.last else { return "" }
    var text = "| Blazz, µs | \(all.map(\.size).joined(separator: " | ")) | 10 × chats | 40M chats, projected |\n"
    text += "|---|\(String(repeating: "--:|", count: all.count + 2))\n"
    for line in largest.lines where line.unit == .microseconds && line.suite != "mixed day" {
      guard let series = series(line.key)["Blazz"] else { continue }
      let cells = all.map { results in
        results.lines.first { $0.key == line.key }?.median("Blazz").map(Amount.short) ?? ""
      }
      let ends = [series.tenfold.map(Amount.ratio) ?? "", series.projected.map { Amount.short($0.value) } ?? ""]
      text += "| \(([line.key] + cells + ends).joined(separator: " | ")) |\n"
    }
    return text
  }
}
