/// The bytes that SQL text gives a meaning to.
extension UInt8 {
  /// Line feed.
  static let newline = UInt8(ascii: "\n")
  /// `'`
  static let quote = UInt8(ascii: "'")
  /// `"`
  static let doubleQuote = UInt8(ascii: "\"")
  /// The quote of MySQL's names.
  static let backquote = UInt8(ascii: "`")
  /// `\`
  static let backslash = UInt8(ascii: "\\")
  /// `,`
  static let comma = UInt8(ascii: ",")
  /// `(`
  static let open = UInt8(ascii: "(")
  /// `)`
  static let close = UInt8(ascii: ")")
  /// `.`
  static let dot = UInt8(ascii: ".")
  /// `-`
  static let dash = UInt8(ascii: "-")
  /// `+`
  static let plus = UInt8(ascii: "+")
  /// `#`
  static let hash = UInt8(ascii: "#")
  /// `/`
  static let slash = UInt8(ascii: "/")
  /// `*`
  static let star = UInt8(ascii: "*")

  /// Whether the byte is blank in SQL text: space, tab, newline, vertical tab, form feed, carriage return.
  var isSQLSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  /// Whether the byte is a decimal digit.
  var isSQLDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether the byte may stand in a name without quotes: a letter, a digit, `_`, `$` or part of a longer character.
  var isSQLWord: Bool {
    isSQLDigit || (0x61...0x7A).contains(self | 0x20) || self == 0x5F || self == 0x24 || self >= 0x80
  }

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

extension UnsafeRawBufferPointer {
  /// Whether the bytes spell `word`, which is in capitals, in any letter case.
  func spells(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in 0..<count {
      let byte = self[index]
      let capital = (0x61...0x7A).contains(byte) ? byte & 0xDF : byte
      if capital != word.utf8Start[index] { return false }
    }
    return true
  }
}
