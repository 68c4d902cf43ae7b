import CComparePeers

/// The entries that Blazz writes, put at the same places: the cost of the pages, and nothing else.
extension FloorPeer: ChangingPeer {
  private func commit(_ change: Change, _ subjects: [Subject], rows: Int) throws -> [Double]? {
    guard let floor = change.floor else { return nil }
    let writer = try writer()
    var times = [Double](repeating: 0, count: (subjects.count + rows - 1) / rows)
    let code = subjects.map(\.forC).withUnsafeBufferPointer { subjects in
      floor_commit(
        writer, floor,
        peer_series(subjects: subjects.baseAddress, count: subjects.count, batch: rows, limit: .infinity), &times)
    }
    guard code == 0 else { throw failure(name, "“\(change.name)” ends with code \(code)") }
    return times
  }

  func change(_ change: Change, _ subjects: [Subject]) throws -> [Double]? {
    try commit(change, subjects, rows: 1)
  }

  func changeTogether(_ change: Change, _ subjects: [Subject]) throws -> Double? {
    try commit(change, subjects, rows: subjects.count)?.first
  }

  func entriesOfChats() throws -> Int? {
    var entries = 0
    let code = floor_count_entries(try writer(), &entries)
    guard code == 0 else { throw failure(name, "counting entries ends with code \(code)") }
    return entries
  }

  /// Bare LMDB has no writers that share a commit: this is what one commit of a row from each costs.
  func changeConcurrently(_ change: Change, _ subjects: [Subject], writers: Int) throws -> Double? {
    try commit(change, subjects, rows: writers)?.reduce(0, +)
  }
}
