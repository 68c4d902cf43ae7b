/// The right side of MySQL's LIKE under utf8mb4_unicode_ci, parsed once.
///
/// `%` stands for any number of code points, `_` for one, and the escape character takes the meaning from the code
/// point behind it. All others match one code point each, never an expansion: 'ß' is not LIKE 'ss'. Two code points
/// match that are the same or have the same weights; beyond the BMP and on pages of it without weights (Han, Hangul)
/// only the same does. Spaces at the end count, and a combining mark takes a `_` of its own.
package struct LikePattern: Sendable {
  enum Element: Equatable {
    case anyRun
    case anyOne
    case literal(UInt32, CollationEntry?)
  }

  /// The pattern without two neighbouring `anyRun`.
  let elements: [Element]

  /// The text before the first wildcard, escapes resolved: every match begins with it, code point by code point.
  /// `UnicodeCI.keyPrefix(of:)` turns it into the key bytes that all matches share.
  package let literalPrefix: String

  /// Whether a `%` or `_` stands in the pattern that is not escaped.
  package let hasWildcard: Bool

  /// Whether the pattern has no wildcard: it matches texts of its own length only. This is not `=`, for trailing
  /// spaces and expansions differ.
  package var isExact: Bool { !hasWildcard }

  /// Parses `pattern`. `escape` nil stands for ESCAPE ''. An escape character at the very end is a literal.
  ///
  /// - Parameter isBinary: whether a code point matches only itself, as in utf8mb4_bin.
  package init(pattern: String, escape: Unicode.Scalar? = "\\", isBinary: Bool = false) {
    self.init(utf8: pattern.utf8Span.span.bytes, escape: escape, isBinary: isBinary)
  }

  /// Parses the UTF-8 `pattern`, as `init(pattern:escape:)` does.
  package init(utf8 pattern: RawSpan, escape: Unicode.Scalar? = "\\", isBinary: Bool = false) {
    var elements: [Element] = []
    var prefix = ""
    var hasWildcard = false
    pattern.withUnsafeBytes { bytes in
      var offset = 0
      func nextCodePoint() -> UInt32 {
        let codePoint = CodePoint(in: bytes, at: offset)
        offset += codePoint.byteCount
        return codePoint.value
      }
      while offset < bytes.count {
        var value = nextCodePoint()
        let isEscape = value == escape?.value && value != Self.anyRunCharacter && offset < bytes.count
        if isEscape { value = nextCodePoint() }
        switch value {
        case Self.anyRunCharacter where !isEscape:
          hasWildcard = true
          if elements.last != .anyRun { elements.append(.anyRun) }
        case Self.anyOneCharacter where !isEscape:
          hasWildcard = true
          elements.append(.anyOne)
        default:
          elements.append(.literal(value, isBinary ? nil : CollationEntry.tabled(value)))
          if !hasWildcard { prefix.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        }
      }
    }
    self.elements = elements
    self.literalPrefix = prefix
    self.hasWildcard = hasWildcard
  }

  private static let anyRunCharacter = Unicode.Scalar("%").value
  private static let anyOneCharacter = Unicode.Scalar("_").value
}
