import TestSupport
import Testing
import UnicodeText

@Suite struct SortKeyBufferTests {
  @Test func keysAreTheCollators() throws {
    var random = SeededRandom()
    let collator = try ICUCollator(strength: .primary)
    var buffer = SortKeyBuffer(collator: collator)
    for _ in 0..<20_000 {
      let parts = (0..<Int.random(in: 0...3, using: &random)).map { _ in random.text(maximum: 6) }
      buffer.removeAll()
      for part in parts { Array(part.utf8).withUnsafeBytes { buffer.append($0) } }
      #expect(Array(buffer.key()) == collator.sortKey(of: parts.joined()).dropLast(), "\(parts)")
    }
  }

  @Test(arguments: ["a", "é", "漢", "😀", "ﷺ"])
  func aLongTextIsCutBetweenCodePoints(character: String) throws {
    let collator = try ICUCollator(strength: .primary)
    var buffer = SortKeyBuffer(collator: collator)
    for _ in 0..<1_000 { Array(character.utf8).withUnsafeBytes { buffer.append($0) } }
    let kept = String(repeating: character, count: min(1_000, SortKeyBuffer.maximumByteCount / character.utf8.count))
    #expect(Array(buffer.key()) == collator.sortKey(of: kept).dropLast())
  }
}
