internal import TableStore

/// Which value of a dump's row belongs to which column of the schema.
struct ColumnBinding {
  /// By column ordinal, the value's place in the row; `nil` for a column that the dump lacks.
  private let places: [Int?]
  private let valueCount: Int
  private let table: String

  /// Binds by name, in any letter case, and notes what has no partner.
  init(_ names: [String], _ table: String, _ report: inout ImportReport.Table) {
    guard let schema = Blazz.tables.first(where: { $0.schema.name == table })?.schema else {
      preconditionFailure("only known tables are bound")
    }
    let lowercased = names.map { $0.lowercased() }
    places = schema.columns.map { column in lowercased.firstIndex(of: column.name) }
    valueCount = names.count
    self.table = table
    report.unknownColumns = names.filter { schema.ordinal(of: $0) == nil }
    report.missingColumns = zip(schema.columns, places).filter { $0.1 == nil }.map { $0.0.name }
  }

  /// Stores one row and counts it.
  func load(
    _ row: borrowing DumpRow, into target: DynamicTable<Writing>, _ counts: inout ImportReport.Table
  ) throws {
    guard row.count == valueCount else {
      throw StoreError(
        .malformedInput, "the row has \(row.count) values where there are \(valueCount) columns", table: table)
    }
    let outcome = try target.load { ordinal throws(StoreError) in
      guard let place = places[ordinal] else { return .missing }
      return try value(row, place, ordinal, target)
    }
    switch outcome {
    case .stored: counts.rowsStored += 1
    case .alreadyThere: counts.rowsAlreadyThere += 1
    }
  }

  private func value(
    _ row: borrowing DumpRow, _ place: Int, _ ordinal: Int, _ target: DynamicTable<Writing>
  ) throws(StoreError) -> LoadedValue {
    let literal = row.value(at: place)
    switch literal {
    case .null: return .null
    case .number, .text, .bytes: return .text(row.bytes(of: literal))
    case .bit(0): return .text(Self.zero)
    case .bit(1): return .text(Self.one)
    case .bit, .word:
      switch row.text(of: literal)?.uppercased() {
      case "TRUE": return .text(Self.one)
      case "FALSE": return .text(Self.zero)
      case "DEFAULT": return .missing
      case let word:
        throw StoreError(
          .invalidValue, "is no value that a row of a dump has", table: table,
          column: target.schema.columns[ordinal].name, value: word ?? "a bit string")
      }
    }
  }

  nonisolated(unsafe) private static let zero = text("0")
  // Text that the program itself holds: never changed, never freed.
  nonisolated(unsafe) private static let one = text("1")

  private static func text(_ digit: StaticString) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: digit.utf8Start, count: digit.utf8CodeUnitCount)
  }
}
