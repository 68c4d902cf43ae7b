@testable import TableStore

extension PostingBlock {
  /// A term with its postings.
  struct Entry {
    var term: [UInt8]
    var postings: [Posting]
  }

  /// Reads a block; `nil` when the bytes are none.
  static func entries(_ bytes: UnsafeRawBufferPointer, hasCounts: Bool) -> [Entry]? {
    guard var reader = ByteReader(bytes) else { return nil }
    var entries: [Entry] = []
    var term: [UInt8] = []
    while !reader.isAtEnd {
      guard let head = TermReader.next(&reader, &term) else { return nil }
      var postings: [Posting] = []
      var list = PostingReader(head.bytes ?? reader, hasCounts: hasCounts)
      for _ in 0..<head.count {
        guard let posting = list.next() else { return nil }
        postings.append(posting)
      }
      if head.bytes == nil { reader = list.bytes }
      entries.append(Entry(term: term, postings: postings))
    }
    return entries
  }
}

extension BlockMerger {
  /// Emits what becomes of the block; `false` when it is none.
  func merge(_ emit: (Bytes, UInt64, Bytes) throws -> Void) throws -> Bool {
    try withoutActuallyEscaping(emit) { emit in
      var writer = BlockWriter(hasCounts: hasCounts, emit)
      return try merge(into: &writer)
    }
  }
}
