import TermAnalysis
import Testing

@Suite struct JoinedTests {
  @Test(arguments: ["O'Brien", "O’Brien", "Oʼbrien", "o-brien", "O‐Brien", "O‑Brien"])
  func apostrophesAndHyphens(name: String) throws {
    let parts = name.split { !$0.isASCII || !$0.isLetter }.map(String.init)
    #expect(
      try tokens(name) == [
        Expected(.word, 0, 1, parts[0]), Expected(.word, 1, 1, parts[1]),
        Expected(.joined, 0, 2, "obrien", source: name),
      ])
  }

  @Test func aRowIsJoinedWhole() throws {
    #expect(
      try tokens("x Jean-Luc-d'Or y").filter { $0.kind == .joined } == [
        Expected(.joined, 1, 4, "jeanlucdor", source: "Jean-Luc-d'Or")
      ])
    for apart in ["a--b", "a - b", "'a' 'b'", "a-", "-a", "rock ' roll", "a.b", "a/b", "a+b", "a:b"] {
      #expect(try tokens(apart).allSatisfy { $0.kind == .word }, "\(apart)")
    }
    #expect(try tokens("José-Niño").last == Expected(.joined, 0, 2, "josenino", source: "José-Niño"))
  }

  @Test func addresses() throws {
    #expect(
      try tokens("a@b") == [
        Expected(.word, 0, 1, "a"), Expected(.word, 1, 1, "b"), Expected(.joined, 0, 2, "a@b"),
      ])
    #expect(
      try tokens("<john.doe@example.com>.") == [
        Expected(.word, 0, 1, "john"), Expected(.word, 1, 1, "doe"), Expected(.word, 2, 1, "example"),
        Expected(.word, 3, 1, "com"), Expected(.joined, 0, 4, "john.doe@example.com"),
      ])
    #expect(try finds("JOHN.DOE@EXAMPLE.COM", in: "mail john.doe@example.com now"))
    #expect(try finds("josé@example.com", in: "jose@example.com"))
  }

  @Test(arguments: [
    ("write j_d+x%y@my-shop.co.uk, please", "j_d+x%y@my-shop.co.uk"), ("o'neil@x.y", "o'neil@x.y"),
    ("x y.z@q.r s", "y.z@q.r"), ("邮箱john@x.com", "john@x.com"), ("이메일a.b@c.kr은", "a.b@c.kr"), ("a@b.", "a@b"),
    ("josé.müller@bücher.de", "josé.müller@bücher.de"),
  ])
  func addressesInText(text: String, address: String) throws {
    let whole = try tokens(text).first { $0.source == address }
    #expect(whole?.kind == .joined && whole?.term == icuTerm(address))
  }

  @Test func noAddresses() throws {
    for text in ["a @ b", "a@ b", "a@@b", "@a", "a@", "a..b@", "a\u{FF20}b"] {
      #expect(try tokens(text).allSatisfy { $0.kind == .word }, "\(text)")
    }
    #expect(try tokens("a@b@c").filter { $0.kind == .joined }.map(\.source) == ["a@b", "b@c"])
  }

  @Test func aPhoneNumber() throws {
    #expect(
      try tokens("+62 812-3456") == [
        Expected(.word, 0, 1, "62"), Expected(.word, 1, 1, "812"), Expected(.word, 2, 1, "3456", isDigits: true),
        Expected(.joined, 0, 3, "628123456", source: "62 812-3456", isDigits: true),
        Expected(.joined, 1, 2, "8123456", source: "812-3456", isDigits: true),
      ])
    #expect(try tokens("628123456") == [Expected(.word, 0, 1, "628123456", isDigits: true)])
  }

  @Test(arguments: [
    ("(0812) 345.678", ["0812345678"]), ("+1 (415) 555-2671", ["14155552671", "5552671"]),
    ("0812/345 678", ["0812345678"]), ("٠٨١٢ ٣٤٥٦", ["08123456"]), ("０８１２ ３４５６", ["08123456"]),
    ("+49(0)30 1234", ["490301234"]), ("812‑3456", ["8123456"]), ("62\u{A0}812\u{A0}345", ["62812345"]),
    ("812  3456", []), ("12 345", []), ("12-345", ["12345"]), ("a12 345 678", ["345678"]), ("12:345:678", []),
    ("0812345678 +62812345678", []), ("12345678 12345678", []), ("1234567 12345678 1", ["123456712345678"]),
    ("2024-01-15 62812345", ["20240115"]), ("0812 345 678 15.01.2024", ["0812345678"]),
    ("1/15/2024 0812 345 678", ["0812345678"]), ("2024/13/45", ["20241345"]), ("2024-01/15", ["20240115", "202401"]),
    ("3.14 and 2.5", []), ("电话138-1234-5678", ["13812345678"]), ("((812)) 3456", []), ("812)(3456", ["8123456"]),
  ])
  func phoneNumbers(text: String, joined: [String]) throws {
    let numbers = try tokens(text).filter { $0.kind == .joined && $0.isDigits }
    #expect(numbers.map(\.term) == joined.map { icuTerm($0) }, "\(numbers)")
  }

  @Test func reversedTermsHaveTheEndAsPrefix() throws {
    for text in ["0812-345678", "٠٨١٢-٣٤٥٦٧٨", "０８１２-３４５６７８"] {
      var list = TokenList()
      try TextAnalyzer.current.tokens(in: text.utf8Span.span.bytes, into: &list)
      let joined = try #require(list.tokens.last)
      var reversed: [UInt8] = []
      list.appendReversedTerm(of: joined, to: &reversed)
      #expect(reversed == icuTerm("8765432180"), "\(text)")
      #expect(reversed.starts(with: icuTerm("8765")))
    }
  }
}
