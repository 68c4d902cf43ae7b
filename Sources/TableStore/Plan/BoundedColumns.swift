/// What is said of the columns of a table, by column: few of many.
struct BoundedColumns {
  private(set) var columns = ColumnSet()
  private var entries: [(column: Int, bounds: ColumnBounds)] = []

  subscript(column: Int) -> ColumnBounds? {
    guard columns.contains(column) else { return nil }
    return entries.first { $0.column == column }?.bounds
  }

  func contains(_ column: Int) -> Bool { columns.contains(column) }

  /// Narrows what is said of a column.
  ///
  /// - Returns: whether it still can have a value.
  mutating func narrow(_ column: Int, to bounds: ColumnBounds) -> Bool {
    guard columns.contains(column), let place = entries.firstIndex(where: { $0.column == column }) else {
      columns.insert(column)
      entries.append((column, bounds))
      return !bounds.ranges.isEmpty
    }
    entries[place].bounds = entries[place].bounds.intersection(bounds)
    return !entries[place].bounds.ranges.isEmpty
  }

  /// The columns, in the order in which something was first said of them.
  var ordinals: [Int] { entries.map(\.column) }
}
