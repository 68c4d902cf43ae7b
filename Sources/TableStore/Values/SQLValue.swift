/// A column's value without its Swift type: what dumps print and imports bring.
public enum SQLValue: Hashable, Sendable {
  /// NULL.
  case null
  /// `tinyint(1)`.
  case bool(Bool)
  /// A whole number of any integer type.
  case integer(Int128)
  /// Text, an enumeration's name, JSON as stored, a decimal, a time (`YYYY-MM-DD HH:MM:SS`, UTC) or a date.
  case text(String)
  /// A blob.
  case bytes([UInt8])
}

extension ColumnDefinition {
  /// An integer of this column as SQL shows it.
  func value(of integer: Int128) -> SQLValue {
    switch type {
    case .bool: .bool(integer != 0)
    case .timestamp, .datetime: .text(SQLText.time(seconds: Int64(truncatingIfNeeded: integer)))
    case .date: .text(SQLText.date(days: Int(truncatingIfNeeded: integer)))
    case .enumeration(let names): .text(integer > 0 && integer <= names.count ? names[Int(integer) - 1] : "")
    default: .integer(integer)
    }
  }

  /// An integer of this column as text, for messages.
  func text(of integer: Int128) -> String {
    // A timestamp beyond its range is still a time.
    let shown = type == .timestamp ? ColumnType.datetime : type
    if let range = shown.integerRange, !range.contains(integer) { return "\(integer)" }
    return switch value(of: integer) {
    case .text(let text): text
    default: "\(integer)"
    }
  }
}

extension RowReader {
  /// A column's value as SQL shows it.
  public func value(_ ordinal: Int) throws(StoreError) -> SQLValue {
    let column = schema._withUnsafeGuaranteedRef { $0.columns[ordinal] }
    switch try field(ordinal) {
    case .null: return .null
    case .integer(let integer): return column.value(of: integer)
    case .decimal(let digits):
      guard case .decimal(_, let scale) = column.type else { throw damaged }
      return .text(SQLText.decimal(digits, scale: scale))
    case .text(let bytes, let isPacked): return .text(.init(field: bytes, isPackedUUID: isPacked))
    case .bytes(let bytes): return .bytes([UInt8](bytes))
    }
  }
}

extension String {
  /// Stored text as a string.
  @inlinable init(field bytes: UnsafeRawBufferPointer, isPackedUUID: Bool) {
    self = isPackedUUID ? PackedUUID.string(of: bytes) : String(decoding: bytes, as: UTF8.self)
  }
}
