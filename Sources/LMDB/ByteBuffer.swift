/// Bytes that grow and are used again: where a key or a row is put together before it is written.
///
/// Invariants: `0 <= count <= capacity`; the bytes below `count` are initialized; the memory is owned by this object
/// alone and freed with it; one thread at a time uses it.
///
/// An object rather than a value, because buffers live in the objects of a transaction and lend their bytes from there,
/// which Swift 6.3 does not let a stored noncopyable value do. So it is the caller who keeps to the rule of `bytes`.
@usableFromInline package final class ByteBuffer {
  @exclusivity(unchecked) @usableFromInline var base: UnsafeMutableRawPointer
  @exclusivity(unchecked) @usableFromInline var capacity: Int
  /// The bytes in use.
  @inlinable package var count: Int { storedCount }
  @exclusivity(unchecked) @usableFromInline var storedCount = 0

  /// - Parameter capacity: bytes reserved at once.
  package init(capacity: Int = 512) {
    self.capacity = max(capacity, 16)
    base = .allocate(byteCount: self.capacity, alignment: 16)
  }

  @inlinable deinit { base.deallocate() }

  /// The bytes in use. They are valid until the buffer is next changed, to which the caller must hold.
  @inlinable package var bytes: RawSpan {
    @_lifetime(immortal) get {
      _overrideLifetime(RawSpan(_unsafeStart: base, byteCount: storedCount), copying: ())
    }
  }

  /// A copy of the bytes in use.
  package var array: [UInt8] { [UInt8](UnsafeRawBufferPointer(start: base, count: storedCount)) }

  /// Forgets all bytes and keeps the memory.
  @inlinable package func removeAll() { storedCount = 0 }

  /// Keeps the first `newCount` bytes.
  @inlinable package func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= storedCount, "a buffer is truncated to at most its own length")
    storedCount = newCount
  }

  /// Makes room for `additional` more bytes.
  @inlinable package func reserve(_ additional: Int) {
    if capacity - storedCount < additional { grow(additional) }
  }

  @usableFromInline func grow(_ additional: Int) {
    let larger = max(capacity * 2, storedCount + additional)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    moved.copyMemory(from: base, byteCount: storedCount)
    base.deallocate()
    base = moved
    capacity = larger
  }

  /// Appends one byte.
  @inlinable package func append(_ byte: UInt8) {
    reserve(1)
    base.storeBytes(of: byte, toByteOffset: storedCount, as: UInt8.self)
    storedCount += 1
  }

  /// Appends the bytes of an integer, least significant first.
  @inlinable package func append<Integer: FixedWidthInteger & BitwiseCopyable>(littleEndian value: Integer) {
    reserve(MemoryLayout<Integer>.size)
    base.storeBytes(of: value.littleEndian, toByteOffset: storedCount, as: Integer.self)
    storedCount += MemoryLayout<Integer>.size
  }

  /// Appends the last `byteCount` bytes of `value`, 1…8, most significant first.
  @inlinable package func append(bigEndian value: UInt64, byteCount: Int) {
    reserve(8)
    let leftAligned = value << UInt64(64 - 8 * byteCount)
    base.storeBytes(of: leftAligned.bigEndian, toByteOffset: storedCount, as: UInt64.self)
    storedCount += byteCount
  }

  /// Appends a copy of `bytes`, which must not be this buffer's own.
  @inlinable package func append(_ bytes: RawSpan) {
    bytes.withUnsafeBytes { append(copying: $0) }
  }

  /// Appends a copy of `bytes`, which must not be this buffer's own.
  @inlinable package func append(copying bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + storedCount).copyMemory(from: source, byteCount: bytes.count)
    storedCount += bytes.count
  }

  /// Appends `byteCount` zero bytes.
  @inlinable package func appendZeros(_ byteCount: Int) {
    reserve(byteCount)
    (base + storedCount).initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
    storedCount += byteCount
  }

  /// Overwrites bytes that are in use with those of an integer, least significant first.
  @inlinable package func store<Integer: FixedWidthInteger & BitwiseCopyable>(
    littleEndian value: Integer, at offset: Int
  ) {
    precondition(offset >= 0 && offset + MemoryLayout<Integer>.size <= storedCount, "a store stays inside the buffer")
    base.storeBytes(of: value.littleEndian, toByteOffset: offset, as: Integer.self)
  }

  /// Lets `body` fill up to `byteCount` bytes behind the end and takes over as many as it says.
  @inlinable package func append<E: Error>(
    upTo byteCount: Int, _ body: (UnsafeMutableRawBufferPointer) throws(E) -> Int
  ) throws(E) {
    reserve(byteCount)
    let written = try body(UnsafeMutableRawBufferPointer(start: base + storedCount, count: byteCount))
    precondition(written >= 0 && written <= byteCount, "no more is taken over than was lent")
    storedCount += written
  }

  /// Lends the bytes in use to be changed in place.
  @inlinable package func withMutableBytes<Result, E: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(E) -> Result
  ) throws(E) -> Result {
    try body(UnsafeMutableRawBufferPointer(start: base, count: storedCount))
  }
}
