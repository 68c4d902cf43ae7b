internal import LMDB

/// A column's value in a row that comes from elsewhere.
package enum LoadedValue {
  /// The row does not say: the column's default.
  case missing
  case null
  /// The text that SQL would write, without quotes and escapes; the bytes live during the call.
  case text(UnsafeRawBufferPointer)
}

/// What became of a loaded row.
package enum LoadOutcome {
  case stored
  /// A row that says the same was there already.
  case alreadyThere
}

/// What a load knows of rows that all bring the same columns, and what it notes of each.
///
/// It serves one import: rows without a primary key are recognized among those that were there before it began.
package final class RowLoader {
  /// How a column that the rows lack is filled.
  enum Filling {
    /// The default, or NULL.
    case standard
    /// '', 0 or the first of a list, as MySQL fills a column that takes no NULL and has no default.
    case empty
    /// A new UUID: the column has to differ from row to row.
    case unique
  }

  /// What may be lost when a column's text becomes its stored value.
  enum Conversion {
    /// Nothing.
    case exact
    /// A name that is not on the list.
    case enumeration([String])
    /// A fraction of a second.
    case time
    /// Digits beyond so many behind the point.
    case number(scale: Int)
  }

  let schema: TableSchema
  /// By column ordinal, whether the rows bring it.
  let isGiven: [Bool]
  let fillings: [Filling]
  let conversions: [Conversion]
  /// The columns of the last row whose stored value says less than the text that came: rounded, or not on the list.
  package internal(set) var altered: [Int] = []
  /// The integer primary key of the last row.
  package internal(set) var key: UInt64 = 0

  /// Rows from this key on are this import's own.
  private let firstNewKey: UInt64
  /// The keys of older rows, by what they hold in the given columns.
  private var earlierKeys: [RowDigest: [UInt64]]?

  /// - Parameters:
  ///   - isGiven: by column ordinal, whether the rows bring it.
  ///   - firstNewKey: the table's next AUTO_INCREMENT value when the import began.
  package init(_ schema: TableSchema, isGiven: [Bool], firstNewKey: UInt64) {
    precondition(isGiven.count == schema.columns.count, "table \(schema.name): a column is given or not")
    self.schema = schema
    self.isGiven = isGiven
    self.firstNewKey = firstNewKey
    fillings = schema.columns.indices.map { Self.filling(schema, $0) }
    conversions = schema.columns.map(\.type).map { type in
      switch type {
      case .enumeration(let names): .enumeration(names)
      case .timestamp, .datetime: .time
      case .decimal(_, let scale): .number(scale: scale)
      case .bool, .tinyint, .int, .bigint, .tinyintUnsigned, .intUnsigned, .bigintUnsigned: .number(scale: 0)
      case .date, .char, .varchar, .text, .mediumtext, .longtext, .json, .blob: .exact
      }
    }
  }

  /// Columns that the rows lack and that are set to '', 0 or the first of a list.
  package var emptyColumns: [Int] { filled(.empty) }

  /// Columns that the rows lack and that are set to a new UUID, for want of a default.
  package var uniqueColumns: [Int] { filled(.unique) }

  /// Columns that the rows lack and that are filled otherwise each time: with a UUID, the time, or the next key.
  package var volatileColumns: [Int] {
    let standard = filled(.standard).filter { ordinal in
      [.uuid, .currentTimestamp].contains(schema.columns[ordinal].defaultValue)
    }
    return standard + uniqueColumns + (makesKeys ? [schema.primaryKey] : [])
  }

  /// Whether rows get their integer primary key here.
  var makesKeys: Bool { schema.hasIntegerKey && !isGiven[schema.primaryKey] }

  private func filled(_ filling: Filling) -> [Int] {
    fillings.indices.filter {
      fillings[$0] == filling && !isGiven[$0] && !(schema.hasIntegerKey && $0 == schema.primaryKey)
    }
  }

  private static func filling(_ schema: TableSchema, _ ordinal: Int) -> Filling {
    let column = schema.columns[ordinal]
    guard column.defaultValue == .none, !column.isNullable else { return .standard }
    let isUnique = schema.indexes.contains { index in
      index.kind == .unique && index.parts == [IndexPart(column: ordinal)]
    }
    let takesUUID = column.storage == .text && (column.type.lengthLimit ?? 0) >= 36
    return isUnique && takesUUID ? .unique : .empty
  }
}

// MARK: Rows that are there already

extension RowLoader {
  /// Whether two rows of the table agree in the columns that the rows bring.
  func agrees(_ left: borrowing RowReader, _ right: borrowing RowReader) throws(StoreError) -> Bool {
    for column in isGiven.indices where isGiven[column] {
      if try !left.field(column).isEqual(to: right.field(column)) { return false }
    }
    return true
  }

  /// The key of a row that was there before the import and says the same as `row`; each is found once.
  func takeEarlier(_ row: borrowing RowReader, _ table: StoredTable, _ session: Session) throws -> UInt64? {
    let columns = isGiven.indices.filter { isGiven[$0] }
    if earlierKeys == nil {
      var keys: [RowDigest: [UInt64]] = [:]
      if firstNewKey > 1 {
        // Backwards, so that of several alike the oldest is taken first.
        try session.scanRows(table, .everything, descending: true) { row, _ in
          if row.keyInteger < firstNewKey { keys[try RowDigest(row, columns), default: []].append(row.keyInteger) }
          return true
        }
      }
      earlierKeys = keys
    }
    let digest = try RowDigest(row, columns)
    return earlierKeys?[digest]?.popLast()
  }
}

/// 128 bits that stand for the values of some columns while the process lives.
private struct RowDigest: Hashable {
  private let first: Int
  private let second: Int

  init(_ row: borrowing RowReader, _ columns: [Int]) throws(StoreError) {
    var hashers = (Hasher(), Hasher())
    hashers.1.combine(columns.count)
    for column in columns {
      try row.field(column).hash(into: &hashers.0)
      try row.field(column).hash(into: &hashers.1)
    }
    (first, second) = (hashers.0.finalize(), hashers.1.finalize())
  }
}

extension RowReader.Field {
  /// Whether both are stored alike.
  fileprivate func isEqual(to other: RowReader.Field) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.integer(let left), .integer(let right)), (.decimal(let left), .decimal(let right)): left == right
    case (.text(let left, let isLeftPacked), .text(let right, let isRightPacked)):
      isLeftPacked == isRightPacked && left.elementsEqual(right)
    case (.bytes(let left), .bytes(let right)): left.elementsEqual(right)
    default: false
    }
  }

  fileprivate func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0 as UInt8)
    case .integer(let value), .decimal(let value):
      hasher.combine(1 as UInt8)
      hasher.combine(value)
    case .text(let bytes, let isPacked):
      hasher.combine(isPacked ? 2 : 3 as UInt8)
      hasher.combine(bytes.count)
      hasher.combine(bytes: bytes)
    case .bytes(let bytes):
      hasher.combine(4 as UInt8)
      hasher.combine(bytes.count)
      hasher.combine(bytes: bytes)
    }
  }
}
