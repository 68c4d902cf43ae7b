import TerminalText
import TestSupport
import Testing

/// Widths of what terminals show, and tables made with them.
@Suite struct TextTableTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("你好", 4), ("ｱｲ", 2), ("ＡＢ", 4), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("ไทย", 3), ("ที่", 1), ("العربية", 7), ("हिन्दी", 5), ("😀", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("👍🏽", 2),
    ("👨‍👩‍👧‍👦", 2), ("🏳️‍🌈", 2), ("🇮🇩", 2), ("🇮🇩🇸🇪", 4), ("🇮", 1), ("1\u{FE0F}\u{20E3}", 2), ("1", 1), ("#", 1), ("©", 1),
    ("a\u{200B}b", 2), ("a\u{200D}b", 2), ("\u{FEFF}a", 1), ("〈〉", 4), ("…", 1), ("─", 1), ("№", 1), ("𠮷", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
  ])
  func widths(_ text: String, _ width: Int) { #expect(CellText(text, limit: .max).width == width, "\(text)") }

  @Test(arguments: [
    ("a\tb\nc\r\nd", "a b c  d"), ("\u{1B}[31mred\u{7}", "␛[31mred␇"), ("\u{9B}31m", "\u{FFFD}31m"), ("\u{7F}\0", "␡␀"),
    ("x\u{202E}y\u{2066}", "x\u{FFFD}y\u{FFFD}"), ("a\u{2028}b", "a b"),
  ])
  func whatATerminalWouldActUponIsShown(_ text: String, _ shown: String) {
    let cell = CellText(text, limit: .max)
    #expect(cell.text.unicodeScalars.elementsEqual(shown.unicodeScalars), "\(cell.text.unicodeScalars.map(\.value))")
    #expect(cell.width == shown.count)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("你好世界", 8, "你好世界"), ("你好世界啊", 8, "你好世…"),
    ("a你好世界", 8, "a你好世…"), ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 4, "👨‍👩‍👧‍👦…"), ("éé\u{301}\u{302}éé", 3, "éé\u{301}\u{302}…"),
  ])
  func wideCellsAreCut(_ text: String, _ limit: Int, _ shown: String) {
    let cell = CellText(text, limit: limit)
    #expect(cell.text == shown)
    #expect(cell.width <= limit && cell.width == CellText(cell.text, limit: .max).width)
  }

  /// A letter may have any number of marks; no more than some are looked at.
  @Test func aTowerOfMarksIsCut() {
    let tower = "a" + String(repeating: "\u{301}", count: 1_000_000)
    #expect(CellText(tower, limit: 60).text.unicodeScalars.count < 1_000)
  }

  @Test func randomTextsFitTheirLimit() {
    var random = SeededRandom()
    for _ in 0..<2_000 {
      let pieces = [
        "a", "é", "你", "😀", "👍🏽", "🇮🇩", "e\u{301}", "\u{200D}", "\t", "\u{1B}", "ก", "ำ", "\u{FE0F}", "1", "\u{20E3}",
      ]
      let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in random.pick(pieces) }.joined()
      let limit = Int.random(in: 1...40, using: &random)
      let (whole, cut) = (CellText(text, limit: .max), CellText(text, limit: limit))
      #expect(cut.width <= limit)
      #expect(cut.width == CellText(cut.text, limit: .max).width)
      #expect((whole.width <= limit) == (cut.text == whole.text))
    }
  }

  private func table(_ rows: [[String?]], terminal: Terminal = Terminal()) -> String {
    var table = TextTable(["name", "n", "note"], numbers: [1], terminal: terminal)
    return rows.map { table.append($0) }.joined() + table.finish()
  }

  @Test func columnsAreAligned() {
    let rows = [["你好", "1", "x"], ["e\u{301}", "-234", nil], [nil, nil, ""], ["", "", ""], ["👍🏽", "5", "y"]]
    let lines = [
      "name     n  note", "────  ────  ────", "你好     1  x", "e\u{301}     -234  NULL", "NULL  NULL", "",
      "👍🏽       5  y", "",
    ]
    #expect(table(rows) == lines.joined(separator: "\n"))
    #expect(table([]) == "name  n  note\n────  ─  ────\n")
  }

  @Test func rowsArePrintedWhileTheyCome() {
    var table = TextTable(["a", "b"], numbers: [1], terminal: Terminal())
    for number in 1..<TextTable.sampleCount { #expect(table.append(["x", "\(number)"]).isEmpty) }
    #expect(table.append(["x", "1"]).split(separator: "\n").count == TextTable.sampleCount + 2)
    #expect(table.append(["y", "7"]) == "y    7\n")
    #expect(table.append(["wide", "1234567"]) == "wide  1234567\n", "nothing of it is lost")
    let long = table.append([String(repeating: "z", count: 100), "1"])
    #expect(long == String(repeating: "z", count: 59) + "…    1\n")
    #expect(table.finish().isEmpty)
  }

  @Test func aNarrowScreenMakesTextNarrower() {
    let rows = [
      [String(repeating: "a", count: 40), "123456789012", String(repeating: "b", count: 30)], ["c", "1", nil],
    ]
    for width in [30, 40, 60, 80] {
      let lines = table(rows, terminal: Terminal(columns: width)).split(separator: "\n").map {
        CellText(String($0), limit: .max)
      }
      #expect(lines.allSatisfy { $0.width <= max(width, 32) }, "\(width)")
      #expect(lines.contains { $0.text.contains("123456789012") })
    }
    #expect(table(rows, terminal: Terminal(columns: 200)) == table(rows))
  }

  @Test func stylesAreOnlyForTerminals() {
    let rows: [[String?]] = [["a", nil, "NULL"]]
    let styled = table(rows, terminal: Terminal(columns: 80, hasStyles: true))
    #expect(styled.contains("\u{1B}[1mname\u{1B}[0m") && styled.contains("\u{1B}[2mNULL\u{1B}[0m  NULL\n"))
    #expect(styled.replacing(/\u{1B}\[\dm/, with: "") == table(rows))
  }
}
