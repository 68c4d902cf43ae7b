import Foundation

/// The pictures of the report.
enum Plots {
  // MARK: One size

  /// A group of bars for each question, on a logarithmic scale.
  static func bars(_ results: Results) -> String {
    let lines = results.lines.filter { $0.unit == .microseconds && $0.suite != "mixed day" }
    let (left, width, bar, gap) = (370.0, 900.0, 7.0, 9.0)
    let values = lines.flatMap { $0.figures.values.map(\.median) }.filter { $0 > 0 }
    let (low, high) = (decade(values.min() ?? 1, down: true), decade(values.max() ?? 10, down: false))
    func x(_ value: Double) -> Double { left + (log10(value) - low) / max(1, high - low) * (width - left - 60) }
    let height = lines.reduce(60) { $0 + Double($1.figures.count) * bar + gap }
    var svg = SVG(width: width, height: height)
    svg.text("Microseconds a question at \(results.size), median; shorter is better", 10, 18, size: 13)
    svg.legend(results.peers, left, 38)
    for exponent in Int(low)...Int(high) {
      let place = x(pow(10, Double(exponent)))
      svg.line(place, 48, place, height - 4, kind: "g")
      svg.text(Amount.short(pow(10, Double(exponent))), place, 47, anchor: "middle", size: 9, kind: "s")
    }
    var y = 54.0
    for line in lines {
      let peers = results.peers.filter { line.figures[$0] != nil }
      svg.text(
        "\(line.suite): \(line.name)".count > 62 ? line.name : "\(line.suite): \(line.name)", left - 8,
        y + Double(peers.count) * bar / 2 + 4, anchor: "end", size: 10)
      for peer in peers {
        let value = line.figures[peer]!.median
        svg.box(left, y, x(value) - left, bar - 1, kind: SVG.peer(peer))
        svg.text(Amount.short(value), x(value) + 4, y + bar - 1, size: 7, kind: "s")
        y += bar
      }
      y += gap
    }
    return svg.rendered
  }

  private static func decade(_ value: Double, down: Bool) -> Double {
    down ? log10(value).rounded(.down) : log10(value).rounded(.up)
  }

  // MARK: Growth

  /// A panel for each question: what it takes at each size, and where that leads.
  static func growth(_ all: [Results], projection: Growth) -> String {
    let lines = projection.lines
    let (columns, wide, high) = (3, 300.0, 170.0)
    let rows = (lines.count + columns - 1) / columns
    var svg = SVG(width: wide * Double(columns), height: Double(rows) * high + 50)
    svg.text("Costs by the number of chats, both logarithmic; dashed: projected", 10, 18, size: 13)
    // Not all peers go as far as the largest size.
    svg.legend(all.max { $0.peers.count < $1.peers.count }!.peers, 10, 38)
    for (place, line) in lines.enumerated() {
      let (x, y) = (Double(place % columns) * wide, Double(place / columns) * high + 50)
      panel(&svg, line, all, projection, x + 34, y + 22, wide - 50, high - 50)
    }
    return svg.rendered
  }

  private static func panel(
    _ svg: inout SVG, _ line: Results.Line, _ all: [Results], _ projection: Growth, _ left: Double, _ top: Double,
    _ width: Double, _ height: Double
  ) {
    let series = projection.series(line.key)
    let points = series.values.flatMap { $0.points + [$0.projected].compactMap(\.self) }
    guard let least = points.map(\.value).min(), let most = points.map(\.value).max(),
      let first = points.map(\.chats).min(), let last = points.map(\.chats).max()
    else { return }
    let (low, high) = (decade(least, down: true), max(decade(most, down: false), decade(least, down: true) + 1))
    func place(_ point: Growth.Point) -> (x: Double, y: Double) {
      (
        left + width * log(point.chats / first) / max(1e-9, log(last / first)),
        top + height * (1 - (log10(point.value) - low) / (high - low))
      )
    }
    let name = line.name.count > 40 ? String(line.name.prefix(39)) + "…" : line.name
    svg.text("\(name), \(Growth.unit(line))", left - 24, top - 8, size: 10)
    for exponent in Int(low)...Int(high) {
      let y = top + height * (1 - (Double(exponent) - low) / (high - low))
      svg.line(left, y, left + width, y, kind: "g")
      svg.text(Amount.short(pow(10, Double(exponent))), left - 4, y + 3, anchor: "end", size: 8, kind: "s")
    }
    // Of two sizes that lie at one place the larger is named.
    var next = Double.infinity
    for result in all.reversed() {
      guard let chats = result.rows["chats"] else { continue }
      let x = place(Growth.Point(chats: Double(chats), value: pow(10, low))).x
      if next - x > 24 { svg.text(result.size, x, top + height + 12, anchor: "middle", size: 8, kind: "s") }
      next = x
    }
    if last > Double(all.last!.rows["chats"] ?? 0) {
      svg.text("40M", left + width, top + height + 12, anchor: "middle", size: 8, kind: "s")
    }
    for (peer, values) in series.sorted(by: { $0.key < $1.key }) {
      svg.path(values.points.map(place), kind: SVG.peer(peer))
      if let projected = values.projected, let last = values.points.last {
        svg.path([place(last), place(projected)], kind: SVG.peer(peer), isDashed: true)
      }
    }
  }
}
