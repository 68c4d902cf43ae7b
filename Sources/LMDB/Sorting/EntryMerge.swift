/// The entries of several sorters in key order, each lent once.
package struct EntryMerge: ~Copyable {
  /// The runs that have an entry left, as a heap: none precedes the one at half its place.
  private var runs: [EntryRun] = []
  /// What the runs lie in.
  private let sorters: [EntrySorter]

  /// - Parameter sorters: finished ones, which nothing else merges at the same time.
  package init(_ sorters: [EntrySorter]) throws(LMDBError) {
    self.sorters = sorters
    for sorter in sorters {
      for run in sorter.runs() where try run.advance() { runs.append(run) }
    }
    for place in (0..<runs.count / 2).reversed() { sink(place) }
  }

  /// The present entry; `nil` at the end. Its bytes stay where they are until `advance()`.
  @inline(__always)
  var present: EntryRun? { runs.first }

  /// Moves to the next entry.
  mutating func advance() throws(LMDBError) {
    if try !runs[0].advance() {
      runs[0] = runs[runs.count - 1]
      runs.removeLast()
    }
    sink(0)
  }

  /// Lends the entries in key order; several may have the same key.
  package consuming func forEach(_ body: (RawSpan, RawSpan) throws -> Void) throws {
    try forEachTagged { key, value, _ in try body(key, value) }
  }

  /// Lends the entries in key order with their tags.
  package consuming func forEachTagged(
    _ body: (_ key: RawSpan, _ value: RawSpan, _ tag: UInt32) throws -> Void
  ) throws {
    while let run = present {
      let key = RawSpan(_unsafeStart: run.key, byteCount: run.keyCount)
      let value = RawSpan(_unsafeStart: run.key + run.keyCount, byteCount: run.valueCount)
      try body(key, value, run.tag)
      try advance()
    }
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < runs.count {
        if Self.precedes(runs[child], runs[least]) { least = child }
      }
      if least == place { return }
      runs.swapAt(place, least)
      place = least
    }
  }

  @inline(__always)
  private static func precedes(_ left: EntryRun, _ right: EntryRun) -> Bool {
    if left.head != right.head { return left.head < right.head }
    return KeyOrder.precedes(left.key, left.keyCount, right.key, right.keyCount)
  }
}
