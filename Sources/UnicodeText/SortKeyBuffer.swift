internal import CICU

/// Sort keys one after another without an allocation for each. A key is of at most the first `maximumByteCount` bytes
/// of UTF-8: reordering marks takes ICU more than linear time, so that the length has to have a bound.
package struct SortKeyBuffer: ~Copyable {
  /// How much of a text counts; the cut is before the code point that would cross it.
  package static let maximumByteCount = 1_024

  private let collator: ICUCollator
  private let units: UnsafeMutableBufferPointer<UInt16>
  private var unitCount = 0
  private var byteCount = 0
  private var isFull = false
  private var keyBytes: UnsafeMutableBufferPointer<UInt8>

  /// A buffer for keys of `collator`; belongs to one thread, as the collator does.
  package init(collator: ICUCollator) {
    self.collator = collator
    units = .allocate(capacity: Self.maximumByteCount)
    keyBytes = .allocate(capacity: 4 * Self.maximumByteCount)
  }

  deinit {
    units.deallocate()
    keyBytes.deallocate()
  }

  /// Begins another text.
  package mutating func removeAll() {
    unitCount = 0
    byteCount = 0
    isFull = false
  }

  /// Adds UTF-8 to the text. Invalid bytes count as U+FFFD.
  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard !isFull, let start = bytes.baseAddress else { return }
    var count = bytes.count
    if byteCount + count > Self.maximumByteCount {
      isFull = true
      count = bytes.codePointStart(atOrBefore: Self.maximumByteCount - byteCount)
    }
    guard count > 0 else { return }
    var status: Int32 = 0
    var added: Int32 = 0
    blazz_u_strFromUTF8WithSub(
      units.baseAddress! + unitCount, Int32(units.count - unitCount), &added, start.assumingMemoryBound(to: CChar.self),
      Int32(count), 0xFFFD, &status)
    // A byte of UTF-8 becomes at most one unit of UTF-16, so that the units always suffice.
    precondition(status <= 0, "ICU cannot read a text of \(count) bytes")
    byteCount += count
    unitCount += Int(added)
  }

  /// The sort key of the text without the zero byte that ends it; valid until the next call of the buffer.
  package mutating func key() -> UnsafeRawBufferPointer {
    var needed = 0
    while true {
      needed = Int(
        blazz_ucol_getSortKey(
          collator.handle, units.baseAddress, Int32(unitCount), keyBytes.baseAddress, Int32(keyBytes.count)))
      if needed <= keyBytes.count { break }
      keyBytes.deallocate()
      keyBytes = .allocate(capacity: needed)
    }
    precondition(needed > 0, "ICU gives every text a key")
    return UnsafeRawBufferPointer(start: keyBytes.baseAddress, count: needed - 1)
  }
}
