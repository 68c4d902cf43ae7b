extension Optional: ColumnValue where Wrapped: ColumnValue {
  /// That of the value.
  public static var storage: ColumnStorage { Wrapped.storage }
  /// That of the value.
  public static var defaultColumnType: ColumnType? { Wrapped.defaultColumnType }
  /// Yes.
  public static var isNullable: Bool { true }
  /// That of the value.
  public static var referencedTable: (any Any.Type)? { Wrapped.referencedTable }
  /// Reads the next column of a row.
  @inlinable public static func read(from row: inout RowReader) throws(StoreError) -> Wrapped? {
    guard row.nextIsNull else { return try Wrapped.read(from: &row) }
    try row.skip(Wrapped.storage)
    return nil
  }
  /// Writes the next column of a row.
  public func write(to row: inout RowWriter) throws(StoreError) {
    if let value = self { try value.write(to: &row) } else { try row.appendNull() }
  }
  /// NULL, or the value's.
  public func stored(in column: ColumnDefinition) -> StoredValue { self?.stored(in: column) ?? .null }
  /// NULL, or the value's.
  public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
