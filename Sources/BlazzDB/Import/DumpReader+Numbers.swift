extension DumpReader {
  /// Reads a number, or a hexadecimal or bit literal that looks like one, to the end of `row`.
  mutating func readNumber() throws(DumpError) {
    let start = row.store.count
    try readNumberText(from: start)
    if lexer.scanner.isAtEnd { throw endInsideRow() }
    let range = start..<row.store.count
    let bytes = row.store.bytes(in: range)
    let prefix = bytes.count > 2 && bytes[0] == 0x30 ? bytes[1] : 0
    if prefix == UInt8(ascii: "x") {
      try decodeHex(in: start + 2..<range.upperBound, to: start, allowsOdd: true)
    } else if prefix == UInt8(ascii: "b") {
      try decodeBits(in: start + 2..<range.upperBound, to: start)
    } else if SQLNumber.isValid(bytes) {
      row.append(.number(range))
    } else {
      throw malformed("number", from: start)
    }
  }

  /// Appends what may be a number: digits and letters, with a sign in front and behind an exponent's `e`.
  private mutating func readNumberText(from start: Int) throws(DumpError) {
    if let sign = try lexer.scanner.window.peek(), sign == .dash || sign == .plus {
      row.store.append(sign)
      lexer.scanner.window.position &+= 1
    }
    try lexer.scanner.readRun(into: &row.store) { $0.isSQLWord || $0 == .dot }
    let bytes = row.store.bytes(in: start..<row.store.count)
    guard let last = bytes.last, last | 0x20 == UInt8(ascii: "e"), bytes.dropLast().last != UInt8(ascii: "x"),
      let sign = try lexer.scanner.window.peek(), sign == .dash || sign == .plus
    else { return }
    row.store.append(sign)
    lexer.scanner.window.position &+= 1
    try lexer.scanner.readRun(into: &row.store) { $0.isSQLDigit }
  }

  /// Turns the hexadecimal digits in `digits` into bytes from `start` on. In `0x…` an odd first digit stands alone.
  mutating func decodeHex(in digits: Range<Int>, to start: Int, allowsOdd: Bool) throws(DumpError) {
    guard allowsOdd || digits.count.isMultiple(of: 2),
      row.store.bytes(in: digits).allSatisfy({ $0.hexDigitValue != nil })
    else { throw malformed("hexadecimal literal", from: start) }
    var high: UInt8? = digits.count.isMultiple(of: 2) ? nil : 0
    var target = start
    for index in digits {
      let digit = row.store.bytes[index].hexDigitValue!
      if let first = high {
        row.store.replace(at: target, with: first << 4 | digit)
        target += 1
        high = nil
      } else {
        high = digit
      }
    }
    row.store.truncate(to: target)
    row.append(.bytes(start..<target))
  }

  /// Turns the binary digits in `digits`, at most 64, into a number, and drops the bytes from `start` on.
  mutating func decodeBits(in digits: Range<Int>, to start: Int) throws(DumpError) {
    var bits: UInt64 = 0
    for byte in row.store.bytes(in: digits) {
      guard byte == 0x30 || byte == 0x31, bits >> 63 == 0 else { throw malformed("bit literal", from: start) }
      bits = bits << 1 | UInt64(byte - 0x30)
    }
    row.store.truncate(to: start)
    row.append(.bit(bits))
  }
}

/// The spelling of decimal numbers in SQL.
private enum SQLNumber {
  /// Whether `text` is a whole number with optional sign, fraction and exponent.
  static func isValid(_ text: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    if let sign = text.first, sign == .dash || sign == .plus { index = 1 }
    let whole = skipDigits(text, from: index)
    var digits = whole - index
    index = whole
    if index < text.count, text[index] == .dot {
      let fraction = skipDigits(text, from: index + 1)
      digits += fraction - index - 1
      index = fraction
    }
    if digits == 0 { return false }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < text.count, text[index] == .dash || text[index] == .plus { index += 1 }
      let exponent = skipDigits(text, from: index)
      if exponent == index { return false }
      index = exponent
    }
    return index == text.count
  }

  private static func skipDigits(_ text: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index < text.count, text[index].isSQLDigit { index += 1 }
    return index
  }
}
