extension DumpReader {
  /// Reads one value to the end of `row`.
  mutating func readValue() throws(DumpError) {
    try lexer.scanner.skipSpace()
    guard let byte = try lexer.scanner.window.peek() else { throw endInsideRow() }
    if isStringQuote(byte) {
      try readText()
    } else if byte.isSQLDigit || byte == .dash || byte == .plus || byte == .dot {
      try readNumber()
    } else if byte.isSQLWord {
      try readWord()
    } else {
      throw lexer.scanner.unexpected(wanted: "a value")
    }
  }

  private func isStringQuote(_ byte: UInt8?) -> Bool {
    byte == .quote || (byte == .doubleQuote && !lexer.scanner.modes.contains(.ansiQuotes))
  }

  private mutating func readText() throws(DumpError) {
    let start = row.store.count
    try readStrings()
    row.append(.text(start..<row.store.count))
  }

  /// Appends a string to the row's bytes, and those that follow it with nothing but blanks between: they are one.
  private mutating func readStrings() throws(DumpError) {
    let escapes = !lexer.scanner.modes.contains(.noBackslashEscapes)
    while let quote = try lexer.scanner.window.peek(), isStringQuote(quote) {
      lexer.scanner.window.position &+= 1
      try lexer.scanner.readQuoted(quote, backslashEscapes: escapes, into: &row.store)
      try lexer.scanner.skipSpace()
    }
  }

  private mutating func readWord() throws(DumpError) {
    let start = row.store.count
    try lexer.scanner.readRun(into: &row.store) { $0.isSQLWord }
    guard let next = try lexer.scanner.window.peek() else { throw endInsideRow() }
    let word = row.store.bytes(in: start..<row.store.count)
    if word.spells("NULL") {
      row.store.truncate(to: start)
      return row.append(.null)
    }
    if next == .quote, word.count == 1, try readPrefixedString(from: start) { return }
    if word.first == UInt8(ascii: "_") { return try readIntroduced(from: start) }
    if next == .open { try readArguments() }
    row.append(.word(start..<row.store.count))
  }

  /// After `X`, `B` or `N` at `start` and before a quote: reads the literal; false for another letter.
  private mutating func readPrefixedString(from start: Int) throws(DumpError) -> Bool {
    let letter = row.store.bytes[start] | 0x20
    guard [UInt8(ascii: "x"), UInt8(ascii: "b"), UInt8(ascii: "n")].contains(letter) else { return false }
    row.store.truncate(to: start)
    if letter == UInt8(ascii: "n") {
      try readText()
      return true
    }
    lexer.scanner.window.position += 1
    try lexer.scanner.readQuoted(.quote, backslashEscapes: false, into: &row.store)
    let digits = start..<row.store.count
    if letter == UInt8(ascii: "x") {
      try decodeHex(in: digits, to: start, allowsOdd: false)
    } else {
      try decodeBits(in: digits, to: start)
    }
    return true
  }

  /// After `_charset` at `start`: reads the string or hexadecimal literal that it introduces.
  private mutating func readIntroduced(from start: Int) throws(DumpError) {
    let charset = String(decoding: row.store.bytes.dropFirst(start + 1), as: UTF8.self).lowercased()
    row.store.truncate(to: start)
    try lexer.scanner.skipSpace()
    try check(charset: charset)
    // Nothing else may follow; a second introducer, above all, would be one more level of calls each.
    switch try lexer.scanner.window.peek() {
    case .some(let byte) where isStringQuote(byte): try readText()
    case UInt8(ascii: "0"): try readNumber()
    case UInt8(ascii: "x"), UInt8(ascii: "X"): try readWord()
    default: throw lexer.scanner.unexpected(wanted: "a string after _\(charset)")
    }
    switch row.removeLast() {
    case .text(let range), .bytes(let range): row.append(charset == "binary" ? .bytes(range) : .text(range))
    default: throw malformed("string with a character set", from: start)
    }
  }

  /// Before `(`: appends the call's arguments as they are written.
  private mutating func readArguments() throws(DumpError) {
    var depth = 0
    repeat {
      guard let byte = try lexer.scanner.window.peek() else { throw endInsideRow() }
      if byte == .quote || byte == .doubleQuote || byte == .backquote {
        throw lexer.scanner.unexpected(wanted: "a call without strings")
      }
      depth += byte == .open ? 1 : byte == .close ? -1 : 0
      row.store.append(byte)
      lexer.scanner.window.position += 1
      try lexer.scanner.checkSize(of: row.store)
    } while depth > 0
  }

  /// The error for a literal whose text, from `start` on, is not what it began as.
  func malformed(_ what: String, from start: Int) -> DumpError {
    let found = DumpError.excerpt(row.store.bytes.dropFirst(start))
    return DumpError(
      code: .unexpectedText, file: lexer.scanner.window.source.name, line: row.line,
      message: "“\(found)” is not a \(what)")
  }
}
