internal import TermAnalysis
internal import UnicodeText

/// The terms of one row, for the lists of a full-text index and for what is held against the row itself.
struct SearchTerms {
  /// By field.
  private(set) var fields: [TokenList] = []
  /// The number of words in all fields, up to 255.
  private(set) var length: UInt8 = 0
  /// Whether the row is marked as deleted.
  private(set) var isMarked = false
  /// The joined tokens that are found by their words: addresses, which are as many terms as rows.
  private var passedOver: Set<Passed> = []

  private struct Passed: Hashable {
    let field: Int
    let token: Int
  }

  init() {}

  /// Whether the row has no term at all.
  var isEmpty: Bool { fields.allSatisfy { $0.tokens.isEmpty } }

  /// Takes the terms of texts.
  mutating func fill(_ texts: SearchTexts) throws {
    let analyzer: TextAnalyzer
    do { analyzer = try TextAnalyzer.current } catch {
      throw StoreError(.incompatible, "ICU cannot split texts into words: \(error.name)")
    }
    isMarked = texts.isMarked
    while fields.count < texts.ends.count { fields.append(TokenList()) }
    if fields.count > texts.ends.count { fields.removeLast(fields.count - texts.ends.count) }
    passedOver.removeAll(keepingCapacity: true)
    var words = 0
    for field in fields.indices {
      texts.withText(field) { text in
        analyzer.tokens(in: text, into: &fields[field])
        for (place, token) in fields[field].tokens.enumerated() {
          if token.kind == .word { words += 1 }
          if token.kind == .joined && !token.isDigits && text[token.sourceRange].contains(UInt8(ascii: "@")) {
            passedOver.insert(Passed(field: field, token: place))
          }
        }
      }
    }
    length = UInt8(min(words, 255))
  }

  /// Whether a token is in no list, because its words find it.
  func isPassedOver(_ field: Int, _ place: Int) -> Bool {
    !passedOver.isEmpty && passedOver.contains(Passed(field: field, token: place))
  }

  /// Visits what the lists have of the row; a term that stands there several times comes as often.
  @inline(__always)
  func forEach(_ body: (SearchLayout.List, ArraySlice<UInt8>, _ field: Int) throws -> Void) rethrows {
    if isMarked && !isEmpty { try body(.marked, [], 0) }
    var reversed: [UInt8] = []
    for field in fields.indices {
      for (place, token) in fields[field].tokens.enumerated() {
        let key = fields[field].key(of: token)
        guard token.kind != .bigram else {
          try body(.pairs, key, field)
          continue
        }
        if isPassedOver(field, place) { continue }
        try body(.words, key, field)
        let edges = SearchEdges.lengths(of: key)
        for length in edges where length <= key.count { try body(.edges, key.prefix(length), field) }
        if token.isDigits {
          reversed.removeAll(keepingCapacity: true)
          fields[field].appendReversedTerm(of: token, to: &reversed)
          try body(.reversed, reversed[...], field)
        }
      }
    }
  }
}

/// The beginnings of terms that have lists of their own, by their length in bytes: as many as are often asked for, and
/// no more than the lists stay small.
enum SearchEdges {
  private static let digits = 3...6
  private static let letters = 1...4

  /// The lengths for terms that begin as this one does.
  static func lengths(of term: some Collection<UInt8>) -> ClosedRange<Int> {
    guard let first = term.first else { return letters }
    return TextAnalyzer.digitLeads.contains(first) ? digits : letters
  }
}
