/// That a term stands in a row.
struct Posting: Hashable, Sendable {
  /// The row's primary key.
  var row: UInt64
  /// How often the term stands in each field, up to 255; all 0 in lists that say only which rows.
  var counts = SIMD8<UInt8>(repeating: 0)
  /// The number of words in all fields, up to 255.
  var length: UInt8 = 0
}

extension SIMD8<UInt8> {
  /// A byte each, the first one lowest.
  @inline(__always)
  init(packed: UInt64) { self = unsafeBitCast(packed.littleEndian, to: Self.self) }

  /// A byte each, the first one lowest.
  @inline(__always)
  var packed: UInt64 { UInt64(littleEndian: unsafeBitCast(self, to: UInt64.self)) }
}

/// Puts postings into bytes: see docs/format.md, "Block of postings".
struct PostingWriter {
  private(set) var bytes: [UInt8] = []
  /// The row of the last posting.
  private(set) var last: UInt64 = 0
  let hasCounts: Bool

  init(hasCounts: Bool) { self.hasCounts = hasCounts }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    last = 0
  }

  /// Appends a posting of a row behind the last one.
  mutating func append(_ posting: Posting) {
    bytes.append(varint: posting.row &- last)
    last = posting.row
    guard hasCounts else { return }
    var (fields, isPlain) = (UInt8(0), true)
    for field in 0..<SearchLayout.mostFields where posting.counts[field] > 0 {
      fields |= 1 << UInt8(field)
      if posting.counts[field] > 1 { isPlain = false }
    }
    bytes.append(isPlain ? fields : fields | PostingReader.countsFollow)
    bytes.append(posting.length)
    if !isPlain {
      for field in 0..<SearchLayout.mostFields where posting.counts[field] > 0 { bytes.append(posting.counts[field]) }
    }
  }

  /// Appends postings that were written behind one of the same row as the last one here, or in front of all.
  mutating func append(copied postings: UnsafeRawBufferPointer, last: UInt64) {
    bytes.append(contentsOf: postings)
    self.last = last
  }

  /// Takes back what was appended since there were `count` bytes; nothing can be appended then before `removeAll`.
  mutating func cut(to count: Int) { bytes.removeLast(bytes.count - count) }
}

/// Reads what a `PostingWriter` wrote. Nothing of it is trusted.
struct PostingReader {
  /// The bit beside the fields: how often follows for each of them, instead of once.
  static let countsFollow: UInt8 = 0x80

  var bytes: ByteReader
  /// The row of the last posting that was read.
  private(set) var last: UInt64 = 0
  private let hasCounts: Bool

  init(_ bytes: ByteReader, hasCounts: Bool) {
    self.bytes = bytes
    self.hasCounts = hasCounts
  }

  /// The next posting; `nil` where the bytes are none.
  @inline(__always)
  mutating func next() -> Posting? {
    guard let row = rowAlone() else { return nil }
    guard hasCounts else { return Posting(row: row) }
    guard let mark = bytes.byte(), let length = bytes.byte() else { return nil }
    var counts: UInt64 = 0
    var fields = mark & ~Self.countsFollow
    while fields != 0 {
      let field = UInt64(fields.trailingZeroBitCount)
      fields &= fields &- 1
      if mark & Self.countsFollow == 0 {
        counts |= 1 &<< (field &* 8)
      } else {
        guard let count = bytes.byte() else { return nil }
        counts |= UInt64(count) &<< (field &* 8)
      }
    }
    return Posting(row: row, counts: SIMD8(packed: counts), length: length)
  }

  /// The row of the next posting; `nil` where the bytes are none.
  @inline(__always)
  mutating func nextRow() -> UInt64? {
    guard let row = rowAlone() else { return nil }
    guard hasCounts else { return row }
    guard let mark = bytes.byte(), bytes.byte() != nil else { return nil }
    if mark & Self.countsFollow != 0 {
      guard bytes.take(UInt64((mark & ~Self.countsFollow).nonzeroBitCount)) != nil else { return nil }
    }
    return row
  }

  @inline(__always)
  private mutating func rowAlone() -> UInt64? {
    guard let delta = bytes.varint() else { return nil }
    let (row, overflows) = last.addingReportingOverflow(delta)
    guard !overflows else { return nil }
    last = row
    return row
  }

  /// Passes over the postings of rows before `row` and gives their number and bytes; `nil` where the bytes are none.
  mutating func pass(before row: UInt64) -> (count: UInt64, bytes: UnsafeRawBufferPointer)? {
    let start = bytes
    var count: UInt64 = 0
    while !bytes.isAtEnd {
      let here = self
      guard let found = nextRow() else { return nil }
      guard found < row else {
        self = here
        break
      }
      count += 1
    }
    return (count, start.bytes(to: bytes))
  }
}

/// Reads bytes from left to right and stays inside them.
///
/// Unsafe, and kept in order so: it is made from lent bytes inside the call that lends them, and does not leave it.
struct ByteReader {
  private var start: UnsafeRawPointer
  private let end: UnsafeRawPointer

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return nil }
    (start, end) = (base, base + bytes.count)
  }

  private init(_ start: UnsafeRawPointer, _ end: UnsafeRawPointer) { (self.start, self.end) = (start, end) }

  var isAtEnd: Bool { start == end }

  /// What lies from here to where another reader of the same bytes stands.
  func bytes(to other: ByteReader) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start, count: other.start - start)
  }

  /// What is left.
  var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: end - start) }

  @inline(__always)
  mutating func byte() -> UInt8? {
    guard start < end else { return nil }
    defer { start += 1 }
    return start.load(as: UInt8.self)
  }

  /// A number, seven bits a byte, the least first.
  @inline(__always)
  mutating func varint() -> UInt64? {
    guard let first = byte() else { return nil }
    guard first >= 0x80 else { return UInt64(first) }
    var value = UInt64(first & 0x7F)
    for shift in stride(from: UInt64(7), through: 63, by: 7) {
      guard let next = byte() else { return nil }
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
    }
    return nil
  }

  /// The next bytes, lent.
  mutating func take(_ count: UInt64) -> UnsafeRawBufferPointer? {
    guard count <= UInt64(end - start) else { return nil }
    defer { start += Int(count) }
    return UnsafeRawBufferPointer(start: start, count: Int(count))
  }

  /// A reader of the next bytes, which are passed over.
  mutating func part(_ count: UInt64) -> ByteReader? {
    take(count).map { ByteReader($0.baseAddress!, $0.baseAddress! + $0.count) }
  }
}

extension [UInt8] {
  /// Appends a number, seven bits a byte, the least first.
  @inline(__always)
  mutating func append(varint value: UInt64) {
    var value = value
    while value >= 0x80 {
      append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    append(UInt8(value))
  }
}
