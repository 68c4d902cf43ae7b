internal import LMDB

extension WriteSession {
  /// Stores a new row. The writer's `new` and keys are set, the keys' scope included.
  func insert(_ writer: TableWriter, at place: RowPlace, references: ReferenceCheck) throws {
    try writer.table.schema.checkKey(place)
    if try mayExist(place, in: writer.table), let holder = try locate(writer.table, element: writer.primaryKey.bytes) {
      throw try keyIsTaken(writer, at: place, by: holder)
    }
    try readAhead(insertOf: writer, at: place, references: references)
    if references == .all { try checkReferences(writer, at: place, isChange: false) }
    try update(writer, at: place, hasOld: false, hasNew: true)
    if writer.table.schema.hasIntegerKey { try use(place.integer, of: writer.table) }
  }

  /// Replaces the row in `writer.old` by that in `writer.new`.
  ///
  /// - Parameter touched: the columns that are set to the statement's time unless the change sets them itself.
  func replace(_ writer: TableWriter, at place: RowPlace, touches touched: [Int]) throws {
    guard !writer.new.bytes.isEqual(to: writer.old.bytes) else { return }
    for column in touched where try !changes(column, writer, place) {
      writer.patch(column, now.wholeSeconds)
    }
    try checkReferences(writer, at: place, isChange: true)
    try update(writer, at: place, hasOld: true, hasNew: true)
  }

  private func changes(_ column: Int, _ writer: TableWriter, _ place: RowPlace) throws -> Bool {
    func value(_ row: RawSpan) throws -> SQLValue {
      try RowReader.lend(row, schema: writer.table.schema, scope: place.scope, key: place.integer) { row in
        try row.value(column)
      }
    }
    return try value(writer.old.bytes) != value(writer.new.bytes)
  }
}

extension TableSchema {
  /// Refuses a number that the primary key's column does not hold; 0 stands for "the next one" in SQL.
  func checkKey(_ place: RowPlace) throws {
    let column = columns[primaryKey]
    guard hasIntegerKey, let range = column.type.integerRange else { return }
    if place.integer == 0 || !range.contains(Int128(place.integer)) {
      throw column.failure(self, "is out of the range of \(column.type.sqlName)", "\(place.integer)")
    }
  }
}
