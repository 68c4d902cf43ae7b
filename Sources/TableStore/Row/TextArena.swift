/// Text of several rows in one piece of memory, which lives as long as any of it is used.
///
/// Bytes are appended behind those that were lent before and are never changed, so what was lent may be read on any
/// thread while the rest is filled.
@usableFromInline final class TextChunk: ManagedBuffer<Void, UInt8> {
  /// Memory for `capacity` bytes, none of them set.
  @usableFromInline static func make(capacity: Int) -> TextChunk {
    unsafeDowncast(create(minimumCapacity: capacity) { _ in }, to: TextChunk.self)
  }

  /// Where the bytes begin.
  @inlinable final var start: UnsafeMutableRawPointer {
    withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) }
  }
}

/// Where rows of one transaction put text that they keep without making a `String` of it: a page of rows shares one
/// allocation instead of having one each. A value that is kept keeps its chunk, at most `largestChunk` bytes beside its own.
@usableFromInline final class TextArena {
  @usableFromInline static let smallestChunk = 256
  @usableFromInline static let largestChunk = 16_384

  @exclusivity(unchecked) @usableFromInline final var chunk: TextChunk?
  @exclusivity(unchecked) @usableFromInline final var used = 0
  @exclusivity(unchecked) @usableFromInline final var capacity = 0

  init() {}

  /// A copy of the bytes.
  @inlinable final func add(_ bytes: UnsafeRawBufferPointer) -> TextSlice {
    if chunk == nil || capacity &- used < bytes.count { grow(bytes.count) }
    let chunk = chunk.unsafelyUnwrapped
    let offset = used
    if let source = bytes.baseAddress { (chunk.start + offset).copyMemory(from: source, byteCount: bytes.count) }
    used = offset &+ bytes.count
    return TextSlice(chunk: chunk, offset: UInt32(truncatingIfNeeded: offset), count: UInt32(bytes.count))
  }

  /// Goes on in a larger chunk; a long text gets its own size.
  @usableFromInline final func grow(_ count: Int) {
    capacity = max(min(max(capacity * 2, Self.smallestChunk), Self.largestChunk), count)
    chunk = TextChunk.make(capacity: capacity)
    used = 0
  }
}

/// Text that lies in a chunk: a value of its own to who has it. Its bytes never change, so it may go to any thread.
@usableFromInline struct TextSlice: @unchecked Sendable {
  @usableFromInline let chunk: TextChunk
  @usableFromInline let offset: UInt32
  @usableFromInline let count: UInt32

  @inlinable init(chunk: TextChunk, offset: UInt32, count: UInt32) {
    (self.chunk, self.offset, self.count) = (chunk, offset, count)
  }

  /// A copy in a chunk of its own.
  @usableFromInline init(copying bytes: UnsafeRawBufferPointer) {
    let chunk = TextChunk.make(capacity: bytes.count)
    if let source = bytes.baseAddress { chunk.start.copyMemory(from: source, byteCount: bytes.count) }
    self.init(chunk: chunk, offset: 0, count: UInt32(bytes.count))
  }

  /// Lends the bytes.
  @inlinable func withBytes<Result, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> Result
  ) throws(E) -> Result {
    // Nothing but this keeps the chunk while its bytes are lent.
    defer { withExtendedLifetime(chunk) {} }
    return try body(UnsafeRawBufferPointer(start: chunk.start + Int(offset), count: Int(count)))
  }

  /// The text, checked to be UTF-8 because a store may be read without checksums.
  @usableFromInline var string: String { withBytes { String(decoding: $0, as: UTF8.self) } }
}

extension TextSlice: Hashable {
  /// Byte by byte.
  @usableFromInline static func == (left: TextSlice, right: TextSlice) -> Bool {
    left.withBytes { left in right.withBytes { right in left.elementsEqual(right) } }
  }

  @usableFromInline func hash(into hasher: inout Hasher) { withBytes { hasher.combine(bytes: $0) } }
}
