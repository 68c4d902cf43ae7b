/// Cuts a text into tokens, as MySQL does without ANSI_QUOTES, PIPES_AS_CONCAT and NO_BACKSLASH_ESCAPES.
///
/// It goes forward only; what it looks at twice is the rest of one token.
struct Lexer {
  let text: ExpressionText
  /// What the end of the text is called.
  let endName: String
  /// The place of the byte that comes next.
  var position = 0
  /// How many times a byte was looked at: the measure of the work done.
  private(set) var steps = 0

  /// A lexer at the start of a text that has been checked.
  init(_ text: ExpressionText, endName: String) {
    self.text = text
    self.endName = endName
  }

  /// The byte `ahead` of the next one, nil behind the end.
  mutating func peek(_ ahead: Int = 0) -> UInt8? {
    steps += 1
    let index = position + ahead
    return index < text.bytes.count ? text.bytes[index] : nil
  }

  /// Reads the next token.
  mutating func next() throws(ExpressionError) -> Token {
    skipBlanks()
    let start = position
    let kind = try readKind()
    return Token(kind: kind, range: start..<position)
  }

  mutating func skipBlanks() {
    while let byte = peek(), byte.isBlank { position += 1 }
  }

  private mutating func readKind() throws(ExpressionError) -> Token.Kind {
    guard let byte = peek() else { return .end }
    switch byte {
    case .quote, .doubleQuote: return .text(try readText())
    case .backtick: return .name(try readName())
    case .point where peek(1)?.isDigit == true: return .number(try readNumber())
    case _ where byte.isDigit: return try readDigits()
    case UInt8(ascii: "x") where peek(1) == .quote, UInt8(ascii: "X") where peek(1) == .quote:
      return .bytes(try readQuotedHex())
    case _ where isAtWord(): return readWord()
    default: return readOperator(byte)
    }
  }

  /// Whether a character of a word comes next. Beyond ASCII these are letters, marks and digits; MySQL takes more, and
  /// typographic quotes and no-break spaces with them.
  mutating func isAtWord() -> Bool {
    guard let byte = peek() else { return false }
    guard byte >= 0x80 else { return byte.isWord }
    return text.scalar(at: position).scalar.properties.isXIDContinue
  }

  mutating func readWord() -> Token.Kind {
    let start = position
    while isAtWord() { position += text.scalar(at: position).byteCount }
    let bytes = text.bytes[start..<position]
    return Keyword(bytes).map(Token.Kind.keyword) ?? .word(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func readOperator(_ byte: UInt8) -> Token.Kind {
    let second = peek(1)
    let third = peek(2)
    func read(_ count: Int, _ kind: Token.Kind) -> Token.Kind {
      position += count
      return kind
    }
    switch (byte, second, third) {
    case (UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">")): return read(3, .comparison(.nullSafeEqual))
    case (UInt8(ascii: "<"), UInt8(ascii: "="), _): return read(2, .comparison(.lessOrEqual))
    case (UInt8(ascii: "<"), UInt8(ascii: ">"), _): return read(2, .comparison(.notEqual))
    case (UInt8(ascii: "!"), UInt8(ascii: "="), _): return read(2, .comparison(.notEqual))
    case (UInt8(ascii: ">"), UInt8(ascii: "="), _): return read(2, .comparison(.greaterOrEqual))
    case (UInt8(ascii: "&"), UInt8(ascii: "&"), _): return read(2, .doubleAmpersand)
    case (UInt8(ascii: "|"), UInt8(ascii: "|"), _): return read(2, .keyword(.or))
    case (UInt8(ascii: "<"), _, _): return read(1, .comparison(.less))
    case (UInt8(ascii: ">"), _, _): return read(1, .comparison(.greater))
    case (UInt8(ascii: "="), _, _): return read(1, .comparison(.equal))
    case (UInt8(ascii: "!"), _, _): return read(1, .bang)
    default:
      let (scalar, byteCount) = text.scalar(at: position)
      return read(byteCount, .symbol(scalar))
    }
  }
}
