/// Brings changes into a block: what no change concerns is copied as it is.
struct BlockMerger {
  private let changes: SearchChanges
  private let range: Range<Int>
  private let block: [UInt8]
  let hasCounts: Bool
  private var next: Int

  /// - Parameter range: the changes that belong into the block, in order.
  init(_ changes: SearchChanges, _ range: Range<Int>, _ block: [UInt8], _ list: SearchLayout.List) {
    (self.changes, self.range, self.block, hasCounts) = (changes, range, block, list == .words)
    next = range.lowerBound
  }

  /// Writes what becomes of the block, and has the writer emit all of it; `false` when the block is none.
  func merge(into writer: inout BlockWriter) throws -> Bool {
    var merger = self
    writer.limit = PostingBlock.mostBytes
    guard try block.withUnsafeBytes({ try merger.mergeTerms($0, &writer) }) else { return false }
    writer.limit = PostingBlock.mostBytes
    while merger.next < range.upperBound { try merger.appendChange(&writer) }
    try writer.finish()
    return true
  }

  /// A term of the block with its postings.
  private struct Entry {
    let count: UInt64
    var list: PostingReader
  }

  /// Reads the next term's head into `term`, passes over its postings; `nil` where there is none.
  private func next(_ reader: inout ByteReader, _ term: inout [UInt8]) -> Entry? {
    guard let head = TermReader.next(&reader, &term) else { return nil }
    if let bytes = head.bytes { return Entry(count: head.count, list: PostingReader(bytes, hasCounts: hasCounts)) }
    // One posting: it ends where the next term begins.
    var one = PostingReader(reader, hasCounts: hasCounts)
    guard one.nextRow() != nil, let list = reader.part(UInt64(reader.bytes(to: one.bytes).count)) else { return nil }
    return Entry(count: 1, list: PostingReader(list, hasCounts: hasCounts))
  }

  private mutating func mergeTerms(_ bytes: UnsafeRawBufferPointer, _ writer: inout BlockWriter) throws -> Bool {
    guard var reader = ByteReader(bytes) else { return bytes.isEmpty }
    var term: [UInt8] = []
    // What is to be copied: from a place behind a term on, up to `reader`.
    var (start, before) = (reader, term)
    while next < range.upperBound {
      let (here, last) = (reader, term)
      guard !reader.isAtEnd else { break }
      guard var entry = next(&reader, &term) else { return false }
      guard changes.term(changes.changes[next]).compare(term[...]) <= 0 else { continue }
      guard try copy(start, to: here, behind: before, last: last, &writer) else { return false }
      (start, before) = (here, last)
      while next < range.upperBound {
        let order = changes.term(changes.changes[next]).compare(term[...])
        if order < 0 {
          split(&writer)
          try appendChange(&writer)
        } else {
          if order == 0 {
            guard try mergePostings(term, &entry.list, isLast: reader.isAtEnd, &writer) else { return false }
            (start, before) = (reader, term)
          }
          break
        }
      }
    }
    while !reader.isAtEnd { guard next(&reader, &term) != nil else { return false } }
    return try copy(start, to: reader, behind: before, last: term, &writer)
  }

  /// Copies terms that no change concerns: each by itself until one stands behind the same term as in the block, then all
  /// that are left at once, where they fit.
  private func copy(
    _ start: ByteReader, to end: ByteReader, behind before: [UInt8], last: [UInt8], _ writer: inout BlockWriter
  ) throws -> Bool {
    var (reader, term) = (start, before)
    while true {
      let rest = reader.bytes(to: end)
      if rest.isEmpty || writer.append(copied: rest, behind: term, last: last) { return true }
      guard let entry = next(&reader, &term) else { return false }
      guard try writer.append(term, entry.list, count: entry.count) else { return false }
    }
  }

  /// Writes a term that changes concern.
  private mutating func mergePostings(
    _ term: [UInt8], _ list: inout PostingReader, isLast: Bool, _ writer: inout BlockWriter
  ) throws -> Bool {
    writer.begin(term[...])
    while next < range.upperBound, changes.term(changes.changes[next]).compare(term[...]) == 0 {
      let row = changes.changes[next].posting.row
      guard try writer.append(&list, before: row) else { return false }
      if !isLast || !list.bytes.isAtEnd { split(&writer) }
      var ahead = list
      if !list.bytes.isAtEnd {
        guard let posting = ahead.next() else { return false }
        if posting.row == row { list = ahead }
      }
      try appendChange(&writer)
      writer.begin(term[...])
    }
    return try writer.append(&list, before: .max)
  }

  /// A block that overflows in its middle becomes two of about one size; one that overflows at its end stays full.
  private func split(_ writer: inout BlockWriter) {
    let expected = block.count + 16 * range.count
    guard expected > PostingBlock.mostBytes - PostingBlock.keyBytes else { return }
    let parts = expected / PostingBlock.mostBytes + 1
    writer.limit = min(writer.limit, expected / parts + PostingBlock.mostBytes / 8)
  }

  private mutating func appendChange(_ writer: inout BlockWriter) throws {
    let change = changes.changes[next]
    next += 1
    guard change.comes else { return }
    writer.begin(changes.term(change))
    try writer.append(change.posting)
  }
}
