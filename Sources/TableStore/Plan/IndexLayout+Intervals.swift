internal import LMDB
internal import UnicodeText

/// A stretch of one column's values as an index has them.
struct KeyInterval: Sendable {
  var range: Range<KeyBytes>
  /// Whether all entries in it agree in the column.
  var isPoint: Bool
  /// Whether every row in it has a value that was asked for.
  var isExact: Bool
}

extension [KeyInterval] {
  /// The same without overlaps; they are in the order of their lower bounds.
  func joined() -> [KeyInterval] {
    reduce(into: []) { joined, next in
      guard let last = joined.last, next.range.lowerBound < last.range.upperBound else { return joined.append(next) }
      let upper = Swift.max(last.range.upperBound, next.range.upperBound)
      let isSame = last.range == next.range && last.isPoint && next.isPoint
      joined[joined.count - 1] = KeyInterval(
        range: last.range.lowerBound..<upper, isPoint: isSame, isExact: isSame && last.isExact && next.isExact)
    }
  }
}

extension IndexLayout {
  /// The stretch of a part's elements that holds all of a column's values in `range`.
  ///
  /// Text is in an index as its collation key; a prefix or a cut key says less than that.
  func interval(_ range: Range<KeyBytes>, of part: Part) -> KeyInterval {
    let isPoint = range.upperBound == range.lowerBound.successor && Self.isWhole(range.lowerBound, part)
    guard part.isText else { return KeyInterval(range: range, isPoint: isPoint, isExact: true) }
    if isPoint, part.prefix == nil, range.lowerBound.bytes.count > textBudget {
      return KeyInterval(range: .point(cutKey(range.lowerBound.bytes)), isPoint: true, isExact: false)
    }
    if isPoint, part.prefix == nil { return KeyInterval(range: range, isPoint: true, isExact: true) }
    let (lower, isLowerCut) = cut(range.lowerBound, part)
    let (upper, isUpperCut) = cut(range.upperBound, part)
    let bounds = lower..<max(lower, isUpperCut ? upper.successor : upper)
    let isWhole = !isLowerCut && !isUpperCut
    return KeyInterval(range: bounds, isPoint: isPoint && isWhole, isExact: isWhole && (isPoint || part.prefix == nil))
  }

  /// The stretches of a part's elements that hold all of a column's values in some ranges, in order and apart from each
  /// other: where keys are cut, those of neighbouring ranges may overlap.
  func intervals(_ ranges: RangeSet<KeyBytes>, of part: Part) -> [KeyInterval] {
    let intervals = ranges.ranges.map { interval($0, of: part) }
    guard part.isText, intervals.count > 1 else { return intervals }
    return intervals.sorted { $0.range.lowerBound < $1.range.lowerBound }.joined()
  }

  /// A column's element, in full, as this index has it; and whether more rows than those with it have the same bytes.
  func element(_ full: KeyBytes, of part: Part) -> (KeyBytes, isCut: Bool) {
    part.isText ? cut(full, part) : (full, false)
  }

  /// Whether the bytes are one value's element or NULL, and not only the beginning of some.
  private static func isWhole(_ bytes: KeyBytes, _ part: Part) -> Bool {
    guard let first = bytes.bytes.first else { return false }
    if first == 0 { return bytes.bytes.count == 1 }
    return part.isText ? bytes.bytes.last == UnicodeCI.end : first != 0x01 && first != 0xFF
  }

  private func cut(_ key: KeyBytes, _ part: Part) -> (KeyBytes, isCut: Bool) {
    if let prefix = part.prefix {
      let end = key.bytes.withUnsafeBytes { UnicodeCI.endOfUnits(prefix, in: $0) }
      // A bound may end within a unit, which then is none of the first ones.
      guard let end, end < key.bytes.count || end == key.bytes.count && key.bytes.last != UnicodeCI.end else {
        return (key, false)
      }
      return (KeyBytes(Array(key.bytes[..<end])), true)
    }
    guard key.bytes.count > exactTextBytes else { return (key, false) }
    return (KeyBytes(Array(key.bytes[..<exactTextBytes])), true)
  }

  /// The key that a text too long for its budget has; see `ByteBuffer.appendKey(text:prefix:budget:)`.
  private func cutKey(_ full: [UInt8]) -> KeyBytes {
    var end = 0
    while let next = full[end...].withUnsafeBytes({ UnicodeCI.endOfUnits(1, in: $0) }),
      end + next <= textBudget - KeyLimits.cutTail
    { end += next }
    let hash = withUnsafeBytes(of: KeyHash.fnv1a(full).littleEndian) { Array($0) }
    return KeyBytes(full[..<end] + [UnicodeCI.cutMark] + hash)
  }
}
