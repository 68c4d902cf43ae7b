import TermAnalysis

@testable import TableStore

/// What a search can look for in a row, besides the text itself.
enum TermKind: Hashable {
  /// Words and what they are made of; of addresses, only their words.
  case word
  /// Two neighbouring characters of unspaced scripts, or the last one.
  case pair
  /// Words that are four or more digits.
  case digits
}

/// A token of a text, with its term as a number.
struct ReferenceToken {
  let term: Int
  let kind: Token.Kind
  let position: Int
  let length: Int
  let source: Range<Int>
  let isDigits: Bool

  /// Whether the token is one of a kind.
  func isOf(_ other: TermKind) -> Bool {
    switch other {
    case .word: kind != .bigram
    case .pair: kind == .bigram
    case .digits: isDigits
    }
  }
}

/// All terms that were met, numbered, so that comparing them is cheap.
final class ReferenceTerms {
  private var numbers: [Bytes: Int] = [:]
  private(set) var all: [Bytes] = []
  private let analyzer: TextAnalyzer
  private var matching: [Wanted.Term: (seen: Int, terms: Set<Int>)] = [:]
  /// How many bytes a digit's key has, and how the terms of digits begin.
  let digitWidth: Int
  let digitLeads: ClosedRange<UInt8>

  init() throws {
    let analyzer = try TextAnalyzer()
    self.analyzer = analyzer
    var list = TokenList()
    var keys: [Bytes] = []
    for digit in ["0", "9"] {
      Array(digit.utf8).withUnsafeBytes { analyzer.tokens(in: $0, into: &list) }
      keys.append(Array(list.key(of: list.tokens[0])))
    }
    digitWidth = keys[0].count
    digitLeads = keys[0][0]...keys[1][0]
  }

  func number(_ term: Bytes) -> Int {
    if let number = numbers[term] { return number }
    numbers[term] = all.count
    all.append(term)
    return all.count - 1
  }

  /// The tokens of a text without those that are found by their words, and the number of its positions.
  func tokens(_ text: String) -> ([ReferenceToken], positions: Int) {
    var list = TokenList()
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { analyzer.tokens(in: $0, into: &list) }
    var tokens: [ReferenceToken] = []
    for token in list.tokens {
      if token.kind == .joined, !token.isDigits, bytes[token.sourceRange].contains(UInt8(ascii: "@")) { continue }
      tokens.append(
        ReferenceToken(
          term: number(Array(list.key(of: token))), kind: token.kind, position: token.position, length: token.length,
          source: token.sourceRange, isDigits: token.isDigits))
    }
    return (tokens, list.positionCount)
  }

  /// The terms that fit what is wanted, of all that were met.
  func terms(fitting wanted: Wanted.Term) -> Set<Int> {
    var (seen, terms) = matching[wanted] ?? (0, [])
    guard seen < all.count else { return terms }
    while seen < all.count {
      if wanted.fits(all[seen], digitWidth) { terms.insert(seen) }
      seen += 1
    }
    matching[wanted] = (seen, terms)
    return terms
  }
}

/// A term that a search wants, and its place within a phrase.
struct Wanted {
  struct Term: Hashable {
    enum Form { case whole, beginning, end }
    var kind = TermKind.word
    var form = Form.whole
    let bytes: Bytes

    /// Whether a term of a row fits.
    func fits(_ term: Bytes, _ digitWidth: Int) -> Bool {
      switch form {
      case .whole: term == bytes
      case .beginning: term.starts(with: bytes)
      case .end:
        term.count >= bytes.count && (term.count - bytes.count) % digitWidth == 0
          && term.suffix(bytes.count).elementsEqual(bytes)
      }
    }
  }

  var term: Term
  var offset = 0
  /// Where the word begins that it is a part of.
  var word = 0
}

/// The texts of a row in one index, split into tokens.
final class ReferenceTexts {
  let texts: [String]
  let fields: [[ReferenceToken]]
  /// The number of words, up to 255.
  let length: Int
  /// How often each term stands in each field.
  let counts: [Place: [Int]]

  struct Place: Hashable {
    let kind: TermKind
    let term: Int
  }

  init(_ texts: [String], _ terms: ReferenceTerms) {
    self.texts = texts
    var (fields, words): ([[ReferenceToken]], Int) = ([], 0)
    var counts: [Place: [Int]] = [:]
    for (field, text) in texts.enumerated() {
      let tokens = terms.tokens(text).0
      for token in tokens {
        if token.kind == .word { words += 1 }
        for kind in [TermKind.word, .pair, .digits] where token.isOf(kind) {
          counts[Place(kind: kind, term: token.term), default: Array(repeating: 0, count: texts.count)][field] += 1
        }
      }
      fields.append(tokens)
    }
    (self.fields, self.counts, length) = (fields, counts, min(words, 255))
  }

  /// Which of the row's words stands at a position of a field.
  func number(ofWordAt position: Int, in field: Int) -> Int {
    let before = fields[..<field].joined().count { $0.kind == .word }
    return before + fields[field].count { $0.kind == .word && $0.position <= position } - 1
  }

  /// Whether there is a term at all.
  var isEmpty: Bool { counts.isEmpty }

  /// How often what is wanted stands in each field, up to 255; `nil` where it does not.
  func counts(_ wanted: Wanted.Term, _ terms: ReferenceTerms) -> [Int]? {
    let fitting = terms.terms(fitting: wanted)
    if fitting.count == 1, let term = fitting.first {
      return counts[Place(kind: wanted.kind, term: term)].map { $0.map { min($0, 255) } }
    }
    var found: [Int]?
    if fitting.isEmpty { return nil }
    for (place, counts) in counts where place.kind == wanted.kind && fitting.contains(place.term) {
      found = found.map { zip($0, counts).map { $0 + $1 } } ?? counts
    }
    return found.map { $0.map { min($0, 255) } }
  }

  /// The tokens of a field that fit.
  func tokens(_ field: Int, _ wanted: Wanted.Term, _ terms: ReferenceTerms) -> [ReferenceToken] {
    let fitting = terms.terms(fitting: wanted)
    return fields[field].filter { $0.isOf(wanted.kind) && fitting.contains($0.term) }
  }
}
