extension Character {
  /// Columns on a terminal.
  ///
  /// An emoji takes two, however many code points it is made of (a flag, a skin tone, a family joined by zero-width
  /// joiners, a sign that U+FE0F makes an emoji). Of others, each code point counts: East Asian wide ones two (Unicode
  /// Standard Annex 11), marks and what is not seen none.
  package var displayWidth: Int {
    if let ascii = asciiValue { return (0x20..<0x7F).contains(ascii) ? 1 : 0 }
    let scalars = unicodeScalars
    if let first = scalars.first, first.properties.isEmoji {
      let isEmoji = scalars.contains { $0.value == 0xFE0F || $0.properties.isEmojiPresentation }
      // Half a flag is shown as a letter.
      if isEmoji { return first.isRegionalIndicator && scalars.count == 1 ? 1 : 2 }
    }
    return scalars.reduce(0) { $0 + $1.displayWidth }
  }
}

extension Unicode.Scalar {
  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control: return 0
    // A soft hyphen is shown; other signs of formatting are not.
    case .format: return value == 0xAD ? 1 : 0
    default: break
    }
    // Vowels and final consonants of Hangul stand in the square of the consonant before them.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    return properties.isEmojiPresentation || Self.wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// Wide and full-width code points that are no emoji (EastAsianWidth.txt), unassigned ones between them included.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]

  /// The code point, or something to see in place of one that a terminal would act upon: symbols for control characters,
  /// a blank for line breaks and tabs, U+FFFD for marks that turn the direction of what follows.
  fileprivate var harmless: Unicode.Scalar {
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0x00...0x1F: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: self
    }
  }
}

/// A text as a cell of a table shows it: on one line, and cut where it is too wide.
package struct CellText {
  /// What is shown.
  package private(set) var text: String
  /// The columns that it takes.
  package private(set) var width: Int

  /// - Parameter limit: the most columns; a text that takes more ends in "…". Only as much of it is looked at as fits.
  package init(_ full: String, limit: Int) {
    // Of a long text only what could fit is looked at; what it is cut to has marks, too, but not thousands a letter.
    let looked = limit > 10_000 ? full.unicodeScalars[...] : full.unicodeScalars.prefix(8 * limit + 64)
    let shown = String(String.UnicodeScalarView(looked.map(\.harmless)))
    (text, width) = ("", 0)
    var widthBefore = 0
    var kept = shown.startIndex
    for place in shown.indices {
      let next = width + shown[place].displayWidth
      if width < limit { (kept, widthBefore) = (place, width) }
      guard next <= limit else {
        (text, width) = (shown[..<kept] + "…", widthBefore + 1)
        return
      }
      width = next
    }
    text = shown
    if looked.endIndex < full.unicodeScalars.endIndex {
      (text, width) = (shown[..<kept] + "…", widthBefore + 1)
    }
  }
}
