import TermAnalysis
import TestSupport
import Testing
import UnicodeText

/// Every token that InnoDB's parser makes of a text is a term of it.
@Suite struct InnoDBTests {
  @Test func randomTexts() throws {
    var random = SeededRandom()
    for _ in 0..<20_000 {
      let text = String(decoding: random.bytes(), as: UTF8.self)
      let found = try terms(text)
      for token in innoDBTokens(text) {
        let term = icuTerm(token)
        #expect(term.isEmpty || found.contains(term), "\(token) in \(text)")
      }
    }
  }

  @Test func someTexts() throws {
    #expect(innoDBTokens("John's +62 812-3456 a_b José漢字") == ["John", "s", "62", "812", "3456", "a_b", "José漢字"])
  }

  /// By Swift's own properties. An unassigned character of one Unicode may be a letter of a newer one, and a character
  /// beyond U+FFFF is no letter to InnoDB: a text with either is left out.
  private func innoDBTokens(_ text: String) -> [String] {
    let isKnown = text.unicodeScalars.allSatisfy { scalar in
      scalar.value < 0x1_0000 && scalar.properties.age.map { $0.major < 15 } ?? false
    }
    guard isKnown else { return [] }
    let tokens = text.unicodeScalars.split { !isPartOfToken($0) }
    // A token with U+02BC is found by the row that it joins.
    return tokens.filter { !$0.contains("\u{2BC}") }.map { String(String.UnicodeScalarView($0)) }
  }

  private func isPartOfToken(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }
}
