extension Lexer {
  /// Reads text in quotes, and the texts right behind it: `'a' 'b'` is `'ab'`.
  mutating func readText() throws(ExpressionError) -> String {
    var bytes: [UInt8] = []
    while true {
      try readQuoted(into: &bytes, what: "the text", hasEscapes: true)
      let end = position
      skipBlanks()
      guard let byte = peek(), byte == .quote || byte == .doubleQuote else {
        position = end
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  /// Reads a name in backticks.
  mutating func readName() throws(ExpressionError) -> String {
    let start = position
    var bytes: [UInt8] = []
    try readQuoted(into: &bytes, what: "the name", hasEscapes: false)
    guard !bytes.isEmpty else { throw text.failure(at: start, expected: "a name in backticks", found: "an empty one") }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads from a quote to the one that closes it; a doubled quote stands for one.
  private mutating func readQuoted(
    into bytes: inout [UInt8], what: String, hasEscapes: Bool
  ) throws(ExpressionError) {
    let start = position
    let quote = text.bytes[start]
    position += 1
    while let byte = peek() {
      position += 1
      if byte == quote {
        guard peek() == quote else { return }
        position += 1
        bytes.append(quote)
      } else if byte == .backslash, hasEscapes {
        readEscape(into: &bytes)
      } else {
        bytes.append(byte)
      }
    }
    let mark = Character(Unicode.Scalar(quote))
    throw text.failure(at: start, expected: "a closing \(mark) for \(what) that begins here", found: endName)
  }

  /// Reads what follows a backslash. Unknown escapes are the character itself; `\%` and `\_` are left to LIKE.
  private mutating func readEscape(into bytes: inout [UInt8]) {
    guard let byte = peek() else { return }
    position += 1
    switch byte {
    case UInt8(ascii: "0"): bytes.append(0x00)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "Z"): bytes.append(0x1A)
    case UInt8(ascii: "%"), UInt8(ascii: "_"): bytes += [.backslash, byte]
    default: bytes.append(byte)
    }
  }
}
