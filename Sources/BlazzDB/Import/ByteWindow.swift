/// The part of the text that is in memory, and the place reached in it.
///
/// Invariants:
/// 1. `0 <= markPosition <= position <= end <= capacity`; bytes before `position` are spent.
/// 2. `markLine` is the line at `markPosition`; newlines are counted only when somebody asks, or bytes leave.
/// 3. Bytes leave only in `refill`, which moves what is unread to the front: a pointer into the window does not
///    survive it.
struct ByteWindow: ~Copyable {
  /// Where the bytes come from.
  let source: any ByteSource
  /// The bytes allocated.
  let capacity: Int
  /// The index of the next unread byte.
  var position = 0
  /// One past the last byte read.
  private(set) var end = 0
  /// The start of the window.
  let bytes: UnsafeMutableRawPointer

  /// The longest stretch `holds(_:)` can promise.
  static let lookaheadBytes = 256
  private let chunkBytes: Int
  private var spentBytes = 0
  private var markPosition = 0
  private var markLine = 1

  /// A window that asks `source` for at most `chunkBytes` at a time.
  init(_ source: any ByteSource, chunkBytes: Int) {
    precondition(chunkBytes > 0)
    self.source = source
    self.chunkBytes = chunkBytes
    capacity = chunkBytes + Self.lookaheadBytes
    bytes = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { bytes.deallocate() }

  /// The byte at `index`, which is below `end`.
  subscript(index: Int) -> UInt8 { bytes.load(fromByteOffset: index, as: UInt8.self) }

  /// The offset of the next unread byte in the whole (inflated) text.
  var offset: Int { spentBytes + position }

  /// The 1-based line of the next unread byte.
  var line: Int {
    mutating get {
      markLine += ByteScan.count(of: .newline, in: bytes, from: markPosition, to: position)
      markPosition = position
      return markLine
    }
  }

  /// The next byte, left unread; nil at the end of the text.
  mutating func peek() throws(DumpError) -> UInt8? {
    if position == end, try !refill() { return nil }
    return self[position]
  }

  /// Whether at least `count` unread bytes exist; they are then in memory.
  mutating func holds(_ count: Int) throws(DumpError) -> Bool {
    precondition(count <= Self.lookaheadBytes)
    while end - position < count { if try !refill() { return false } }
    return true
  }

  /// Moves the bytes up to `index` into `store`.
  mutating func move(upTo index: Int, into store: inout ByteStore) {
    store.append(bytes + position, count: index - position)
    position = index
  }

  /// Reads more behind the unread bytes; false at the end of the text.
  mutating func refill() throws(DumpError) -> Bool {
    let unread = end - position
    precondition(unread <= Self.lookaheadBytes)
    _ = line
    bytes.copyMemory(from: bytes + position, byteCount: unread)
    spentBytes += position
    (position, end, markPosition) = (0, unread, 0)
    let free = UnsafeMutableRawBufferPointer(start: bytes + end, count: min(chunkBytes, capacity - end))
    do {
      let count = try source.read(into: free)
      end += count
      return count > 0
    } catch {
      throw failure(error.code, error.message)
    }
  }

  /// An error at the place reached.
  mutating func failure(_ code: DumpError.Code, _ message: String) -> DumpError {
    DumpError(code: code, file: source.name, line: line, message: message)
  }

  /// The next bytes, for an error message.
  mutating func excerpt() -> String {
    // An error is being reported already; a second one, met on the way to its excerpt, would hide it.
    _ = try? holds(Self.lookaheadBytes)
    return DumpError.excerpt(UnsafeRawBufferPointer(start: bytes + position, count: end - position))
  }
}
