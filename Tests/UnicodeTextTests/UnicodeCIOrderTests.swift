import TestSupport
import Testing
import UnicodeText

@Suite struct UnicodeCIOrderTests {
  // The 20,000 answers of the server, by text, by key, and by keys with other bytes behind them.
  @Test func pairsAgreeWithTheServer() throws {
    let pairs = try Fixture.pairs()
    try #require(pairs.count == 20_000)
    for pair in pairs { check(pair.left, pair.right, pair.order) }
  }

  @Test func everyCodePointOrdersByItsWeights() {
    let reference = ReferenceCollation.shared
    let scalars = (UInt32(0)...0x1_0010).compactMap { Unicode.Scalar($0) }
    let sorted = scalars.map { (text: String($0), weights: reference.weights(of: $0.value)) }
      .sorted { reference.compare($0.weights, $1.weights) < 0 }
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      check(left.text, right.text, reference.compare(left.weights, right.weights))
      check("a \(left.text)", "a \(right.text)", reference.compare([0x0209] + left.weights, [0x0209] + right.weights))
    }
  }

  @Test func randomTextsOrderByTheirWeights() {
    var random = SeededRandom(for: "randomTextsOrderByTheirWeights")
    let reference = ReferenceCollation.shared
    for _ in 0..<200_000 {
      let left = random.text(maximum: 9)
      let right = Bool.random(using: &random) ? random.variant(of: left) : random.text(maximum: 9)
      check(left, right, reference.compare(reference.weights(of: left), reference.weights(of: right)))
    }
  }

  @Test func longRunsOfSpacesAndIgnorables() {
    let spaces = String(repeating: " ", count: 50_000)
    let marks = String(repeating: "\u{301}", count: 50_000)
    check("a\(spaces)", "a", 0)
    check("a\(marks)", "a", 0)
    check("a\(spaces)b", "a", 1)
    check("a\(spaces)\t", "a", -1)
    check("a\(spaces)\(marks)b", "a\(spaces)B", 0)
    check("a\(spaces)b", "a\(spaces) b", 1)
  }

  @Test(arguments: [
    ("ß", "ss", 0), ("œ", "oe", 0), ("ﬁ", "fi", 0), ("カ", "か", 0), ("か", "ガ", 0), ("İ", "i", 0), ("ё", "е", 0),
    ("ı", "i", 1), ("ø", "o", 1), ("ł", "l", 1), ("đ", "d", 1), ("æ", "ae", 1), ("😀", "😁", 0), ("a", "a ", 0),
    ("a\t", "a", -1), ("José", "JOSE", 0), ("", " ", 0), ("", "\t", 1), ("\u{FFFD}", "😀", -1),
  ])
  func documentedCases(left: String, right: String, order: Int) {
    check(left, right, order)
  }

  private func check(_ left: String, _ right: String, _ order: Int) {
    let found = compareTexts(left, right)
    let reverse = compareTexts(right, left)
    let (leftKey, rightKey) = (UnicodeCI.key(of: left), UnicodeCI.key(of: right))
    let byKey = compareBytes(leftKey, rightKey)
    let followed = order == 0 ? 0 : compareBytes(leftKey + [0xFF, 0xFF], rightKey + [0x00, 0x00])
    let preceded = order == 0 ? 0 : compareBytes(leftKey + [0x00, 0x00], rightKey + [0xFF, 0xFF])
    if [found, -reverse, byKey, followed, preceded] != [Int](repeating: order, count: 5) {
      Issue.record(
        "\(left.debugDescription) \(right.debugDescription): \(order), found \(found) \(reverse) \(byKey) \(followed) \(preceded)"
      )
    }
  }
}
