import TermAnalysis
import Testing

@testable import TableStore

extension Damage {
  /// The term of "meeting", and how often it stands where in the letters.
  private static func meeting(_ row: UInt64) throws -> (term: Bytes, posting: Posting) {
    var texts = SearchTexts()
    for text in ["Letter \(row)", "meeting about invoice \(row * 1_111)", "john@example.com", ""] { texts.append(text) }
    var terms = SearchTerms()
    try terms.fill(texts)
    var posting = Posting(row: row)
    posting.counts[1] = 1
    posting.length = terms.length
    return (Array(terms.fields[1].key(of: terms.fields[1].tokens[0])), posting)
  }

  static let searches: [Damage] = [
    Damage("a posting is missing", .init(.missingPosting, "letters", "letters_words", "4")) { store in
      let (term, posting) = try meeting(4)
      try store.changePosting(.words, term, posting, comes: false, in: 1)
    },
    Damage("a posting of a missing row", .init(.surplusPosting, "letters", "letters_words", "238")) { store in
      let (term, posting) = try meeting(238)
      try store.changePosting(.words, term, posting, comes: true, in: 1)
    },
    Damage("a posting with other counts", .init(.wrongPosting, "letters", "letters_words", "4")) { store in
      var (term, posting) = try meeting(4)
      posting.counts[1] = 2
      try store.changePosting(.words, term, posting, comes: true, in: 1)
    },
    Damage("a block that is cut", .init(.malformedPostings, "letters", "letters_words")) { store in
      let block = try #require(try store.rawEntries(Letter.schema, 7).first { $0.key[1...3] == [0x81, 1, 2] })
      try store.putRaw(block.value.dropLast(), for: block.key, Letter.schema)
    },
    Damage("counts that are wrong", .init(.wrongCounts, "letters", "letters_words")) { store in
      var state = try #require(try store.rawEntries(Letter.schema, 7).first { $0.key == [7, 0x81, 1, 0] })
      state.value[0] += 1
      try store.putRaw(state.value, for: state.key, Letter.schema)
    },
    Damage("a pending record that is none", .init(.malformedPostings, "letters", "letters_words")) { store in
      let prefix: Bytes = [7, 0x81, 1, 1]
      let record = try #require(try store.rawEntries(Letter.schema, 7).first { $0.key.starts(with: prefix) })
      try store.putRaw([0xFF], for: record.key, Letter.schema)
    },
  ]
}
