import Foundation

/// A picture of lines, boxes and text, to be read on a light and on a dark page.
struct SVG {
  private let width: Double
  private let height: Double
  private var body = ""

  init(width: Double, height: Double) { (self.width, self.height) = (width, height) }

  /// The class that a peer's marks have.
  static func peer(_ name: String) -> String { "p-\(name.lowercased())" }

  mutating func text(
    _ text: String, _ x: Double, _ y: Double, anchor: String = "start", size: Double = 11, kind: String = "t"
  ) {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    body += "<text class=\"\(kind)\" x=\"\(n(x))\" y=\"\(n(y))\" text-anchor=\"\(anchor)\" font-size=\"\(n(size))\">"
    body += escaped + "</text>\n"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, kind: String) {
    body += "<line class=\"\(kind)\" x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\"/>\n"
  }

  mutating func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, kind: String) {
    body +=
      "<rect class=\"\(kind)\" x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(max(0.5, width)))\" height=\"\(n(height))\"/>\n"
  }

  mutating func path(_ points: [(x: Double, y: Double)], kind: String, isDashed: Bool = false) {
    let list = points.map { "\(n($0.x)),\(n($0.y))" }.joined(separator: " ")
    let dashes = isDashed ? " stroke-dasharray=\"4 3\"" : ""
    body += "<polyline class=\"l \(kind)\" points=\"\(list)\"\(dashes)/>\n"
    for point in points where !isDashed {
      body += "<circle class=\"\(kind)\" cx=\"\(n(point.x))\" cy=\"\(n(point.y))\" r=\"2.5\"/>\n"
    }
  }

  /// A swatch and a name for each peer, from left to right.
  mutating func legend(_ peers: [String], _ x: Double, _ y: Double) {
    var x = x
    for peer in peers {
      box(x, y - 9, 10, 10, kind: Self.peer(peer))
      text(peer, x + 15, y)
      x += 85
    }
  }

  private func n(_ value: Double) -> String { String(format: "%.1f", value) }

  var rendered: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(n(width)) \(n(height))" width="\(n(width))" \
    height="\(n(height))" font-family="system-ui, sans-serif">
    <style>
    .t { fill: #24292f } .s { fill: #57606a } .g { stroke: #d0d7de; stroke-width: 1 }
    .p-blazz { fill: #d9480f; stroke: #d9480f } .p-lmdb { fill: #868e96; stroke: #868e96 }
    .p-sqlite { fill: #1971c2; stroke: #1971c2 } .p-grdb { fill: #2f9e44; stroke: #2f9e44 }
    .p-mariadb { fill: #9c36b5; stroke: #9c36b5 } polyline.l { fill: none; stroke-width: 1.8 }
    @media (prefers-color-scheme: dark) {
      .t { fill: #e6edf3 } .s { fill: #9198a1 } .g { stroke: #3d444d }
      .p-blazz { fill: #ff922b; stroke: #ff922b } .p-lmdb { fill: #adb5bd; stroke: #adb5bd }
      .p-sqlite { fill: #4dabf7; stroke: #4dabf7 } .p-grdb { fill: #69db7c; stroke: #69db7c }
      .p-mariadb { fill: #da77f2; stroke: #da77f2 } polyline.l { fill: none }
    }
    </style>
    \(body)</svg>

    """
  }
}
