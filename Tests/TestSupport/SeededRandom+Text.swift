extension SeededRandom {
  /// A text of characters that are likely to expose a wrong rule: few letters, spaces, lows, ignorables, expansions.
  public mutating func text(maximum: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...maximum, using: &self) { text.append(scalar()) }
    return String(text)
  }

  /// One of those characters.
  public mutating func scalar() -> Unicode.Scalar {
    switch Int.random(in: 0..<16, using: &self) {
    case 0..<5: "aAbBéßsSeE0-".unicodeScalars.randomElement(using: &self)!
    case 5..<8: "  \u{A0}\u{3000}".unicodeScalars.randomElement(using: &self)!
    case 8: "\t\n\u{85}\u{2028}\u{1}\u{7F}\u{301}\u{200D}\0".unicodeScalars.randomElement(using: &self)!
    case 9: "ﷺﷻ㌀ſﬁœæøđıйиёカガか漢字王가힣😀😁\u{FFFD}".unicodeScalars.randomElement(using: &self)!
    case 10: Unicode.Scalar(UInt32.random(in: 0x1_0000...0x10_FFFF, using: &self))!
    case 11: Unicode.Scalar(UInt32.random(in: 0x3400...0xD7FF, using: &self))!
    case 12: Unicode.Scalar(UInt32.random(in: 0x20...0x7E, using: &self))!
    default: Unicode.Scalar(UInt32.random(in: 0...0xFFFF, using: &self)) ?? " "
    }
  }

  /// A text near `text`: a change, a doubled part, more spaces, or the same.
  public mutating func variant(of text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 0...2, using: &self) {
      let position = Int.random(in: 0...scalars.count, using: &self)
      switch Int.random(in: 0..<5, using: &self) {
      case 0: scalars.insert(scalar(), at: position)
      case 1: scalars.insert(contentsOf: [" ", " "], at: position)
      case 2: if position < scalars.count { scalars.remove(at: position) }
      case 3: scalars.append(" ")
      default: scalars.insert("\u{300}", at: position)
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}
