/// Terms with their postings as they lie in one value: in order of term and row. A term whose postings do not fit goes on
/// in the next block.
///
/// Each term: how many bytes it shares with the one before, how many follow, those; the number of its postings; the
/// bytes that they take where they are several; the postings.
struct PostingBlock {
  struct Entry {
    var term: [UInt8]
    var postings: [Posting]
  }

  /// A block grows to at most so many bytes: three, with their keys, fill a page.
  static let mostBytes = 1_280

  /// Reads a block; `nil` when the bytes are none.
  static func entries(_ bytes: UnsafeRawBufferPointer, hasCounts: Bool) -> [Entry]? {
    guard var reader = ByteReader(bytes) else { return nil }
    var entries: [Entry] = []
    var term: [UInt8] = []
    while !reader.isAtEnd {
      guard let part = TermReader.next(&reader, &term) else { return nil }
      var postings: [Posting] = []
      postings.reserveCapacity(Int(min(part.count, 4_096)))
      var found = PostingReader(part.bytes ?? reader, hasCounts: hasCounts)
      for _ in 0..<part.count {
        guard let posting = found.next() else { return nil }
        postings.append(posting)
      }
      if part.bytes == nil { reader = found.bytes }
      entries.append(Entry(term: term, postings: postings))
    }
    return entries
  }
}

/// The head of a term in a block.
struct TermReader {
  /// How many postings follow.
  let count: UInt64
  /// Their bytes; `nil` where it is one posting, which is read to find its end.
  let bytes: ByteReader?

  /// Reads the next term's head and makes `term` of the one before; several postings are passed over.
  @inline(__always)
  static func next(_ reader: inout ByteReader, _ term: inout [UInt8]) -> TermReader? {
    guard let shared = reader.varint(), shared <= UInt64(term.count), let more = reader.varint(),
      let suffix = reader.take(more), let count = reader.varint(), count > 0
    else { return nil }
    term.removeLast(term.count - Int(shared))
    term.append(contentsOf: suffix)
    guard count > 1 else { return TermReader(count: 1, bytes: nil) }
    guard let length = reader.varint(), let part = reader.part(length) else { return nil }
    return TermReader(count: count, bytes: part)
  }
}

/// Cuts terms with their postings into blocks, given in order.
struct BlockWriter {
  /// What one more posting takes at most: numbers in front of the term and of its postings (7 bytes), a primary key
  /// (10), fields and length (2), a count a field.
  private static let mostBytesBeside = 19 + SearchLayout.mostFields

  private let hasCounts: Bool
  private let emit: ([UInt8], UInt64, [UInt8]) throws -> Void
  private var block: [UInt8] = []
  private var first: (term: [UInt8], row: UInt64) = ([], 0)
  /// The last term in the block.
  private var last: [UInt8] = []
  private var writer: PostingWriter
  /// The term that is being written, and its postings so far.
  private var term: [UInt8] = []
  private var count: UInt64 = 0

  /// - Parameter emit: is given each block with its first term and row.
  init(hasCounts: Bool, _ emit: @escaping ([UInt8], UInt64, [UInt8]) throws -> Void) {
    self.hasCounts = hasCounts
    self.emit = emit
    writer = PostingWriter(hasCounts: hasCounts)
  }

  /// Appends a posting behind all others.
  mutating func append(_ term: some Collection<UInt8>, _ posting: Posting) throws {
    if count == 0 || !self.term.elementsEqual(term) {
      closeTerm()
      self.term = Array(term)
    }
    if block.count + writer.bytes.count + self.term.count + Self.mostBytesBeside > PostingBlock.mostBytes {
      closeTerm()
      try finish()
      self.term = Array(term)
    }
    if block.isEmpty && count == 0 { first = (self.term, posting.row) }
    writer.append(posting)
    count += 1
  }

  private mutating func closeTerm() {
    guard count > 0 else { return }
    let shared = zip(last, term).prefix { $0 == $1 }.count
    block.append(varint: UInt64(shared))
    block.append(varint: UInt64(term.count - shared))
    block.append(contentsOf: term[shared...])
    block.append(varint: count)
    if count > 1 { block.append(varint: UInt64(writer.bytes.count)) }
    block.append(contentsOf: writer.bytes)
    last = term
    count = 0
    writer.removeAll()
  }

  /// Emits what is left.
  mutating func finish() throws {
    closeTerm()
    guard !block.isEmpty else { return }
    try emit(first.term, first.row, block)
    block.removeAll(keepingCapacity: true)
    last = []
  }
}
