internal import LMDB

/// An entry of a full-text index.
typealias SearchEntry = (key: [UInt8], value: [UInt8])

/// Gathers the terms of a scope's rows, which come in ascending order, and makes the lists' entries at once.
///
/// A term is looked up by its bytes once for each place where it stands, and gets a number. The places are then put in
/// the order of the terms by counting: they are in the order of the rows already.
struct SearchBuilder {
  /// A place where a term stands.
  private struct Place {
    let term: UInt32
    /// Which of the rows.
    let row: UInt32
    let field: UInt8
  }

  /// A place of a term that is known.
  private struct TermPlace {
    let row: UInt32
    let field: UInt8
  }

  private var table = TermTable()
  private var places: [Place] = []
  private var rows: [UInt64] = []
  private var lengths: [UInt8] = []

  /// What is known of the rows so far.
  private(set) var state = SearchState()

  /// In how many places terms stand: what the rows take in memory, some 20 bytes each.
  var placeCount: Int { places.count }

  init() {}

  /// Adds a row behind the last one.
  mutating func append(_ terms: SearchTerms, of row: UInt64) {
    guard !terms.isEmpty else { return }
    state.rows += 1
    state.length += Int64(terms.length)
    let place = UInt32(rows.count)
    rows.append(row)
    lengths.append(terms.length)
    terms.forEach { list, term, field in
      places.append(Place(term: table.number(of: list, term), row: place, field: UInt8(field)))
    }
  }

  /// Adds rows behind the last one, as another builder has gathered them.
  mutating func append(_ other: SearchBuilder) {
    guard !rows.isEmpty else { return self = other }
    let first = UInt32(rows.count)
    state.rows += other.state.rows
    state.length += other.state.length
    rows += other.rows
    lengths += other.lengths
    let numbers = table.numbers(of: other.table)
    for place in other.places {
      places.append(Place(term: numbers[Int(place.term)], row: first + place.row, field: place.field))
    }
  }

  /// Visits the scope's entries: what is known of the rows, and the blocks of the lists.
  func forEachEntry(_ index: SearchLayout, _ scope: Scope, _ body: (SearchEntry) throws -> Void) throws {
    guard state.rows > 0 else { return }
    let buffer = ByteBuffer(capacity: 24)
    state.encode(into: buffer)
    try body((index.prefix(scope, .state), buffer.array))
    let (found, ends) = inOrderOfTerms()
    let terms = table.sorted()
    var first = 0
    while first < terms.count {
      let list = table.list(terms[first])
      let end = terms[first...].firstIndex { table.list($0) != list } ?? terms.count
      let prefix = index.prefix(scope, list)
      try withoutActuallyEscaping(body) { body in
        var writer = BlockWriter(hasCounts: list == .words) { term, row, bytes in
          try body((SearchLayout.key(prefix, term: term, row: row), bytes))
        }
        for term in terms[first..<end] {
          let start = term == 0 ? 0 : ends[Int(term) - 1]
          try write(found[start..<ends[Int(term)]], table.bytes(term), list, &writer)
        }
        try writer.finish()
      }
      first = end
    }
  }

  /// Where each term stands, term by term by their numbers, and where each term's places end.
  private func inOrderOfTerms() -> (places: [TermPlace], ends: [Int]) {
    var ends = [Int](repeating: 0, count: table.count + 1)
    for place in places { ends[Int(place.term) + 1] += 1 }
    for term in 0..<table.count { ends[term + 1] += ends[term] }
    var ordered = [TermPlace](repeating: TermPlace(row: 0, field: 0), count: places.count)
    for place in places {
      ordered[ends[Int(place.term)]] = TermPlace(row: place.row, field: place.field)
      ends[Int(place.term)] += 1
    }
    return (ordered, ends)
  }

  /// Writes one term's postings.
  private func write(
    _ found: ArraySlice<TermPlace>, _ term: ArraySlice<UInt8>, _ list: SearchLayout.List, _ writer: inout BlockWriter
  ) throws {
    writer.begin(term)
    var number = found.startIndex
    while number < found.endIndex {
      let row = found[number].row
      var posting = Posting(row: rows[Int(row)])
      while number < found.endIndex, found[number].row == row {
        let field = Int(found[number].field)
        if list == .words && posting.counts[field] < 255 { posting.counts[field] += 1 }
        number += 1
      }
      if list == .words { posting.length = lengths[Int(row)] }
      try writer.append(posting)
    }
  }
}

/// Terms with their lists, numbered as they come: a hash table over bytes that lie one behind the other.
private struct TermTable {
  private var bytes: [UInt8] = []
  /// Where each term begins, its list's byte first; at the end, where the next one will.
  private var starts: [Int] = [0]
  /// The numbers of the terms and 1, by hash; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  var count: Int { starts.count - 1 }

  func list(_ term: UInt32) -> SearchLayout.List {
    guard let list = SearchLayout.List(rawValue: bytes[starts[Int(term)]]) else {
      preconditionFailure("a term is in one of the lists")
    }
    return list
  }

  func bytes(_ term: UInt32) -> ArraySlice<UInt8> { bytes[starts[Int(term)] + 1..<starts[Int(term) + 1]] }

  mutating func number(of list: SearchLayout.List, _ term: ArraySlice<UInt8>) -> UInt32 {
    if count * 2 > slots.count { grow() }
    let start = bytes.count
    bytes.append(list.rawValue)
    bytes.append(contentsOf: term)
    var slot = Self.hash(bytes[start...]) & (slots.count - 1)
    while slots[slot] != 0 {
      let found = Int(slots[slot] - 1)
      if isSame(found, start) {
        bytes.removeLast(bytes.count - start)
        return UInt32(found)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    starts.append(bytes.count)
    slots[slot] = UInt32(count)
    return UInt32(count - 1)
  }

  /// Whether a term is what lies behind the last one from `start` on.
  private func isSame(_ term: Int, _ start: Int) -> Bool {
    let all = bytes.span.bytes
    return all.extracting(starts[term]..<starts[term + 1]).compare(all.extracting(droppingFirst: start)) == 0
  }

  /// The numbers that the terms of another table have here, by their numbers there.
  mutating func numbers(of other: TermTable) -> [UInt32] {
    (0..<other.count).map { term in number(of: other.list(UInt32(term)), other.bytes(UInt32(term))) }
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 29)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for term in 0..<count {
      var slot = Self.hash(bytes[starts[term]..<starts[term + 1]]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(term + 1)
    }
  }

  /// The numbers of the terms in the order of list and bytes.
  func sorted() -> [UInt32] {
    // Most are told apart by their first eight bytes.
    var keyed: [(key: UInt64, term: UInt32)] = (0..<count).map { term in
      var key: UInt64 = 0
      for place in 0..<8 {
        let index = starts[term] + place
        key = key << 8 | (index < starts[term + 1] ? UInt64(bytes[index]) : 0)
      }
      return (key, UInt32(term))
    }
    bytes.withUnsafeBytes { bytes in
      keyed.sort { left, right in
        if left.key != right.key { return left.key < right.key }
        func all(_ term: UInt32) -> UnsafeRawBufferPointer {
          UnsafeRawBufferPointer(rebasing: bytes[starts[Int(term)]..<starts[Int(term) + 1]])
        }
        return all(left.term).bytes.compare(all(right.term).bytes) < 0
      }
    }
    return keyed.map(\.term)
  }
}
