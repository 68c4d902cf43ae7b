/// The spelling of decimal numbers in SQL.
enum SQLNumber {
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
