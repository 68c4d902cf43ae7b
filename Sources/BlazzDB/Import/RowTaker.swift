internal import TableStore

/// What stores rows of a dump.
protocol RowTarget {
  /// Stores one row.
  ///
  /// - Parameter number: its number in the pass.
  func load(_ loader: RowLoader, number: Int, _ row: LoadedRow) throws -> LoadOutcome
}

/// A transaction that stores them one by one.
struct SingleRows: RowTarget {
  /// `nil` where rows go to no table.
  let table: DynamicTable<Writing>?

  func load(_ loader: RowLoader, number: Int, _ row: LoadedRow) throws -> LoadOutcome {
    guard let table else { preconditionFailure("a table is bound and is not in the store") }
    return try table.load(loader, row)
  }
}

/// What one worker of a load sorts.
struct SortedRows: RowTarget {
  let worker: LoadWorker
  /// The number of the load's first row.
  let firstRow: Int

  func load(_ loader: RowLoader, number: Int, _ row: LoadedRow) throws -> LoadOutcome {
    try worker.append(loader, tag: UInt32(number - firstRow), row)
  }
}

/// Brings rows of a dump to where their kind goes, and notes what became of each. Each thread has its own.
struct RowTaker: ~Copyable {
  private let path: String
  private let dump: String
  private var row = DumpRow()
  private var line = KeptLine()

  /// - Parameter dump: what the lines name the dump by.
  init(path: String, dump: String) { (self.path, self.dump) = (path, dump) }

  /// Takes one row of a batch.
  ///
  /// - Parameters:
  ///   - binding: the columns of the batch's shape; `nil` where its rows go to no table.
  ///   - isAgain: whether the row was taken before and its values were kept aside then.
  ///   - takeBack: is given the line that was kept aside then, where the row is refused now.
  mutating func take(
    _ index: Int, of batch: DumpBatch, _ binding: ColumnBinding?, by target: some RowTarget,
    into outcome: BatchOutcome, isAgain: Bool = false,
    takingBack takeBack: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws {
    batch.copy(index, to: &row)
    outcome.counts.read += 1
    let shape = batch.shape
    switch shape.destination {
    case .aside: setAside(shape, outcome)
    case .nowhere(let error): refuse(shape, error, outcome)
    case .table:
      guard let binding else { preconditionFailure("the rows of \(shape.table) have their columns") }
      do {
        switch try binding.load(row, number: batch.firstRow + index, by: target) {
        case .stored: outcome.counts.stored += 1
        case .alreadyThere: outcome.counts.alreadyThere += 1
        }
      } catch let error as StoreError where error.code.isAboutTheRow {
        refuse(shape, error, outcome)
        if isAgain, !binding.placesAside.isEmpty {
          countAside(binding, by: -1, outcome)
          makeAsideLine(shape, binding)
          takeBack(line.bytes)
        }
        return
      }
      if !isAgain, !binding.placesAside.isEmpty {
        countAside(binding, by: 1, outcome)
        makeAsideLine(shape, binding)
        outcome.asideLines.append(line)
      }
    }
  }

  /// Keeps a row that the store refused.
  private mutating func refuse(_ shape: InsertShape, _ error: StoreError, _ outcome: BatchOutcome) {
    outcome.counts.refused += 1
    outcome.refused.append(RefusedRow(file: path, line: row.line, error: error))
    beginLine(shape)
    line.member(.reason)
    line.append(text: error.description)
    line.append(row, shape.columns)
    line.end()
    outcome.refusedLines.append(line)
  }

  /// Keeps a row of a table that the schema lacks.
  private mutating func setAside(_ shape: InsertShape, _ outcome: BatchOutcome) {
    outcome.counts.aside += 1
    beginLine(shape)
    line.append(row, shape.columns)
    line.end()
    outcome.asideLines.append(line)
  }

  /// Makes the line with the values of a stored row that no column holds as they came.
  private mutating func makeAsideLine(_ shape: InsertShape, _ binding: ColumnBinding) {
    beginLine(shape)
    line.member(.key)
    binding.appendKey(of: row, to: &line)
    line.member(.columns)
    line.open()
    for place in binding.placesAside { line.append(row, place, shape.columns) }
    line.close()
    line.end()
  }

  private mutating func beginLine(_ shape: InsertShape) {
    line.begin()
    line.begin(dump, row.line, table: shape.table)
  }

  private func countAside(_ binding: ColumnBinding, by step: Int, _ outcome: BatchOutcome) {
    outcome.counts.aside += step
    for column in binding.alteredColumns {
      outcome.counts.altered[binding.schema.columns[column].name, default: 0] += step
    }
  }
}

extension StoreError.Code {
  /// Whether a row caused the failure, rather than the store or the disk.
  fileprivate var isAboutTheRow: Bool {
    switch self {
    case .invalidValue, .duplicate, .missingReference, .crossesScope, .malformedInput: true
    default: false
    }
  }
}
