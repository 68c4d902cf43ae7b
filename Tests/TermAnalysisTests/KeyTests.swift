import TermAnalysis
import TestSupport
import Testing
import UnicodeText

@Suite struct KeyTests {
  /// The keys that are made without ICU are ICU's, over a million words.
  @Test func asciiKeysAreICUs() throws {
    var random = SeededRandom()
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_".utf8)
    let collator = try ICUCollator(strength: .primary)
    let analyzer = try TextAnalyzer()
    var list = TokenList()
    for _ in 0..<1_000_000 {
      let count = random.chance(1_000) ? Int.random(in: 100...200, using: &random) : Int(random.next() % 12) + 1
      let word = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        for index in 0..<count { buffer[index] = letters[Int(random.next() % UInt64(letters.count))] }
        initialized = count
      }
      analyzer.tokens(in: word.span.bytes, into: &list)
      let key = collator.sortKey(of: word.span.bytes).dropLast().prefix(128)
      guard list.tokens.count == 1, list.keys.elementsEqual(key) else {
        Issue.record("\(String(decoding: word, as: UTF8.self))")
        return
      }
    }
  }

  /// An analyzer that makes every key by ICU gives the same tokens, for any bytes.
  @Test func theFastWayChangesNothing() throws {
    var random = SeededRandom()
    let slow = try TextAnalyzer(asksICUAlways: true)
    for _ in 0..<20_000 {
      let bytes = random.bytes()
      let (left, right) = (try tokens(bytes), try tokens(bytes, by: slow))
      #expect(left == right, "\(bytes)")
    }
  }

  /// Every token's term is ICU's of its source, or of its source without separators.
  @Test func everyTermIsICUs() throws {
    var random = SeededRandom()
    for _ in 0..<20_000 {
      let bytes = random.bytes()
      for token in try tokens(bytes) where token.kind != .joined || token.source.contains("@") {
        #expect(token.term == icuTerm(token.source), "\(token)")
      }
    }
  }

  /// The term of a word's beginning begins the term of the word.
  @Test(arguments: [
    "abcxyzABCéøłßæđıĳﬁ0129_", "абвгдйёжщћіїґ", "ابتثجحخدذرزسمحدـ", "אבגדהוזחטךכםמשת", "王小明是我的朋友𠮷〇々",
    "カかガきーっッｶャ", "김철수이박최한글가각", "αβγδεωάς", "aб漢אعか김ก0", "कखगघ\u{94D}\u{93E}", "ሀለሐመ", "აბგდ",
  ])
  func aBeginningIsABytePrefix(letters: String) throws {
    try expectBytePrefixes(of: letters) { _ in true }
  }

  // Vowels that are written before their consonant are weighed behind it: a beginning has to have the consonant too.
  @Test(arguments: ["กขคงมนเแโไใดตาะัิ่", "ກຂຄງເແໂໄນດາະ"])
  func aBeginningUpToAConsonantIsABytePrefix(letters: String) throws {
    try expectBytePrefixes(of: letters) { !$0.properties.isLogicalOrderException }
  }

  private func expectBytePrefixes(of letters: String, endingWith mayEnd: (Unicode.Scalar) -> Bool) throws {
    var random = SeededRandom(for: "expectBytePrefixes(\(letters))")
    let scalars = Array(letters.unicodeScalars)
    for _ in 0..<2_000 {
      let word = (0..<Int.random(in: 1...12, using: &random)).map { _ in random.pick(scalars) }
      let whole = String(String.UnicodeScalarView(word))
      let key = icuTerm(whole)
      for count in 1...word.count where mayEnd(word[count - 1]) {
        let part = String(String.UnicodeScalarView(word.prefix(count)))
        #expect(key.starts(with: icuTerm(part)), "\(part) in \(whole)")
      }
    }
  }

  @Test func longTokensAreCut() throws {
    for part in ["a", "é", "漢", "a\u{301}\u{323}", "ﷺ", "한", "\u{1E9B}\u{323}", "😀a", "a\u{200D}"] {
      let text = String(repeating: part, count: 3_000)
      let found = try tokens(text)
      #expect(found.first?.term == icuTerm(try #require(found.first).source), "\(part)")
      #expect(found.allSatisfy { $0.term.count <= 128 })
    }
    let joined = try tokens(String(repeating: "é-", count: 2_000)).last
    #expect(joined?.length == 2_000 && joined?.term == icuTerm(String(repeating: "é", count: 2_000)))
  }

  @Test(arguments: [
    "a", "ab ", "12 ", "a-", "a.b@", "a\u{200D}", "\u{301}\u{323}", "\u{200D}", "漢", "ก", "김", "\u{FF}é",
  ])
  func hugeTextsAreSafe(part: String) throws {
    let bytes = Array(String(repeating: part, count: (1 << 18) / part.utf8.count).utf8)
    _ = try tokens(bytes)
    _ = try tokens(bytes + [0xFF] + bytes)
  }

  // Sequences that are too long for their value, a surrogate, a value beyond Unicode, single bytes, cut sequences.
  @Test(
    arguments: [
      [0xE0, 0x81, 0x81], [0xF0, 0x80, 0x81, 0x81], [0xE0, 0x83, 0xA9], [0xF0, 0x8E, 0xBC, 0xA2], [0xC1, 0x81],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80], [0xC3], [0xE6, 0xBC], [0xF0, 0xA0, 0xAE],
    ] as [[UInt8]])
  func invalidBytesSeparate(bytes: [UInt8]) throws {
    #expect(try tokens([0x61] + bytes + [0x62]) == [Expected(.word, 0, 1, "a"), Expected(.word, 1, 1, "b")])
    #expect(try tokens([0x61] + bytes) == [Expected(.word, 0, 1, "a")])
  }

  @Test func aThreadKeepsItsAnalyzer() throws {
    #expect(try TextAnalyzer.current === TextAnalyzer.current)
    #expect(TextAnalyzer.version > 0)
  }
}

extension SeededRandom {
  /// UTF-8 of words, separators and scripts mixed; now and then with a byte that is none.
  mutating func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...8, using: &self) {
      switch Int.random(in: 0..<6, using: &self) {
      case 0: bytes += pick(["-", "'", "’", ".", "@", " ", "(", ") ", "+", "\u{200D}", "ʼ", "‑"]).utf8
      case 1: bytes += String(Int.random(in: 0...99_999, using: &self)).utf8
      case 2: bytes += pick(["John", "doe", "José", "O", "_x", "com"]).utf8
      case 3: bytes += pick(["漢字", "สมชาย", "カ", "김철", "王", "привет", "שָׁ", "ـ"]).utf8
      case 4: bytes += text(maximum: 4).utf8
      default: if chance(4) { bytes.append(UInt8.random(in: 0...255, using: &self)) }
      }
    }
    if chance(4) { bytes.removeLast(min(bytes.count, 1)) }
    return bytes
  }
}
