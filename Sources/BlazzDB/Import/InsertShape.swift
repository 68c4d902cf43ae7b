internal import TableStore

/// Rows of one table of a dump that have the same columns, and where they go.
final class InsertShape {
  /// Where rows go.
  enum Destination {
    case table(ColumnBinding)
    /// The schema lacks the table: its rows are kept aside.
    case aside
    /// Nobody can say which value is which.
    case nowhere(StoreError)
  }

  /// What tells one shape from another.
  struct Key: Hashable {
    /// The table's name in the dump.
    var table: String
    /// The statement's own list of columns.
    var list: [String]?
  }

  /// The table's place in the report.
  let entry: Int
  /// The table in the words of the schema, or of the dump where the schema lacks it.
  let table: String
  /// How the values are called.
  let columns: DumpColumns
  /// Where the rows go.
  let destination: Destination

  /// The columns of its rows; `nil` where they go to no table.
  var binding: ColumnBinding? { if case .table(let binding) = destination { binding } else { nil } }

  /// Whether a load can store its rows: a row without a key is compared with those that were stored before it.
  var canBeLoaded: Bool { binding?.hasKeys ?? false }

  init(entry: Int, table: String, columns: DumpColumns, destination: Destination) {
    self.entry = entry
    self.table = table
    self.columns = columns
    self.destination = destination
  }
}
