import LMDB
import TestSupport
import Testing
import UnicodeText

@testable import TableStore

/// Text elements: whole collation keys, or units, a mark and a hash where the budget is too small.
@Suite struct KeyTextTests {
  /// A key is one byte a letter and one for its end.
  @Test(arguments: [510, 511]) func aKeyWithinTheBudgetIsWhole(length: Int) {
    let text = String(repeating: "q", count: length - 1)
    let key = element(text, budget: 511)
    #expect(key.count == length)
    #expect(key == UnicodeCI.key(of: text))
  }

  @Test(arguments: [512, 4_000]) func aLongerKeyIsCutAndHashed(length: Int) {
    let text = String(repeating: "q", count: length - 1)
    let whole = UnicodeCI.key(of: text)
    #expect(whole.count == length)
    let key = element(text, budget: 511)
    #expect(key.count == 511)
    #expect(key == whole.prefix(494) + [0x01] + littleEndian(fnv1a(whole)))
  }

  /// "가" takes three bytes, "漢" two, "é" as "e" one: a key is cut between units.
  @Test(arguments: ["가", "漢", "é", "ß", "😀", "a가", "漢b"]) func aKeyIsCutBetweenUnits(repeated: String) throws {
    for count in [160, 200, 251, 256, 400, 2_000] {
      for budget in [64, 97, 255, 510, 511] {
        let text = String(repeating: repeated, count: count)
        let whole = UnicodeCI.key(of: text)
        let key = element(text, budget: budget)
        guard whole.count > budget else {
          #expect(key == whole)
          continue
        }
        #expect((budget - 2...budget).contains(key.count))
        #expect(key.suffix(17) == [0x01] + littleEndian(fnv1a(whole)))
        #expect(whole.starts(with: key.dropLast(17)))
        var scanner = KeyScanner(at: 0)
        try scanner.skipText(in: key.span.bytes)
        #expect(scanner.offset == key.count)
      }
    }
  }

  @Test(arguments: [
    ("STRASSE", "straße"), ("résumé", "RESUME"), ("abc", "abc   "), ("", "  "), ("ｆｕｌｌ", "full"),
  ]) func equalTextsHaveEqualKeys(left: String, right: String) {
    for (left, right) in [(left, right), (String(repeating: left, count: 300), String(repeating: right, count: 300))]
    where UnicodeCI.equal(left.utf8Span.span.bytes, right.utf8Span.span.bytes) {
      #expect(element(left, budget: 100) == element(right, budget: 100))
    }
    #expect(element(left, budget: 100) == element(right, budget: 100))
  }

  @Test func textsDifferWhereTheyAreCut() {
    let same = String(repeating: "x", count: 600)
    #expect(element(same + "a", budget: 255) != element(same + "b", budget: 255))
  }

  @Test func aPrefixCountsWhatTheCollationSees() {
    #expect(element("😀😀abcdef", prefix: 3, budget: 100) == UnicodeCI.key(of: "😀😀a"))
    #expect(element("ab", prefix: 3, budget: 100) == UnicodeCI.key(of: "ab"))
    #expect(element("a\u{200D}\u{301}bcd", prefix: 3, budget: 100) == UnicodeCI.key(of: "abc"))
    #expect(element("ßß", prefix: 3, budget: 100) == UnicodeCI.key(of: "sss"))
    let long = String(repeating: "漢", count: 500)
    #expect(element(long, prefix: 3, budget: 100) == UnicodeCI.key(of: "漢漢漢"))
    #expect(element(long, prefix: 300, budget: 100) == element(long, budget: 100))
  }

  /// Equal texts have equal prefixes, and a smaller text has no larger one.
  @Test func aPrefixKeepsTheOrder() {
    var random = SeededRandom(for: "order of prefixes")
    for _ in 0..<20_000 {
      let left = random.text(maximum: 12)
      let right = random.variant(of: left)
      let order = UnicodeCI.compare(left.utf8Span.span.bytes, right.utf8Span.span.bytes)
      let keys = [left, right].map { element($0, prefix: Int(left.utf8.count % 5) + 1, budget: 100) }
      if order == 0 { #expect(keys[0] == keys[1]) }
      if order < 0 { #expect(!keys[1].lexicographicallyPrecedes(keys[0])) }
      if order > 0 { #expect(!keys[0].lexicographicallyPrecedes(keys[1])) }
    }
  }

  @Test func aPackedUUIDHasTheKeyOfItsText() throws {
    let text = "01234567-89ab-cdef-0123-456789abcdef"
    let packed: Bytes = [
      0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF,
    ]
    let buffer = ByteBuffer()
    packed.withUnsafeBytes { buffer.appendKey(packedUUID: $0, prefix: nil, budget: 100) }
    #expect(buffer.array == UnicodeCI.key(of: text))
    #expect(buffer.array == UnicodeCI.key(of: text.uppercased()))
  }

  /// The published vectors, so that the hash below can be trusted as the yardstick.
  @Test(
    arguments: [
      ("", 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D), ("a", 0xD228_CB69_6F1A_8CAF_7891_2B70_4E4A_8964),
      ("foobar", 0x343E_1662_793C_64BF_6F0D_3597_BA44_6F18),
    ] as [(String, UInt128)])
  func theHashIsFNV1a(text: String, hash: UInt128) {
    #expect(fnv1a(Bytes(text.utf8)) == hash)
    #expect(KeyHash.fnv1a(Bytes(text.utf8)) == hash)
  }

  private func element(_ text: String, prefix: Int? = nil, budget: Int) -> Bytes {
    let buffer = ByteBuffer(capacity: 16)
    text.withUTF8Bytes { _ = buffer.appendKey(text: $0, prefix: prefix, budget: budget) }
    return buffer.array
  }

  /// FNV-1a by its definition: the prime is 2^88 + 2^8 + 0x3B.
  private func fnv1a(_ bytes: Bytes) -> UInt128 {
    var hash: UInt128 = 144_066_263_297_769_815_596_495_629_667_062_367_629
    for byte in bytes {
      hash ^= UInt128(byte)
      hash = (hash << 88) &+ (hash << 8) &+ hash &* 0x3B
    }
    return hash
  }

  private func littleEndian(_ hash: UInt128) -> Bytes {
    (0..<16).map { UInt8(truncatingIfNeeded: hash >> UInt128($0 * 8)) }
  }
}
