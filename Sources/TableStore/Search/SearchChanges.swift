/// What changes in the lists of a scope: postings that come and go, gathered row by row and put in order.
struct SearchChanges {
  /// A posting that a list has, or will have.
  struct Change {
    let list: SearchLayout.List
    /// Where the term lies in `terms`.
    let term: Range<Int>
    var posting: Posting
    /// Whether it comes, or else goes.
    var comes: Bool
    /// List and first bytes of the term: most changes are told apart by these.
    let order: UInt64
  }

  private(set) var terms: [UInt8] = []
  private(set) var changes: [Change] = []

  /// Adds all postings of a row, as they were or as they will be.
  mutating func append(_ row: SearchTerms, of id: UInt64, comes: Bool) {
    row.forEach { list, term, field in
      var posting = Posting(row: id)
      if list == .words {
        posting.counts[field] = 1
        posting.length = row.length
      }
      append(list, term, posting, comes: comes)
    }
  }

  /// Adds one posting.
  mutating func append(_ list: SearchLayout.List, _ term: ArraySlice<UInt8>, _ posting: Posting, comes: Bool) {
    let start = terms.count
    terms.append(contentsOf: term)
    var order = UInt64(list.rawValue)
    for place in 0..<7 {
      order = order << 8 | (place < term.count ? UInt64(term[term.startIndex + place]) : 0)
    }
    changes.append(
      Change(list: list, term: start..<terms.count, posting: posting, comes: comes, order: order))
  }

  /// Makes `key` what a block would have as its key that began with a change.
  func fill(_ key: inout [UInt8], _ prefix: [UInt8], _ place: Int) {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: prefix)
    key.append(blockOf: terms[changes[place].term], row: changes[place].posting.row)
  }

  /// The term of a change.
  func term(_ change: Change) -> ArraySlice<UInt8> { terms[change.term] }

  /// Puts the changes in order of list, term and row; several of a term in a row become one, and what goes and comes
  /// the same is left out.
  mutating func settle() {
    terms.withUnsafeBytes { terms in
      func precedes(_ left: Change, _ right: Change) -> Bool {
        if left.order != right.order { return left.order < right.order }
        let order = UnsafeRawBufferPointer(rebasing: terms[left.term]).bytes.compare(
          UnsafeRawBufferPointer(rebasing: terms[right.term]).bytes)
        if order != 0 { return order < 0 }
        if left.posting.row != right.posting.row { return left.posting.row < right.posting.row }
        return !left.comes && right.comes
      }
      changes.sort(by: precedes)
    }
    var settled: [Change] = []
    var next = 0
    while next < changes.count {
      let (going, behind) = merged(from: next, comes: false)
      let (coming, end) = merged(from: behind, like: next, comes: true)
      switch (going, coming) {
      case (let going?, let coming?): if going.posting != coming.posting { settled.append(coming) }
      case (let one?, nil), (nil, let one?): settled.append(one)
      case (nil, nil): preconditionFailure("a change goes or comes")
      }
      next = end
    }
    changes = settled
  }

  /// The changes of one term in one row, of one kind, as one.
  private func merged(from start: Int, like first: Int? = nil, comes: Bool) -> (Change?, end: Int) {
    var found: Change?
    var end = start
    while end < changes.count, changes[end].comes == comes, isSamePlace(changes[end], changes[first ?? start]) {
      if found == nil {
        found = changes[end]
      } else {
        let more = changes[end].posting.counts
        let room = SIMD8<UInt8>(repeating: 255) &- found!.posting.counts
        found!.posting.counts = found!.posting.counts &+ pointwiseMin(more, room)
      }
      end += 1
    }
    return (found, end)
  }

  private func isSamePlace(_ left: Change, _ right: Change) -> Bool {
    left.order == right.order && left.posting.row == right.posting.row
      && (left.term == right.term || terms[left.term].elementsEqual(terms[right.term]))
  }
}
