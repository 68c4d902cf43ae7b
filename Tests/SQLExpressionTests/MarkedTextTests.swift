import SQLExpression
import TestSupport
import Testing

@Suite struct MarkedTextTests {
  @Test(arguments: [
    ("a = = 1", "a = = 1\n    ^"), ("", "\n^"), ("a AND", "a AND\n     ^"), ("漢 漢", "漢 漢\n   ^"),
    ("e\u{301} 'b'", "e\u{301} 'b'\n  ^"), ("a\n\tb", "a  b\n   ^"), ("a \u{1B}[31m", "a ␛[31m\n  ^"),
    ("a = \u{7F}", "a = \u{FFFD}\n    ^"),
  ])
  func aShortTextIsShownWhole(text: String, marked: String) { #expect(mark(text) == marked) }

  @Test func aLongTextIsCutAroundTheCaret() {
    let condition = String(repeating: "a = 1 AND ", count: 20)
    #expect(
      mark(condition + "b c AND " + condition + "d", width: 40)
        == "… 1 AND a = 1 AND b c AND a = 1 AND a =…\n" + "                    ^")
    #expect(mark("b c AND " + condition + "d", width: 20) == "b c AND a = 1 AND a…\n  ^")
    #expect(mark(condition, width: 20) == "…= 1 AND a = 1 AND \n" + "                   ^")
    #expect(mark(condition + "漢 漢", width: 20) == "…AND a = 1 AND 漢 漢\n" + "                  ^")
  }

  @Test func invalidTextIsShownRepaired() {
    let text = ExpressionText(utf8: [0x61, 0x20, 0xFF, 0x20, 0x62])
    let error = #expect(throws: ExpressionError.self) { try text.condition() }
    #expect(error.map { text.marked($0) } == "a \u{FFFD} b\n  ^")
  }

  @Test func linesAreNeverTooWide() {
    var random = SeededRandom(for: "linesAreNeverTooWide")
    for _ in 0..<5_000 {
      let text = ExpressionText((0..<20).map { _ in random.text(maximum: 6) }.joined(separator: "x"))
      let offset = Int.random(in: 0...150, using: &random)
      let width = Int.random(in: 8...60, using: &random)
      let lines = text.marked(text.failure(at: offset, expected: "", found: ""), width: width).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 2 && lines[1].last == "^" && lines[1].count <= width)
      let marks: [Unicode.GeneralCategory] = [.nonspacingMark, .enclosingMark]
      #expect(lines[0].unicodeScalars.count { !marks.contains($0.properties.generalCategory) } <= width)
      #expect(!lines[0].unicodeScalars.contains { $0.value < 0x20 })
    }
  }

  private func mark(_ text: String, width: Int = 76) -> String {
    let text = ExpressionText(text)
    do { return try text.condition().sql() } catch { return text.marked(error, width: width) }
  }
}
