import TestSupport
import Testing
import UnicodeText

@Suite struct UnicodeCIKeyTests {
  // Stored keys depend on these bytes: a change of them is a change of the file format.
  @Test(
    arguments: [
      ("", [0x0B]), (" ", [0x0B]), ("\t", [0x02, 0x0B]), ("\u{2029}", [0x09, 0x0B]),
      ("aZ09", [0x56, 0x87, 0x4C, 0x55, 0x0B]),
      ("a b", [0x56, 0x0C, 0x58, 0x0B]), ("a \t", [0x56, 0x0A, 0x02, 0x0B]), ("José", [0x68, 0x72, 0x7A, 0x5E, 0x0B]),
      ("\u{4E00}", [0x9A, 0x00, 0x0B]), ("\u{9FA5}", [0xEB, 0xA5, 0x0B]), ("\u{FA0E}", [0xEC, 0xFA, 0x0E, 0x0B]),
      ("\u{3400}", [0xED, 0x34, 0x00, 0x0B]), ("가", [0xEE, 0xAC, 0x00, 0x0B]), ("😀", [0xEF, 0x0B]),
    ] as [(String, [UInt8])])
  func keysAreStable(text: String, key: [UInt8]) {
    #expect(UnicodeCI.key(of: text) == key)
  }

  @Test func leadsNeverAreZeroOrOneAndLengthsAgree() {
    var random = SeededRandom(for: "leadsNeverAreZeroOrOneAndLengthsAgree")
    for _ in 0..<20_000 {
      let key = UnicodeCI.key(of: random.text(maximum: 12))
      let row = [0xFF] + key + [0x0B, 0xFF]
      #expect(UnicodeCI.endOfKey(in: row.span.bytes, at: 1) == 1 + key.count)
    }
  }

  // At every capacity: whole units only, a prefix of the whole key, and a source offset that covers them.
  @Test func truncationAtEveryCapacity() {
    var random = SeededRandom(for: "truncationAtEveryCapacity")
    for _ in 0..<3_000 {
      let text = Array(random.text(maximum: 14).utf8)
      let whole = UnicodeCI.key(of: text.span.bytes)
      for capacity in 0...whole.count + 5 {
        let (result, bytes) = encode(text, capacity: capacity)
        guard case .truncated(let byteCount, let sourceByteCount) = result else {
          #expect(capacity >= whole.count && bytes == whole)
          continue
        }
        let tail = [UInt8](repeating: 0xEE, count: UnicodeCI.cutTailByteCount)
        let cut = bytes + [UnicodeCI.cutMark] + tail
        let covered = UnicodeCI.key(of: text.span.bytes.extracting(first: sourceByteCount)).dropLast()
        #expect(capacity < whole.count && byteCount <= capacity && bytes == Array(whole.prefix(byteCount)))
        #expect(capacity - byteCount < 3 && sourceByteCount <= text.count)
        #expect(covered.count <= byteCount)
        #expect(UnicodeCI.endOfKey(in: cut.span.bytes, at: 0) == cut.count)
      }
    }
  }

  // A unique index compares the cut bytes first, so equal texts must be cut alike.
  @Test func equalTextsAreCutAlike() {
    for (left, right) in [("straßen", "STRASSEN"), ("a\u{301}b", "ab"), ("œuvre", "oeuvre"), ("ﬁ x", "FI\u{A0}X ")] {
      let whole = UnicodeCI.key(of: left)
      for capacity in 0...whole.count {
        #expect(
          encode(Array(left.utf8), capacity: capacity).bytes == encode(Array(right.utf8), capacity: capacity).bytes)
      }
    }
  }

  @Test func endOfKeyRefusesWhatIsNoKey() {
    var row = UnicodeCI.key(of: "Zoë 王 가 ﷺ")
    for count in 0..<row.count {
      #expect(UnicodeCI.endOfKey(in: row.span.bytes.extracting(first: count), at: 0) == nil)
    }
    #expect(UnicodeCI.endOfKey(in: row.span.bytes, at: row.count) == nil)
    #expect(UnicodeCI.endOfKey(in: row.span.bytes, at: -1) == nil)
    row[0] = 0
    #expect(UnicodeCI.endOfKey(in: row.span.bytes, at: 0) == nil)
    row[0] = 0xFF
    #expect(UnicodeCI.endOfKey(in: row.span.bytes, at: 0) == nil)
    let cut: [UInt8] = [0x56, UnicodeCI.cutMark] + [UInt8](repeating: 0, count: 15)
    #expect(UnicodeCI.endOfKey(in: cut.span.bytes, at: 0) == nil)
    #expect(UnicodeCI.endOfKey(in: (cut + [0]).span.bytes, at: 0) == 18)
  }

  @Test func prefixCountsCodePoints() {
    #expect(encode(Array("Ångström".utf8), capacity: 64, prefix: 5).bytes == UnicodeCI.key(of: "angst"))
    #expect(encode(Array("a\u{301}b".utf8), capacity: 64, prefix: 2).bytes == UnicodeCI.key(of: "a"))
    #expect(encode(Array("abc".utf8), capacity: 64, prefix: 0).bytes == UnicodeCI.key(of: ""))
    #expect(encode(Array("abc".utf8), capacity: 64, prefix: 9).bytes == UnicodeCI.key(of: "abc"))
    #expect(UnicodeCI.keyPrefix(of: "ab ".utf8Span.span.bytes) == [0x56, 0x58])
  }

  @Test func codePointsAreCounted() {
    let text = "aé漢😀"
    #expect(UnicodeCI.codePointCount(text.utf8Span.span.bytes) == 4)
    #expect(
      (0...5).map { UnicodeCI.byteOffset(ofCodePoint: $0, in: text.utf8Span.span.bytes) } == [0, 1, 3, 6, 10, 10])
  }
}
