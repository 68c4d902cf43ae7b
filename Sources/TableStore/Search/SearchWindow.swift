/// Which of the rows that come are within offset and limit.
struct SearchWindow {
  private var skipped: Int
  private var left: Int
  /// The last row within the limit, once another one came behind it.
  private(set) var last: RankedRow?
  private var latest: RankedRow?
  /// Whether the limit is reached and one more row was seen.
  private(set) var isFull = false

  /// - Parameter isFirstPage: whether rows are passed over; what a later page would pass over was so before the first one.
  init(_ selection: Selection, isFirstPage: Bool) {
    (skipped, left) = (isFirstPage ? selection.offset : 0, selection.limit)
    isFull = left == 0
  }

  /// Whether the row is within.
  mutating func take(_ row: RankedRow) -> Bool {
    guard skipped == 0 else {
      skipped -= 1
      return false
    }
    guard left > 0 else {
      (isFull, last) = (true, latest)
      return false
    }
    left -= 1
    latest = row
    return true
  }
}
