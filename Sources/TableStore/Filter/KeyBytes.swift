internal import LMDB
internal import UnicodeText

/// Bytes that compare as a value does: a key element, or a text's collation key.
struct KeyBytes: Hashable, Comparable, Sendable {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Before every element, NULL included.
  static let lowest = KeyBytes([])
  /// Behind NULL and before every value.
  static let lowestValue = KeyBytes([0x01])
  /// Behind every element: none begins with 0xFF.
  static let highest = KeyBytes([0xFF])

  static func < (left: KeyBytes, right: KeyBytes) -> Bool { left.bytes.span.bytes.compare(right.bytes.span.bytes) < 0 }

  /// The first bytes behind all that begin with these.
  var successor: KeyBytes { KeyBytes(KeyRange.successor(of: bytes)) }
}

extension RawSpan {
  /// Whether these bytes lie before a key.
  func isBefore(_ key: borrowing KeyBytes) -> Bool { compare(key.bytes.span.bytes) < 0 }
}

extension Range where Bound == KeyBytes {
  /// The element of one value, or of NULL, and nothing else.
  static func point(_ element: KeyBytes) -> Range { element..<element.successor }

  /// All values.
  static var values: Range { KeyBytes.lowestValue..<KeyBytes.highest }

  /// NULL alone.
  static var null: Range { KeyBytes([0x00])..<KeyBytes.lowestValue }
}

extension Range where Bound == Int128 {
  /// Whether the range is bounded and has at most so many numbers.
  func hasAtMost(_ count: Int128) -> Bool {
    let (width, overflow) = upperBound.subtractingReportingOverflow(lowerBound)
    return lowerBound != .min && upperBound != .max && !overflow && width <= count
  }
}

extension StoredValue {
  /// A number as a key element.
  static func element(_ number: Int128) -> KeyBytes { KeyBytes(NumberElement(number).bytes) }

  /// A text as the bytes that compare as it does in the column.
  static func textKey(_ text: String, _ column: ColumnDefinition) -> KeyBytes {
    KeyBytes(SQLValue.textKey(text, column.textCollation))
  }
}

extension RangeSet<KeyBytes> {
  /// What of it is values, and not NULL.
  var ofValues: RangeSet {
    guard let first = ranges.first, first.lowerBound < .lowestValue || ranges[ranges.count - 1].upperBound > .highest
    else { return self }
    return intersection(RangeSet(.values))
  }
}
