/// Terms with their postings as they lie in one value: in order of term and row. A term whose postings do not fit goes on
/// in the next block.
///
/// Each term: how many bytes it shares with the one before, how many follow, those; the number of its postings; the
/// bytes that they take where they are several; the postings.
enum PostingBlock {
  /// A block grows to at most so many bytes with its key: four fill a page.
  static let mostBytes = 1_004
  /// What a key has beside the term, at most.
  static let keyBytes = 20
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
      let suffix = reader.take(more), let count = reader.varint(), count > 0,
      shared + more <= UInt64(KeyLimits.key - PostingBlock.keyBytes)
    else { return nil }
    term.removeLast(term.count - Int(shared))
    term.append(contentsOf: suffix)
    guard count > 1 else { return TermReader(count: 1, bytes: nil) }
    // A posting has at least one byte.
    guard let length = reader.varint(), count <= length, let part = reader.part(length) else { return nil }
    return TermReader(count: count, bytes: part)
  }
}

/// Cuts terms with their postings into blocks, given in order.
struct BlockWriter {
  private let hasCounts: Bool
  private let emit: ([UInt8], UInt64, [UInt8]) throws -> Void
  /// A block and its key have at most so many bytes.
  var limit = PostingBlock.mostBytes
  private var block: [UInt8] = []
  private var first: (term: [UInt8], row: UInt64) = ([], 0)
  /// The last term in the block.
  private var last: [UInt8] = []
  private var writer: PostingWriter
  /// The term that is being written, what it shares with the one before, and the number of its postings so far.
  private var term: [UInt8] = []
  private var shared = 0
  private var count: UInt64 = 0

  /// - Parameter emit: is given each block with its first term and row.
  init(hasCounts: Bool, _ emit: @escaping ([UInt8], UInt64, [UInt8]) throws -> Void) {
    self.hasCounts = hasCounts
    self.emit = emit
    writer = PostingWriter(hasCounts: hasCounts)
  }

  /// Begins a term behind the one before, or goes on with it.
  mutating func begin(_ term: ArraySlice<UInt8>) {
    if count > 0 && self.term[...].compare(term) == 0 { return }
    closeTerm()
    self.term.removeAll(keepingCapacity: true)
    self.term.append(contentsOf: term)
    share()
  }

  private mutating func share() {
    shared = 0
    let most = min(last.count, term.count)
    while shared < most && last[shared] == term[shared] { shared += 1 }
  }

  /// Appends a posting of the term behind all others.
  mutating func append(_ posting: Posting) throws {
    if block.isEmpty && count == 0 { first = (term, posting.row) }
    let before = writer.bytes.count
    writer.append(posting)
    if byteCount > limit && !(block.isEmpty && count == 0) {
      writer.cut(to: before)
      closeTerm()
      try finish()
      first = (term, posting.row)
      writer.removeAll()
      writer.append(posting)
    }
    count += 1
  }

  /// The bytes of the block and its key if the term ended now.
  private var byteCount: Int {
    block.count + writer.bytes.count + term.count - shared + 8 + first.term.count + PostingBlock.keyBytes
  }

  /// Appends the postings of a list of the term that lie before a row: as they are where they fit into the block.
  /// `false` where the list is none.
  mutating func append(_ list: inout PostingReader, before row: UInt64) throws -> Bool {
    var isTight = false
    while !list.bytes.isAtEnd {
      if count == 1 { isTight = false }
      if !isTight && count > 0 && list.last == writer.last {
        var ahead = list
        guard let passed = ahead.pass(before: row) else { return false }
        if byteCount + passed.bytes.count <= limit {
          writer.append(copied: passed.bytes, last: ahead.last)
          count += passed.count
          list = ahead
          return true
        }
        isTight = true
      }
      var ahead = list
      guard let posting = ahead.next() else { return false }
      if posting.row >= row { return true }
      list = ahead
      try append(posting)
    }
    return true
  }

  /// Appends a term behind the one before with all of its postings.
  mutating func append(_ term: [UInt8], _ list: PostingReader, count: UInt64) throws -> Bool {
    begin(term[...])
    var list = list
    if block.isEmpty {
      var ahead = list
      guard let row = ahead.nextRow() else { return false }
      first = (term, row)
    }
    if byteCount + list.bytes.rest.count <= limit {
      writer.append(copied: list.bytes.rest, last: 0)
      self.count = count
      closeTerm()
      return true
    }
    return try append(&list, before: .max)
  }

  /// Appends terms with their postings as they lie behind a term in a block; `false` where another one is the last one
  /// here, or they do not fit.
  mutating func append(copied terms: UnsafeRawBufferPointer, behind term: [UInt8], last: [UInt8]) -> Bool {
    closeTerm()
    guard !block.isEmpty, self.last == term,
      block.count + terms.count + first.term.count + PostingBlock.keyBytes <= limit
    else { return false }
    block.append(contentsOf: terms)
    self.last = last
    return true
  }

  private mutating func closeTerm() {
    guard count > 0 else { return }
    block.append(varint: UInt64(shared))
    block.append(varint: UInt64(term.count - shared))
    block.append(contentsOf: term[shared...])
    block.append(varint: count)
    if count > 1 { block.append(varint: UInt64(writer.bytes.count)) }
    block.append(contentsOf: writer.bytes)
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: term)
    shared = term.count
    count = 0
    writer.removeAll()
  }

  /// Emits what is left.
  mutating func finish() throws {
    closeTerm()
    guard !block.isEmpty else { return }
    try emit(first.term, first.row, block)
    block.removeAll(keepingCapacity: true)
    last.removeAll(keepingCapacity: true)
    shared = 0
  }
}
