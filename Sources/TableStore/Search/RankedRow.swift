/// A row with its score; the best row is the greatest, and of one score the one with the least key.
struct RankedRow: Comparable {
  var score: Double
  var row: UInt64
  var scope: Scope

  static func == (left: RankedRow, right: RankedRow) -> Bool { left.score == right.score && left.row == right.row }

  static func < (left: RankedRow, right: RankedRow) -> Bool {
    left.score != right.score ? left.score < right.score : left.row > right.row
  }
}
