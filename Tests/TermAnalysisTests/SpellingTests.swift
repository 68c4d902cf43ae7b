import TermAnalysis
import Testing
import UnicodeText

/// Which spellings meet, one line per spelling rule: by hand, and by ICU's own comparison.
@Suite struct SpellingTests {
  @Test(arguments: [
    ["José", "JOSE", "ｊｏｓé", "jose", "Jose\u{301}", "JOSÉ"],
    ["Søren", "soren", "SØREN"], ["Łukasz", "lukasz"], ["Đức", "duc", "đuc"], ["Æsir", "aesir", "æsir"],
    ["straße", "strasse", "STRASSE", "ſtraße"], ["œuvre", "oeuvre"], ["ﬁn", "fin"], ["Ангелы", "АНГЕЛЫ", "ангелы"],
    ["ёлка", "елка"], ["ışık", "ıŞıK", "ısık"], ["Işil", "isil", "İŞİL"],
    ["محـــمد", "محمد", "مُحَمَّد"], ["שָׁלוֹם", "שלום"],
    ["한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"], ["カ", "か", "ガ", "ｶ", "ｶﾞ", "ヵ"],
    ["Ｊｏ", "jo", "JO"], ["x", "X", "ｘ"], ["Đ", "d"], ["123", "１２３", "١٢٣", "๑๒๓"],
    ["co\u{AD}op", "coop"], ["می\u{200C}خواهم", "میخواهم"], ["a_b", "A_B", "ａ_ｂ"],
  ])
  func meet(spellings: [String]) throws {
    let collator = try ICUCollator(strength: .primary)
    let words = try spellings.map { spelling in try #require(try tokens(spelling).first) }
    for (spelling, word) in zip(spellings, words) {
      #expect(collator.compare(spelling, spellings[0]) == 0, "\(spelling)")
      #expect(word.kind == .word && word.position == 0, "\(spelling)")
      #expect(word.term == words[0].term && word.term == icuTerm(spelling), "\(spelling)")
      #expect(try finds(spelling, in: "x \(spellings[0]) y"), "\(spelling)")
    }
  }

  @Test(arguments: [
    ("ı", "i"), ("й", "и"), ("o", "0"), ("l", "1"), ("カ", "キ"), ("ab", "a_b"), ("王", "玉"), ("ก", "ข"), ("a", "ab"),
    ("þ", "th"), ("ŋ", "n"), ("α", "a"),
  ])
  func stayApart(left: String, right: String) throws {
    #expect(try ICUCollator(strength: .primary).compare(left, right) != 0)
    #expect(try terms(left).isDisjoint(with: terms(right)))
  }

  @Test(arguments: ["o", "Li", "Ng", "de", "com", "the", "Al", "李", "明", "ㄱ", "é", "7"])
  func shortAndCommonWordsAreTerms(name: String) throws {
    #expect(try tokens(name).filter { $0.kind == .word } == [Expected(.word, 0, 1, name)])
    #expect(try finds(name, in: "xx \(name), yy"))
  }

  @Test(arguments: ["", " ", "—!?", "\u{301}\u{302}", "\u{200D}\u{FE0F}", "❤️ 😀👨‍👩‍👧", "\u{640}"])
  func noTerms(text: String) throws {
    #expect(try tokens(text).isEmpty)
  }

  // What has no term takes no position and is not a part of anything.
  @Test func ignorableWordsArePunctuation() throws {
    #expect(try tokens("john ❤\u{FE0F} doe") == [Expected(.word, 0, 1, "john"), Expected(.word, 1, 1, "doe")])
    #expect(try tokens("a-\u{301}-b") == [Expected(.word, 0, 1, "a"), Expected(.word, 1, 1, "b")])
  }
}
