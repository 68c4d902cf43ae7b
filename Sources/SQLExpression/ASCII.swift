/// The bytes that the syntax gives a meaning to.
extension UInt8 {
  /// `'`
  static let quote = UInt8(ascii: "'")
  /// `"`
  static let doubleQuote = UInt8(ascii: "\"")
  /// The quote of names.
  static let backtick = UInt8(ascii: "`")
  /// `\`
  static let backslash = UInt8(ascii: "\\")
  /// `.`
  static let point = UInt8(ascii: ".")

  /// Whether the byte parts tokens: space, tab, line feed, carriage return.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  /// Whether the byte is a control character that may stand nowhere in a text.
  var isControl: Bool { self < 0x20 && !isBlank || self == 0x7F }

  /// Whether the byte is a decimal digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether the byte is `e` or `E`.
  var isExponentMark: Bool { self | 0x20 == UInt8(ascii: "e") }

  /// Whether the byte is `+` or `-`.
  var isSign: Bool { self == UInt8(ascii: "+") || self == UInt8(ascii: "-") }

  /// Whether the byte may stand in a name without backticks: an ASCII letter or digit, `_` or `$`.
  var isWord: Bool { isDigit || (0x61...0x7A).contains(self | 0x20) || self == 0x5F || self == 0x24 }

  /// Whether the byte continues a code point of UTF-8.
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// The ASCII letter as a capital, any other byte as it is.
  var capital: UInt8 { (0x61...0x7A).contains(self) ? self & 0xDF : self }

  /// The value of a hexadecimal digit.
  var hexDigitValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
