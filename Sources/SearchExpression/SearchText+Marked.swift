extension SearchText {
  /// The text with a caret under the place of an error: two lines, each at most `width` columns wide.
  ///
  /// A long text is cut to what stands around the caret.
  package func marked(_ error: SearchExpressionError, width: Int = 76) -> String {
    let width = max(8, width)
    let offset = min(max(0, error.offset), bytes.count)
    // A code point has at most four bytes, so this reaches further than the line.
    var (start, end) = (max(0, offset - 4 * width), min(bytes.count, offset + 4 * width))
    while start > 0, start < offset, bytes[start].isContinuation { start += 1 }
    while end < bytes.count, end > offset, bytes[end].isContinuation { end -= 1 }
    let before = Self.line(bytes[start..<offset])
    let after = Self.line(bytes[offset..<end])

    let room = width - max(1, min(Self.width(after), width / 2))
    let head = Self.fit(before.reversed(), into: room, isWhole: start == 0).reversed()
    let headWidth = Self.width(head)
    let tail = Self.fit(after, into: width - headWidth, isWhole: end == bytes.count)
    return String(String.UnicodeScalarView(head + tail)) + "\n" + String(repeating: " ", count: headWidth) + "^"
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.visible)
  }

  /// The scalars if they are all there is and take at most `room` columns; otherwise as many as do, and an ellipsis.
  private static func fit(_ scalars: [Unicode.Scalar], into room: Int, isWhole: Bool) -> [Unicode.Scalar] {
    if isWhole, width(scalars) <= room { return scalars }
    var rest = room - 1
    return scalars.prefix {
      rest -= $0.width
      return rest >= 0
    } + ["…"]
  }

  private static func width(_ scalars: some Sequence<Unicode.Scalar>) -> Int { scalars.reduce(0) { $0 + $1.width } }
}

extension Unicode.Scalar {
  /// The code point, or something to see in place of one that a terminal would act upon.
  var visible: Unicode.Scalar {
    switch properties.generalCategory {
    case .control where value == 0x09 || value == 0x0A || value == 0x0D: " "
    case .control where value < 0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: "\u{FFFD}"
    default: self
    }
  }

  /// Columns on a screen: two for East Asian wide characters and emoji (Unicode Standard Annex 11), none for marks.
  var width: Int {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default:
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark: 0
      default: 1
      }
    }
  }
}
