/// Cuts the parts of a dump that are not rows into tokens.
struct SQLLexer: ~Copyable {
  /// What a token is; its text, where it has one, is in `text`.
  enum Kind: Equatable {
    /// A name or keyword without quotes.
    case word
    /// A name in quotes, unescaped.
    case name
    /// A string, unescaped.
    case string
    /// Digits and what follows them without a break.
    case number
    /// `@name` or `@@name`.
    case variable
    /// One of the other characters.
    case symbol(UInt8)
    /// What ends a statement.
    case delimiter
    /// The end of the text.
    case end
  }

  /// The text behind the current token.
  var scanner: SQLScanner
  /// The kind of the current token.
  private(set) var kind = Kind.end
  /// The text of the current token.
  private(set) var text = ByteStore(capacity: 1 << 10)

  /// A lexer before its first token.
  init(_ scanner: consuming SQLScanner) { self.scanner = scanner }

  /// Reads the next token.
  mutating func advance() throws(DumpError) {
    text.truncate(to: 0)
    try scanner.skipSpace()
    kind = try readToken()
  }

  /// Whether the current token is the keyword `word`, which is in capitals.
  func isWord(_ word: StaticString) -> Bool { kind == .word && text.bytes.spells(word) }

  /// Takes the keyword `word` if it is the current token.
  mutating func skipWord(_ word: StaticString) throws(DumpError) -> Bool {
    guard isWord(word) else { return false }
    try advance()
    return true
  }

  /// Takes the symbol `byte` or fails.
  mutating func take(_ byte: UInt8) throws(DumpError) {
    guard kind == .symbol(byte) else { throw unexpected(wanted: "“\(Character(Unicode.Scalar(byte)))”") }
    try advance()
  }

  /// Skips the rest of the statement, whose delimiter may be the current token.
  mutating func skipStatement() throws(DumpError) {
    switch kind {
    case .delimiter: return
    case .end: throw scanner.endOfDump(inside: "a statement")
    default: try scanner.skipStatement()
    }
    kind = .delimiter
  }

  /// The error for a current token that the grammar has no place for.
  mutating func unexpected(wanted: String) -> DumpError {
    // The last token of a text that was cut is half a token.
    if scanner.isAtEnd { return scanner.endOfDump(inside: "a statement, where \(wanted) should stand") }
    return scanner.window.failure(
      .unexpectedText, "expected \(wanted), found “\(DumpError.excerpt(Array(rendered.utf8)))”")
  }

  /// The current token as SQL text.
  var rendered: String {
    switch kind {
    case .word, .number, .variable: text.text
    case .name: "`\(text.text.replacing("`", with: "``"))`"
    case .string:
      "'\(String(String.UnicodeScalarView(text.text.unicodeScalars.flatMap { $0 == "'" ? [$0, $0] : [$0] })))'"
    case .symbol(let byte): String(Character(Unicode.Scalar(byte)))
    case .delimiter: ";"
    case .end: ""
    }
  }

  private mutating func readToken() throws(DumpError) -> Kind {
    guard let byte = try scanner.window.peek() else { return .end }
    if try scanner.skipDelimiter() { return .delimiter }
    if byte.isSQLDigit {
      try scanner.readRun(into: &text) { $0.isSQLWord || $0 == .dot }
      return .number
    }
    if byte.isSQLWord {
      // A delimiter such as `$$` is made of characters of a word, and still ends one.
      let stop = scanner.delimiterStart
      try scanner.readRun(into: &text) { $0.isSQLWord && ($0 != stop || stop != 0x24) }
      return .word
    }
    scanner.window.position += 1
    switch byte {
    case .quote: return try readString(byte)
    case .doubleQuote where !scanner.modes.contains(.ansiQuotes): return try readString(byte)
    case .doubleQuote, .backquote:
      try scanner.readQuoted(byte, backslashEscapes: false, into: &text)
      return .name
    case UInt8(ascii: "@"): return try readVariable()
    default: return .symbol(byte)
    }
  }

  private mutating func readString(_ quote: UInt8) throws(DumpError) -> Kind {
    let escapes = !scanner.modes.contains(.noBackslashEscapes)
    try scanner.readQuoted(quote, backslashEscapes: escapes, into: &text)
    return .string
  }

  private mutating func readVariable() throws(DumpError) -> Kind {
    text.append(UInt8(ascii: "@"))
    try scanner.readRun(into: &text) { $0.isSQLWord || $0 == .dot || $0 == UInt8(ascii: "@") }
    if let quote = try scanner.window.peek(), [.quote, .doubleQuote, .backquote].contains(quote) {
      scanner.window.position += 1
      try scanner.readQuoted(quote, backslashEscapes: quote != .backquote, into: &text)
    }
    return .variable
  }
}
