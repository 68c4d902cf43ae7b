/// That a term stands in a row.
struct Posting: Hashable, Sendable {
  /// The row's primary key.
  var row: UInt64
  /// How often the term stands in each field, up to 255; all 0 in lists that say only which rows.
  var counts = SIMD8<UInt8>(repeating: 0)
  /// The number of words in all fields, up to 255.
  var length: UInt8 = 0
}

/// Puts postings into bytes: see docs/format.md, "Block of postings".
struct PostingWriter {
  private(set) var bytes: [UInt8] = []
  private var last: UInt64 = 0
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
    for field in 0..<8 where posting.counts[field] > 0 {
      fields |= 1 << UInt8(field)
      if posting.counts[field] > 1 { isPlain = false }
    }
    bytes.append(isPlain ? fields : fields | PostingReader.countsFollow)
    bytes.append(posting.length)
    if !isPlain {
      for field in 0..<8 where posting.counts[field] > 0 { bytes.append(posting.counts[field]) }
    }
  }
}

/// Reads what a `PostingWriter` wrote. Nothing of it is trusted.
struct PostingReader {
  /// The bit beside the fields: how often follows for each of them, instead of once.
  static let countsFollow: UInt8 = 0x80

  var bytes: ByteReader
  private var last: UInt64 = 0
  private let hasCounts: Bool

  init(_ bytes: ByteReader, hasCounts: Bool) {
    self.bytes = bytes
    self.hasCounts = hasCounts
  }

  /// The next posting; `nil` where the bytes are none.
  @inline(__always)
  mutating func next() -> Posting? {
    guard let delta = bytes.varint() else { return nil }
    let (row, overflows) = last.addingReportingOverflow(delta)
    guard !overflows else { return nil }
    last = row
    guard hasCounts else { return Posting(row: row) }
    guard let mark = bytes.byte(), let length = bytes.byte() else { return nil }
    var posting = Posting(row: row, length: length)
    var fields = mark & ~Self.countsFollow
    while fields != 0 {
      let field = fields.trailingZeroBitCount
      fields &= fields &- 1
      if mark & Self.countsFollow == 0 {
        posting.counts[field] = 1
      } else {
        guard let count = bytes.byte() else { return nil }
        posting.counts[field] = count
      }
    }
    return posting
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
