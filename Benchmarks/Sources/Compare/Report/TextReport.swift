/// The results of a run as Markdown tables, a table a suite.
enum TextReport {
  static func of(_ results: Results) -> String {
    var text = head(results)
    let goals = results.lines.filter { $0.goal != nil }
    if !goals.isEmpty { text += "\n### \(results.size): speed to reach\n\n" + table(results, goals) }
    for suite in suites(results) {
      text += "\n### \(results.size): \(suite)\n\n" + table(results, results.lines.filter { $0.suite == suite })
    }
    let behind = shortfalls(results.lines)
    if !behind.isEmpty { text += "\n### \(results.size): what is behind, and why\n\n" + behind }
    return text
  }

  /// What lines are behind and by how much, reason by reason.
  private static func shortfalls(_ lines: [Results.Line]) -> String {
    var found: [(reason: String, lines: [String])] = []
    func note(_ line: Results.Line, _ distance: String, _ reason: String?) {
      let reason = reason ?? "The reason is not known."
      let place = found.firstIndex { $0.reason == reason } ?? found.count
      if place == found.count { found.append((reason, [])) }
      found[place].lines.append("\(line.name): \(distance)")
    }
    for line in lines where line.differing.isEmpty {
      let reasons = Reasons.of(line)
      if let distance = line.distance, distance > 1 {
        note(line, "**\(Amount.ratio(distance)) off its goal**", reasons.goal)
      }
      // What is printed as 1.00 × is no difference.
      if let sql = line.ratioToSQL, sql.ratio >= 1.005 {
        note(line, "**\(Amount.ratio(sql.ratio)) \(sql.peer)**", reasons.peer)
      }
    }
    return found.map { reason, lines in "\(reason)\n\n\(lines.map { "- \($0)\n" }.joined())" }.joined(separator: "\n")
  }

  private static func head(_ results: Results) -> String {
    let sorted = results.rows.sorted { $0.value > $1.value }
    var rows = sorted.prefix(6).map { "\(Amount.grouped(Double($0.value))) \($0.key)" }
    let others = sorted.dropFirst(6).map(\.value)
    if !others.isEmpty { rows.append("\(Amount.grouped(Double(others.reduce(0, +)))) of \(others.count) other tables") }
    let versions = results.peers.compactMap { peer in results.versions[peer].map { "\(peer) \($0)" } }
    return """
      \(rows.joined(separator: ", ")); hash of all rows `\(results.dataHash)`.
      \(results.date); \(results.machine.joined(separator: "; ")). \(versions.joined(separator: "; ")).
      \((["\(results.rounds) rounds."] + results.notes).joined(separator: " "))

      """
  }

  private static let order = [
    "chats", "campaign_logs", "contacts", "audit_logs", "application", "scans", "writes", "mixed day", "loads",
    StartTrial.suite,
  ]

  private static func suites(_ results: Results) -> [String] {
    let there = Set(results.lines.map(\.suite))
    return order.filter(there.contains)
  }

  private static func table(_ results: Results, _ lines: [Results.Line]) -> String {
    let peers = results.peers
    var text = "| | \(peers.joined(separator: " | ")) | Blazz ÷ LMDB | Blazz ÷ best SQL | goal | answers |\n"
    text += "|---|\(String(repeating: "--:|", count: peers.count))--:|--:|---|---|\n"
    for line in lines {
      let figures = peers.map { peer in
        line.figures[peer].map { Self.text($0, line.unit) } ?? ""
      }
      let floor = line.ratio(to: "LMDB").map(Amount.ratio) ?? ""
      let sql = line.ratioToSQL.map { "\(Amount.ratio($0.ratio)) \($0.peer)" } ?? ""
      let cells = ["\(line.name), \(line.unit.rawValue)"] + figures + [floor, sql, goal(line), answers(line)]
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }

  /// The median, and the 99th percentile where there is another.
  private static func text(_ figure: Results.Figure, _ unit: Results.Line.Unit) -> String {
    let high = [figure.p99 == figure.median ? nil : figure.p99, figure.p999].compactMap {
      $0.map { Amount.text($0, unit) }
    }
    return Amount.text(figure.median, unit) + (high.isEmpty ? "" : " (\(high.joined(separator: "; ")))")
  }

  private static func goal(_ line: Results.Line) -> String {
    guard let goal = line.goal else { return "" }
    let sign = line.unit.isRate ? "≥" : "≤"
    let wanted =
      goal.times.map { "\(sign) \(Amount.short(goal.value)) × \($0)" }
      ?? "\(sign) \(Amount.text(goal.value, line.unit))"
    guard let distance = line.distance else { return wanted }
    return distance <= 1 ? "\(wanted): reached" : "\(wanted): \(Amount.ratio(distance)) off"
  }

  private static func answers(_ line: Results.Line) -> String {
    guard let hash = line.hash else { return "" }
    guard line.differing.isEmpty else { return "VOID: \(line.differing.joined(separator: ", "))" }
    return "`\(hash.prefix(8))` (\(line.compared ?? 0))"
  }
}
