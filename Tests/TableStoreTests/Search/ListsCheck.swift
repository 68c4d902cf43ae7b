import Testing

@testable import TableStore

/// Reads the raw keys and values of a full-text index by docs/format.md alone, and holds them against the rows: every
/// posting is of a row that has the term, every term of a row has a posting, and nothing else is there.
struct ListsCheck {
  private let index: LetterIndex
  private let id: UInt8
  private let letters: ReferenceLetters
  /// By scope and list, the keys behind these two and their values, in order.
  private var lists: [UInt64?: [UInt8: [(key: Bytes, value: Bytes)]]] = [:]

  init(_ store: Store, _ index: LetterIndex, _ letters: ReferenceLetters) throws {
    (self.index, self.letters) = (index, letters)
    id = index == .words ? 7 : 9
    for entry in try store.rawEntries(Letter.schema) where entry.key[0] == id {
      let length = entry.key[1] == 0 ? 0 : Int(entry.key[1]) - 0x80
      try #require((0...8).contains(length))
      let scope = entry.key[1] == 0 ? nil : entry.key[2..<2 + length].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let list = entry.key[2 + length]
      try #require(list <= 6)
      if list >= 2 { try #require(entry.key.count + entry.value.count <= 1_004 && !entry.value.isEmpty) }
      lists[scope, default: [:]][list, default: []].append((Array(entry.key[(3 + length)...]), entry.value))
    }
  }

  func run() throws {
    for scope in Set(lists.keys).union(letters.scopes.keys) {
      let found = lists[scope] ?? [:]
      var rows: [UInt64: ListedRow] = [:]
      for (id, row) in letters.scopes[scope]?.rows ?? [:] {
        rows[id] = ListedRow(row.texts(index), isMarked: row.letter.deletedAt != nil, letters.terms)
      }
      let pending = found[1] ?? []
      for (key, value) in pending {
        try #require(key.count == 8)
        let base = try Self.pendingTexts(value, fields: index.columns.count)
        rows[key.number] = base.map { base in
          ListedRow(ReferenceTexts(base.texts, letters.terms), isMarked: base.isMarked, letters.terms)
        }
      }
      try checkState(found[0] ?? [], rows, pending: pending.count, "scope \(scope ?? 0)")
      for list in UInt8(2)...6 {
        let postings = try Self.postings(found[list] ?? [], hasCounts: list == 2)
        for posting in postings {
          let expected = rows[posting.row]?.postings[ListedTerm(list: list, term: posting.term)]
          try #require(expected == posting.rest, "list \(list), row \(posting.row), term \(posting.term)")
        }
        let expected = rows.values.reduce(0) { $0 + $1.postings.keys.count { $0.list == list } }
        try #require(postings.count == expected, "list \(list) of scope \(scope ?? 0) lacks postings")
      }
    }
  }

  private func checkState(
    _ entries: [(key: Bytes, value: Bytes)], _ rows: [UInt64: ListedRow], pending: Int, _ place: String
  ) throws {
    let count = rows.values.count { !$0.postings.isEmpty }
    let length = rows.values.reduce(0) { $0 + $1.length }
    guard let state = entries.first else {
      return try #require(count == 0 && length == 0 && pending == 0, "\(place) has no state")
    }
    try #require(entries.count == 1 && state.key.isEmpty && state.value.count == 24)
    let numbers = (0..<3).map { Bytes(state.value[$0 * 8..<$0 * 8 + 8].reversed()).number }
    try #require(numbers == [UInt64(count), UInt64(length), UInt64(pending)], "state of \(place)")
    try #require(numbers != [0, 0, 0])
  }

  /// The texts in a pending record; `nil` where the lists have nothing.
  private static func pendingTexts(_ record: Bytes, fields: Int) throws -> (texts: [String], isMarked: Bool)? {
    var rest = record[...]
    let head = try rest.takeNumber()
    if head == 0 {
      try #require(rest.isEmpty)
      return nil
    }
    try #require(head >> 1 == fields)
    var lengths: [Int] = []
    for _ in 0..<fields { lengths.append(Int(try rest.takeNumber())) }
    try #require(lengths.reduce(0, +) == rest.count)
    let texts = lengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return String(decoding: rest.prefix(length), as: UTF8.self)
    }
    return (texts, head & 1 == 1)
  }

  private struct FoundPosting {
    let term: Bytes
    let row: UInt64
    /// What follows the row: fields, length, counts.
    let rest: Bytes
  }

  /// The postings of a list, after a look at its blocks: their order, sizes and keys.
  private static func postings(_ blocks: [(key: Bytes, value: Bytes)], hasCounts: Bool) throws -> [FoundPosting] {
    var found: [FoundPosting] = []
    func place(_ posting: FoundPosting) -> Bytes { key(posting.term, posting.row) }
    for (key, value) in blocks {
      if let last = found.last { try #require(place(last).lexicographicallyPrecedes(key), "a block begins too early") }
      let start = found.count
      var rest = value[...]
      var term: Bytes = []
      while !rest.isEmpty {
        let shared = Int(try rest.takeNumber())
        let more = Int(try rest.takeNumber())
        try #require(shared <= term.count && more <= rest.count && shared + more <= 128)
        term = Array(term.prefix(shared)) + Array(rest.prefix(more))
        rest = rest.dropFirst(more)
        let count = Int(try rest.takeNumber())
        try #require(count > 0)
        let length = count > 1 ? Int(try rest.takeNumber()) : nil
        let before = rest.count
        var row: UInt64 = 0
        for number in 0..<count {
          let delta = try rest.takeNumber()
          try #require(number == 0 || delta > 0)
          row += delta
          found.append(FoundPosting(term: term, row: row, rest: hasCounts ? try takeCounts(&rest) : []))
        }
        if let length { try #require(before - rest.count == length) }
      }
      let first = place(found[start])
      try #require(key == first || key.lexicographicallyPrecedes(first), "a block begins behind its key")
    }
    for (left, right) in zip(found, found.dropFirst()) {
      try #require(place(left).lexicographicallyPrecedes(place(right)), "postings out of order")
    }
    return found
  }

  private static func takeCounts(_ rest: inout ArraySlice<UInt8>) throws -> Bytes {
    let fields = try #require(rest.first)
    let count = 2 + (fields & 0x80 == 0 ? 0 : (fields & 0x7F).nonzeroBitCount)
    try #require(rest.count >= count)
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  private static func key(_ term: Bytes, _ row: UInt64) -> Bytes {
    term + [0] + (0..<8).map { UInt8(truncatingIfNeeded: row >> UInt64(56 - $0 * 8)) }
  }
}

/// A term in a list.
private struct ListedTerm: Hashable {
  let list: UInt8
  let term: Bytes
}

/// What the lists should have of a row.
private struct ListedRow {
  /// By list and term, what a posting says besides the row.
  private(set) var postings: [ListedTerm: Bytes] = [:]
  let length: Int

  init(_ texts: ReferenceTexts, isMarked: Bool, _ terms: ReferenceTerms) {
    length = texts.length
    if isMarked && !texts.isEmpty { postings[ListedTerm(list: 6, term: [])] = [] }
    for (place, counts) in texts.counts {
      let term = terms.all[place.term]
      switch place.kind {
      case .pair: postings[ListedTerm(list: 5, term: term)] = []
      case .digits:
        let digits = stride(from: 0, to: term.count - terms.digitWidth + 1, by: terms.digitWidth)
        let reversed = digits.reversed().flatMap { term[$0..<$0 + terms.digitWidth] }
        postings[ListedTerm(list: 4, term: reversed)] = []
      case .word:
        let lengths = terms.digitLeads.contains(term[0]) ? 3...6 : 1...4
        for length in lengths where length <= term.count {
          postings[ListedTerm(list: 3, term: Array(term.prefix(length)))] = []
        }
        let fields = counts.indices.filter { counts[$0] > 0 }
        let mask = fields.reduce(UInt8(0)) { $0 | 1 << UInt8($1) }
        let isPlain = fields.allSatisfy { counts[$0] == 1 }
        let often = isPlain ? [] : fields.map { UInt8(min(counts[$0], 255)) }
        postings[ListedTerm(list: 2, term: term)] = [isPlain ? mask : mask | 0x80, UInt8(length)] + often
      }
    }
  }
}

extension Bytes {
  fileprivate var number: UInt64 { reduce(0) { $0 << 8 | UInt64($1) } }
}

extension ArraySlice<UInt8> {
  /// Takes a varint, of which there has to be one.
  fileprivate mutating func takeNumber() throws -> UInt64 {
    var (value, shift) = (UInt64(0), UInt64(0))
    while let byte = popFirst() {
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw DamagedNumber()
  }
}

/// A varint without an end.
private struct DamagedNumber: Error {}
