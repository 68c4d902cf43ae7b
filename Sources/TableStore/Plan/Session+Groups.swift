internal import LMDB

extension Plan {
  /// Whether entries can be counted by a column, which is a number, with no more than a look at each key.
  func countsEntries(by column: Int) -> Bool {
    guard isCovering, recheck.program == nil, selection.limit == .max, selection.offset == 0,
      case .path(let path) = access, let index = path.index, !index.hasHolder, case .inTurn = path.sequence
    else { return false }
    return index.positions[column] >= 0
  }
}

extension Session {
  /// Counts the entries of a covering walk by one column: the status counts of a dashboard.
  ///
  /// - Parameter plan: one that `countsEntries(by:)` says yes for.
  final func countEntries(_ plan: Plan, by column: Int) throws -> [(number: Int128?, count: Int)] {
    guard case .path(let path) = plan.access, let index = path.index else {
      preconditionFailure("entries are counted of an index")
    }
    try settleIndexes(plan.table)
    let place = Int(index.positions[column])
    // Small numbers, such as those of enumerations, are counted in place; NULL at the end.
    var small = InlineArray<257, Int>(repeating: 0)
    var large: [Int128: Int] = [:]
    func add(_ count: Int, to number: Int128?) {
      guard let number else { return small[256] &+= count }
      if number >= 0 && number < 256 {
        small[Int(truncatingIfNeeded: number)] &+= count
      } else {
        large[number, default: 0] &+= count
      }
    }
    // Entries of one number mostly follow each other: they begin as the first of them does, the number included.
    let start = ByteBuffer(capacity: 64)
    for range in path.ranges {
      var (run, number) = (0, Int128?.none)
      try walk(plan.table.requireKeyspace(), range) { key, _ in
        run &+= 1
        if run > 1, key.starts(with: start.bytes) { return true }
        var scanner = KeyScanner(at: try index.scan(key, columns: place))
        let next = try scanner.integer(in: key)
        if run > 1 {
          add(run &- 1, to: number)
          tally.examined &+= run &- 1
        }
        (run, number) = (1, next)
        start.removeAll()
        start.append(key.extracting(first: scanner.offset))
        return true
      }
      add(run, to: number)
      tally.examined &+= run
    }
    var counts: [(number: Int128?, count: Int)] = small[256] > 0 ? [(nil, small[256])] : []
    counts += large.filter { $0.key < 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    for number in 0..<256 where small[number] > 0 { counts.append((Int128(number), small[number])) }
    return counts + large.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
