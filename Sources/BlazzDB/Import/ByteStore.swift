/// A reusable buffer of bytes that grows to the largest content it ever held and never shrinks.
struct ByteStore: ~Copyable {
  /// The bytes that are in use.
  private(set) var count = 0
  /// The bytes that are allocated.
  private(set) var capacity: Int
  private var base: UnsafeMutableRawPointer

  /// An empty store.
  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { base.deallocate() }

  /// The bytes in use; valid until the next change.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

  /// The bytes of `range`; valid until the next change.
  func bytes(in range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[range]) }

  /// The bytes in use as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends one byte.
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(to: count + 1) }
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  /// Appends `length` bytes that begin at `source`.
  mutating func append(_ source: UnsafeRawPointer, count length: Int) {
    if count + length > capacity { grow(to: count + length) }
    (base + count).copyMemory(from: source, byteCount: length)
    count &+= length
  }

  /// Drops all bytes from `newCount` on.
  mutating func truncate(to newCount: Int) {
    precondition(newCount <= count)
    count = newCount
  }

  /// Overwrites the byte at `index`.
  mutating func replace(at index: Int, with byte: UInt8) {
    precondition(index < count)
    base.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
  }

  private mutating func grow(to minimum: Int) {
    capacity = max(minimum, capacity * 2)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: base, byteCount: count)
    base.deallocate()
    base = larger
  }
}
