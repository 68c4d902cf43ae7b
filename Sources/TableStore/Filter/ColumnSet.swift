/// A set of a table's columns, by their places: nothing to retain and nothing to allocate.
struct ColumnSet: Hashable, Sendable, BitwiseCopyable {
  private(set) var words: SIMD4<UInt64> = .zero

  init() {}

  init(_ columns: some Sequence<Int>) { for column in columns { insert(column) } }

  mutating func insert(_ column: Int) { words[column >> 6] |= 1 << UInt64(column & 63) }

  func contains(_ column: Int) -> Bool { words[column >> 6] & (1 << UInt64(column & 63)) != 0 }

  func union(_ other: ColumnSet) -> ColumnSet {
    var set = self
    set.words |= other.words
    return set
  }

  func isSubset(of other: ColumnSet) -> Bool { words & ~other.words == .zero }

  var isEmpty: Bool { words == .zero }
}
