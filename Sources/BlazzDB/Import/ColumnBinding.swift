internal import TableStore

/// Which value of a dump's row belongs to which column of the schema.
final class ColumnBinding {
  /// The table that the rows go to.
  let schema: TableSchema
  private let loader: RowLoader
  /// By column ordinal, the value's place in the row; `nil` for a column that the dump lacks.
  private let places: [Int?]
  /// The places of values that no column takes.
  private let extraPlaces: [Int]
  private let names: [String]
  private let target: ImportTarget

  /// Binds by name, in any letter case, and by older names.
  init(_ names: [String], _ target: ImportTarget) {
    let schema = target.schema
    let present = names.map { $0.lowercased() }
    let wanted = present.map { name in
      guard let new = OlderNames.column(name, of: schema.name), !present.contains(new) else { return name }
      return new
    }
    let places = schema.columns.map { wanted.firstIndex(of: $0.name) }
    extraPlaces = names.indices.filter { !places.contains($0) }
    loader = RowLoader(schema, isGiven: places.map { $0 != nil }, firstNewKey: target.firstNewKey)
    self.places = places
    self.schema = schema
    self.names = names
    self.target = target
  }

  /// One of its own for another thread.
  func copy() -> ColumnBinding { ColumnBinding(names, target) }

  /// Whether each row brings its primary key, or has none that is counted.
  var hasKeys: Bool { !schema.hasIntegerKey || places[schema.primaryKey] != nil }

  /// The names of columns that are filled otherwise each time the rows are imported.
  var volatileColumns: Set<String> { Set(loader.volatileColumns.map { schema.columns[$0].name }) }

  /// Notes in the report which columns have no partner.
  func describe(in report: inout ImportReport.Table) {
    func note(_ columns: [String], in list: WritableKeyPath<ImportReport.Table, [String]>) {
      report[keyPath: list] += columns.filter { !report[keyPath: list].contains($0) }
    }
    let (empty, unique) = (loader.emptyColumns, loader.uniqueColumns)
    let missing = places.indices.filter { places[$0] == nil && !empty.contains($0) && !unique.contains($0) }
    note(extraPlaces.map { names[$0] }, in: \.unknownColumns)
    note(missing.map { schema.columns[$0].name }, in: \.missingColumns)
    note(empty.map { schema.columns[$0].name }, in: \.emptyColumns)
    note(unique.map { schema.columns[$0].name }, in: \.generatedColumns)
  }

  /// Has one row stored.
  func load(_ row: borrowing DumpRow, number: Int, by target: some RowTarget) throws -> LoadOutcome {
    guard row.count == names.count else {
      throw StoreError(
        .malformedInput, "the row has \(row.count) values where there are \(names.count) columns", table: schema.name)
    }
    return try target.load(loader, number: number) { ordinal throws(StoreError) in
      guard let place = places[ordinal] else { return .missing }
      return try value(row, place, ordinal)
    }
  }

  /// The columns of the last row that do not hold the value as it came.
  var alteredColumns: [Int] { loader.altered }

  /// The places of the last row's values that no column holds as they came.
  var placesAside: [Int] {
    loader.altered.isEmpty ? extraPlaces : extraPlaces + loader.altered.compactMap { places[$0] }
  }

  /// Appends the primary key of the last row.
  func appendKey(of row: borrowing DumpRow, to line: inout KeptLine) {
    if schema.hasIntegerKey {
      line.append(text: String(loader.key))
    } else if let place = places[schema.primaryKey] {
      line.append(row.value(at: place), of: row)
    } else {
      line.append(number: nil)
    }
  }

  private func value(_ row: borrowing DumpRow, _ place: Int, _ ordinal: Int) throws(StoreError) -> LoadedValue {
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
          .invalidValue, "is no value that a row of a dump has", table: schema.name,
          column: schema.columns[ordinal].name, value: word ?? "a bit string")
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
