import CComparePeers
import CWritePeers

/// As many entries of the same sizes, put at as many random places: the cost of the pages, and nothing else.
extension FloorPeer: ChangingPeer {
  private func commit(_ change: Change, rows: Int, commits: Int) throws -> [Double]? {
    guard let entries = change.floorEntries else { return nil }
    // Opened for writing, the file must not be open otherwise.
    close()
    let shape = lmdb_row_shape(entries: Int32(entries - 1), key_bytes: 26, row_bytes: 330)
    var times = [Double](repeating: 0, count: commits)
    let code = lmdb_commit_rows(path, shape, nextRow, Int32(rows), Int32(commits), &times)
    nextRow += UInt64(rows * commits)
    guard code == 0 else { throw failure(name, "a commit ends with code \(code)") }
    return times
  }

  func change(_ change: Change, _ subjects: [Subject]) throws -> [Double]? {
    try commit(change, rows: 1, commits: subjects.count)
  }

  func changeTogether(_ change: Change, _ subjects: [Subject]) throws -> Double? {
    try commit(change, rows: subjects.count, commits: 1)?.first
  }

  /// Bare LMDB has no writers that share a commit: this is what one commit of a row from each costs.
  func changeConcurrently(_ change: Change, _ subjects: [Subject], writers: Int) throws -> Double? {
    try commit(change, rows: writers, commits: subjects.count / writers)?.reduce(0, +)
  }
}
