import TermAnalysis
import TestSupport
import Testing

@Suite struct UnspacedTests {
  // The cuts come from ICU's dictionaries; these have been stable.
  @Test func dictionaryWordsAndBigrams() throws {
    #expect(
      try tokens("x 王小明 y") == [
        Expected(.word, 0, 1, "x"), Expected(.word, 1, 3, "王小明"), Expected(.segment, 1, 1, "王"),
        Expected(.segment, 2, 2, "小明"), Expected(.bigram, 1, 2, "王小"), Expected(.bigram, 2, 2, "小明"),
        Expected(.bigram, 3, 1, "明"), Expected(.word, 4, 1, "y"),
      ])
    let thai = try tokens("สมชายใจดี")
    #expect(thai.first == Expected(.word, 0, 8, "สมชายใจดี"))
    #expect(
      thai.filter { $0.kind == .segment } == [Expected(.segment, 0, 5, "สมชาย"), Expected(.segment, 5, 3, "ใจดี")])
    #expect(thai.contains(Expected(.bigram, 5, 2, "ใจ")) && thai.last == Expected(.bigram, 7, 1, "ดี"))
  }

  @Test func hangulHasBigrams() throws {
    #expect(
      try tokens("김철수") == [
        Expected(.word, 0, 3, "김철수"), Expected(.bigram, 0, 2, "김철"), Expected(.bigram, 1, 2, "철수"),
        Expected(.bigram, 2, 1, "수"),
      ])
    #expect(try finds("철수", in: "김철수"))
  }

  @Test func mixedWords() throws {
    #expect(
      try tokens("iPhone手机 x") == [
        Expected(.word, 0, 3, "iphone手机", source: "iPhone手机"), Expected(.segment, 0, 1, "iPhone"),
        Expected(.segment, 1, 2, "手机"), Expected(.bigram, 1, 2, "手机"), Expected(.bigram, 2, 1, "机"),
        Expected(.word, 3, 1, "x"),
      ])
    #expect(try tokens("电话13812345678").contains(Expected(.segment, 2, 1, "13812345678", isDigits: true)))
    #expect(try tokens("漢") == [Expected(.word, 0, 1, "漢"), Expected(.bigram, 0, 1, "漢")])
    #expect(try tokens("a漢").suffix(2) == [Expected(.segment, 1, 1, "漢"), Expected(.bigram, 1, 1, "漢")])
  }

  // A joiner does not split a word; InnoDB, to which it does, finds the parts.
  @Test func formatCharacters() throws {
    #expect(
      try tokens("می\u{200C}خواهم x") == [
        Expected(.word, 0, 1, "میخواهم", source: "می\u{200C}خواهم"), Expected(.segment, 0, 1, "می"),
        Expected(.segment, 0, 1, "خواهم"), Expected(.word, 1, 1, "x"),
      ])
    #expect(try tokens("\u{202A}0812\u{202C}") == [Expected(.word, 0, 1, "0812", isDigits: true)])
    #expect(try tokens("กา\u{200B}ขา").filter { $0.kind == .word }.map(\.source) == ["กา", "ขา"])
  }

  @Test func halfWidthAndJamoAreTheCharactersThatOneSees() throws {
    #expect(try terms("ｶﾞﾗｽ") == terms("ガラス"))
    #expect(try terms("김철수") == terms("김철수".decomposed))
    #expect(try tokens("กำลัง").first?.length == 3)
  }

  /// Any two neighbouring characters of any text are a term at the position of the first.
  @Test func anyTwoNeighboursAreFound() throws {
    var random = SeededRandom()
    let scripts = ["王小明是我的朋友𠮷〇々", "กขคงมนเแโไดตาำะ", "かきくガギグーっッｶ", "김철수이박최한글", "ກຂຄງເແ", "កខគឃ", "ကခဂဃ", "ㄅㄆㄇ"]
    for _ in 0..<3_000 {
      let letters = Array(scripts.randomElement(using: &random)!.unicodeScalars).filter { $0 != "ำ" }
      let characters = (0..<Int.random(in: 2...9, using: &random)).map { _ in random.pick(letters) }
      let text = "x " + String(String.UnicodeScalarView(characters)) + " y"
      let found = try Set(tokens(text).filter { $0.kind == .bigram }.map { [[UInt8($0.position)], $0.term] })
      for index in characters.indices.dropLast() {
        let pair = String(String.UnicodeScalarView(characters[index...index + 1]))
        #expect(found.contains([[UInt8(index + 1)], icuTerm(pair)]), "\(pair) in \(text)")
      }
      #expect(try tokens(text).last == Expected(.word, 1 + characters.count, 1, "y"))
    }
  }
}

extension String {
  /// Hangul syllables as jamo.
  fileprivate var decomposed: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let index = scalar.value - 0xAC00
      let jamo = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
      for value in jamo where value != 0x11A7 { scalars.append(Unicode.Scalar(value)!) }
    }
    return String(scalars)
  }
}
