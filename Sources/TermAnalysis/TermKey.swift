internal import UnicodeText

/// The bytes of one term while they are made: ICU's primary sort key of a text, without the zero byte that ends it,
/// cut to `maximumByteCount`.
struct TermKey: ~Copyable {
  /// The length of the longest term; a longer text is found by as much as fits.
  static let maximumByteCount = 128

  private let asciiKeys: ASCIIKeys?
  private var buffer: SortKeyBuffer

  /// Room for a key and for the four bytes that each step stores.
  private let bytes = UnsafeMutableRawPointer.allocate(byteCount: maximumByteCount + 4, alignment: 4)
  private var count = 0

  init(collator: ICUCollator, asciiKeys: ASCIIKeys?) {
    self.asciiKeys = asciiKeys
    buffer = SortKeyBuffer(collator: collator)
  }

  deinit {
    bytes.deallocate()
  }

  /// The term that was made last; empty where the text has only ignorable characters. Valid until the next is made.
  var term: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }

  /// Makes the term of one stretch of text.
  @inline(__always)
  mutating func make(of text: UnsafeRawBufferPointer) {
    count = 0
    if appendASCII(text) { return }
    buffer.removeAll()
    buffer.append(text)
    takeFromICU()
  }

  /// Makes the term of several stretches of `text` without what lies between them.
  mutating func make(of stretches: ArraySlice<Stretch>, in text: UnsafeRawBufferPointer) {
    count = 0
    if stretches.allSatisfy({ appendASCII(UnsafeRawBufferPointer(rebasing: text[$0.range])) }) { return }
    buffer.removeAll()
    for stretch in stretches { buffer.append(UnsafeRawBufferPointer(rebasing: text[stretch.range])) }
    takeFromICU()
  }

  /// Adds the key of a text of ASCII; false, with part of it added, where the text has something else.
  ///
  /// Invariant: `count` is below the maximum before a store, so that the four bytes end within the allocation.
  @inline(__always)
  private mutating func appendASCII(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let weights = asciiKeys?.weights.start else { return false }
    var end = count
    for byte in text {
      guard byte < 0x80 else { return false }
      let weight = weights[Int(byte)]
      guard weight != 0 else { return false }
      guard end < Self.maximumByteCount else { continue }
      bytes.storeBytes(of: weight.littleEndian, toByteOffset: end, as: UInt32.self)
      end += Int(weight >> 24)
    }
    count = min(end, Self.maximumByteCount)
    return true
  }

  private mutating func takeFromICU() {
    let key = buffer.key()
    count = min(key.count, Self.maximumByteCount)
    bytes.copyMemory(from: key.baseAddress!, byteCount: count)
  }
}
