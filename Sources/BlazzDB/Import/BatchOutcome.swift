internal import TableStore

/// What became of some rows of one shape: counts, the rows that were refused, and the lines for the files beside the
/// store.
final class BatchOutcome {
  /// Whole lines, one behind the other.
  struct Lines: ~Copyable {
    private(set) var count = 0
    private var store = ByteStore(capacity: 64)

    /// All of them.
    var bytes: UnsafeRawBufferPointer { store.bytes }

    /// Appends the line that was put together.
    mutating func append(_ line: borrowing KeptLine) {
      count += 1
      if let base = line.bytes.baseAddress { store.append(base, count: line.bytes.count) }
    }
  }

  let shape: InsertShape
  var counts = RowCounts()
  var refused: [RefusedRow] = []
  var refusedLines = Lines()
  var asideLines = Lines()

  init(of shape: InsertShape) { self.shape = shape }
}

/// How many rows of a table went where.
struct RowCounts {
  var read = 0
  var stored = 0
  var alreadyThere = 0
  var refused = 0
  var aside = 0
  /// By column.
  var altered: [String: Int] = [:]

  static func += (left: inout RowCounts, right: RowCounts) {
    left.read += right.read
    left.stored += right.stored
    left.alreadyThere += right.alreadyThere
    left.refused += right.refused
    left.aside += right.aside
    left.altered.merge(right.altered) { $0 + $1 }
  }
}

extension ImportReport.Table {
  mutating func add(_ counts: RowCounts) {
    rowsRead += counts.read
    rowsStored += counts.stored
    rowsAlreadyThere += counts.alreadyThere
    rowsRefused += counts.refused
    rowsAside += counts.aside
    alteredValues.merge(counts.altered.filter { $0.value > 0 }) { $0 + $1 }
  }
}
