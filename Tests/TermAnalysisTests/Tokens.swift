import TermAnalysis
import TestSupport
import UnicodeText

/// A token as a test writes it down: the term by a text that has the same one.
struct Expected: Hashable, CustomStringConvertible {
  let kind: Token.Kind
  let position: Int
  let length: Int
  let term: [UInt8]
  let source: String
  let isDigits: Bool
  let description: String

  init(
    _ kind: Token.Kind, _ position: Int, _ length: Int, _ term: String, source: String? = nil, isDigits: Bool = false
  ) {
    self.kind = kind
    self.position = position
    self.length = length
    self.term = icuTerm(term)
    self.source = source ?? term
    self.isDigits = isDigits
    description = "\(kind) \(position)+\(length) \(term)\(isDigits ? " digits" : "")"
  }

  init(_ token: Token, of list: TokenList, in bytes: [UInt8]) {
    kind = token.kind
    position = token.position
    length = token.length
    term = Array(list.key(of: token))
    source = String(decoding: bytes[token.sourceRange], as: UTF8.self)
    isDigits = token.isDigits
    description = "\(kind) \(position)+\(length) \(source)\(isDigits ? " digits" : "")"
  }

  static func == (left: Expected, right: Expected) -> Bool {
    (left.kind, left.position, left.length, left.source, left.isDigits) == (
      right.kind, right.position, right.length, right.source, right.isDigits
    ) && left.term == right.term
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(term)
    hasher.combine(position)
  }
}

/// The term by the definition: ICU's key, without its end, of the first 1,024 bytes, cut.
func icuTerm(_ bytes: [UInt8]) -> [UInt8] {
  var part = bytes[...]
  if part.count > 1_024 {
    part = part.prefix(1_024)
    if bytes[1_024] & 0xC0 == 0x80 {
      while part.last! & 0xC0 == 0x80 { part.removeLast() }
      part.removeLast()
    }
  }
  let collator = try! ICUCollator.current(strength: .primary)
  let text = Array(part)
  return Array(collator.sortKey(of: text.span.bytes).dropLast().prefix(128))
}

func icuTerm(_ text: String) -> [UInt8] { icuTerm(Array(text.utf8)) }

/// The tokens of `bytes`, after a check of what holds of any text.
func tokens(_ bytes: [UInt8], by analyzer: TextAnalyzer? = nil) throws -> [Expected] {
  var list = TokenList()
  try (analyzer ?? TextAnalyzer.current).tokens(in: bytes.span.bytes, into: &list)
  for token in list.tokens {
    precondition(token.sourceRange.lowerBound >= 0 && token.sourceRange.upperBound <= bytes.count)
    precondition((1...128).contains(token.keyRange.count) && token.length > 0 && !token.sourceRange.isEmpty)
    precondition(token.position >= 0 && token.position + token.length <= list.positionCount)
  }
  return list.tokens.map { Expected($0, of: list, in: bytes) }
}

func tokens(_ text: String) throws -> [Expected] { try tokens(Array(text.utf8)) }

/// The terms of `text` without their places.
func terms(_ text: String) throws -> Set<[UInt8]> { try Set(tokens(text).map(\.term)) }

/// Whether a question for the whole of `query`, as one token, finds a text.
func finds(_ query: String, in text: String) throws -> Bool {
  guard let whole = try tokens(query).max(by: { $0.length < $1.length }) else { return false }
  return try terms(text).contains(whole.term)
}
