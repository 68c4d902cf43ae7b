internal import LMDB
internal import UnicodeText

/// Key elements: each begins with a byte that tells its kind and length, so that elements can follow each other, and
/// compares byte by byte as its value does. See docs/format.md, "Key elements".
extension ByteBuffer {
  /// A copy of an element that was made elsewhere.
  func append(_ element: [UInt8]) { append(element.span.bytes) }

  /// NULL: below everything.
  func appendKeyNull() { append(0x00) }

  /// A length tag and as few big-endian bytes as the number needs.
  func appendKey(_ value: UInt64) {
    let length = (71 - value.leadingZeroBitCount) / 8
    append(0x80 + UInt8(length))
    append(bigEndian: value, byteCount: length)
  }

  /// The same for any integer; below zero, tag and bytes are complemented.
  func appendKey(_ value: Int128) {
    if let value = UInt64(exactly: value) { return appendKey(value) }
    let element = NumberElement(value)
    append(element.tag)
    for place in 0..<element.byteCount { append(element.byte(at: place)) }
  }

  /// The scope in front of a scoped row's key; nothing for a global table.
  func appendKey(_ scope: Scope) {
    switch scope {
    case .global: break
    case .system: appendKeyNull()
    case .tenant(let id): appendKey(id)
    }
  }

  /// A collation key of at most `budget` bytes; a longer one is cut between characters and closed with a hash of the
  /// whole.
  ///
  /// - Parameter prefix: how many units of the key count; `nil` for all. Units and not code points, because texts that
  ///   are equal ("ß", "ss", and with ignorable characters in between) must share their prefix.
  /// - Returns: whether it was not cut.
  @discardableResult
  func appendKey(text: UnsafeRawBufferPointer, prefix: Int?, budget: Int) -> Bool {
    let text = text.bytes
    var isWhole = false
    append(upTo: budget) { free in
      let written: Int
      switch UnicodeCI.encode(text, into: free) {
      case .complete(let byteCount): (written, isWhole) = (byteCount, true)
      case .truncated(let byteCount, _): written = byteCount
      }
      let units = UnsafeRawBufferPointer(rebasing: free[..<written])
      if let prefix, let end = UnicodeCI.endOfUnits(prefix, in: units), end < budget {
        free[end] = UnicodeCI.end
        isWhole = true
        return end + 1
      }
      return isWhole ? written : 0
    }
    if !isWhole { appendCutKey(text, budget: budget) }
    return isWhole
  }

  private func appendCutKey(_ text: RawSpan, budget: Int) {
    append(upTo: budget - KeyLimits.cutTail) { free in
      guard case .truncated(let byteCount, _) = UnicodeCI.encode(text, into: free) else {
        preconditionFailure("a key that is too long for its budget is too long for less")
      }
      return byteCount
    }
    append(UnicodeCI.cutMark)
    append(littleEndian: KeyHash.fnv1a(UnicodeCI.key(of: text)))
  }

  /// The collation key of a canonical UUID, which is unpacked first.
  func appendKey(packedUUID: UnsafeRawBufferPointer, prefix: Int?, budget: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { text in
      PackedUUID.unpack(packedUUID, into: text.baseAddress!)
      appendKey(text: UnsafeRawBufferPointer(text), prefix: prefix, budget: budget)
    }
  }
}

/// The hash that closes a cut key: part of the file format.
enum KeyHash {
  /// FNV-1a, 128 bits.
  static func fnv1a(_ bytes: [UInt8]) -> UInt128 {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in bytes { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B }
    return hash
  }
}
