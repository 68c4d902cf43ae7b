extension Lexer {
  /// Reads what begins with a digit: a number, `0x…`, or a name such as `2fa_secret`.
  mutating func readDigits() throws(ExpressionError) -> Token.Kind {
    if let bytes = readHex() { return .bytes(bytes) }
    let start = position
    skipDigits()
    let isNumber = peek() == .point || hasExponent() || !isAtWord()
    position = start
    return isNumber ? .number(try readNumber()) : readWord()
  }

  /// Reads a number, whose first byte is a digit, or a point before one.
  mutating func readNumber() throws(ExpressionError) -> String {
    let start = position
    var number = readDigitRun()
    if number.isEmpty { number = "0" }
    if peek() == .point {
      position += 1
      let fraction = readDigitRun()
      if !fraction.isEmpty { number += "." + fraction }
    }
    if hasExponent() {
      position += 1
      let isNegative = peek() == UInt8(ascii: "-")
      if peek()?.isSign == true { position += 1 }
      number += (isNegative ? "e-" : "e") + readDigitRun()
    }
    if isAtWord() {
      _ = readWord()
      throw text.failure(at: start, expected: "a number", found: "'\(text.excerpt(start..<position))'")
    }
    return number
  }

  /// Reads `0x…`, whose digits may be odd in number; nil, and nothing read, where it is a name or another number.
  private mutating func readHex() -> [UInt8]? {
    guard peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") else { return nil }
    let start = position
    position += 2
    let digits = readHexDigits()
    guard !digits.isEmpty, !isAtWord() else {
      position = start
      return nil
    }
    return Self.bytes(hexDigits: digits.count.isMultiple(of: 2) ? digits : [0] + digits)
  }

  /// Reads `x'…'`.
  mutating func readQuotedHex() throws(ExpressionError) -> [UInt8] {
    let start = position
    position += 2
    let digits = readHexDigits()
    guard peek() == .quote else {
      throw text.failure(
        at: position, expected: "hexadecimal digits and a closing quote",
        found: nextCharacter.map { "'\($0)'" } ?? endName)
    }
    position += 1
    guard digits.count.isMultiple(of: 2) else {
      throw text.failure(at: start, expected: "an even number of hexadecimal digits", found: "\(digits.count)")
    }
    return Self.bytes(hexDigits: digits)
  }

  /// The character that comes next, for a message.
  private var nextCharacter: String? {
    guard position < text.bytes.count else { return nil }
    return text.excerpt(position..<position + text.scalar(at: position).byteCount)
  }

  /// Whether an `e` comes next with digits behind it.
  private mutating func hasExponent() -> Bool {
    guard peek()?.isExponentMark == true, let second = peek(1) else { return false }
    return second.isDigit || second.isSign && peek(2)?.isDigit == true
  }

  private mutating func skipDigits() {
    while peek()?.isDigit == true { position += 1 }
  }

  private mutating func readDigitRun() -> String {
    let start = position
    skipDigits()
    return String(decoding: text.bytes[start..<position], as: UTF8.self)
  }

  private mutating func readHexDigits() -> [UInt8] {
    var digits: [UInt8] = []
    while let digit = peek()?.hexDigitValue {
      digits.append(digit)
      position += 1
    }
    return digits
  }

  private static func bytes(hexDigits digits: [UInt8]) -> [UInt8] {
    stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
