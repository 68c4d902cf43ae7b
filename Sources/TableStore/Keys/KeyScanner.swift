internal import UnicodeText

/// Walks the elements of a stored key. Bytes on disk are not trusted: a malformed element throws.
struct KeyScanner: ~Copyable {
  private(set) var offset: Int

  /// A walk that begins at `offset`.
  init(at offset: Int) { self.offset = offset }

  /// Reads a tagged integer; `nil` for NULL.
  mutating func integer(in key: RawSpan) throws(StoreError) -> Int128? {
    guard offset < key.byteCount else { throw .damagedKey }
    let tag = byte(key, offset)
    if tag == 0 {
      offset += 1
      return nil
    }
    if tag >= 0x80 && tag <= 0x88 { return try Int128(small(Int(tag) - 0x80, in: key)) }
    let isNegative = tag < 0x80
    let length = isNegative ? 0x7F - Int(tag) : Int(tag) - 0x80
    guard length <= 16, offset + length < key.byteCount else { throw .damagedKey }
    var value: UInt128 = 0
    for index in 0..<length {
      let byte = byte(key, offset + 1 + index)
      value = value << 8 | UInt128(isNegative ? ~byte : byte)
    }
    offset += 1 + length
    return isNegative ? ~Int128(bitPattern: value) : Int128(bitPattern: value)
  }

  /// Reads a number of at most 8 bytes, as ids are, behind its tag.
  @inline(__always)
  private mutating func small(_ length: Int, in key: RawSpan) throws(StoreError) -> UInt64 {
    guard offset + length < key.byteCount else { throw .damagedKey }
    var value: UInt64 = 0
    for index in 0..<length { value = value << 8 | UInt64(byte(key, offset + 1 + index)) }
    offset += 1 + length
    return value
  }

  /// Passes over an integer element.
  @inline(__always)
  private mutating func skipInteger(in key: RawSpan) throws(StoreError) {
    guard offset < key.byteCount else { throw .damagedKey }
    let tag = Int(byte(key, offset))
    let length = tag == 0 ? 0 : tag < 0x80 ? 0x7F - tag : tag - 0x80
    guard length <= 16, offset + length < key.byteCount else { throw .damagedKey }
    offset += 1 + length
  }

  /// Reads an id: a number of at most 8 bytes, never NULL.
  @inline(__always)
  mutating func id(in key: RawSpan) throws(StoreError) -> UInt64 {
    guard offset < key.byteCount else { throw .damagedKey }
    let tag = byte(key, offset)
    guard tag >= 0x80 && tag <= 0x88 else { throw .damagedKey }
    return try small(Int(tag) - 0x80, in: key)
  }

  /// Passes over a text element.
  mutating func skipText(in key: RawSpan) throws(StoreError) {
    guard offset < key.byteCount else { throw .damagedKey }
    if byte(key, offset) == 0 {
      offset += 1
    } else if let end = UnicodeCI.endOfKey(in: key, at: offset) {
      offset = end
    } else {
      throw .damagedKey
    }
  }

  /// Passes over one element of either kind.
  @inline(__always)
  mutating func skip(isText: Bool, in key: RawSpan) throws(StoreError) {
    if isText { try skipText(in: key) } else { try skipInteger(in: key) }
  }

  /// Reads the scope element of a scoped table's key.
  mutating func scope(in key: RawSpan) throws(StoreError) -> Scope {
    guard offset < key.byteCount else { throw .damagedKey }
    guard byte(key, offset) == 0 else { return .tenant(try id(in: key)) }
    offset += 1
    return .system
  }

  private func byte(_ key: RawSpan, _ offset: Int) -> UInt8 {
    key.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }
}

extension StoreError {
  static var damagedKey: StoreError {
    StoreError(.damaged, "a stored key does not follow the format; run blazz verify")
  }
}
