internal import Foundation

/// A value in the form in which a column stores and compares it.
///
/// Numbers are whole: integers, truth values (0, 1), enumerations (from 1), times (seconds from 1970, UTC), dates (days
/// from 1970), and decimals without their point.
public enum StoredValue: Hashable, Sendable {
  case null
  /// A number that the column can hold.
  case number(Int128)
  /// A number between this one and the next, which the column cannot hold: 2.5 beside an `int`.
  case above(Int128)
  case text(String)
  case bytes([UInt8])
}

extension ColumnValue {
  /// The value as a column stores it, found by way of SQL's text form.
  public func stored(in column: ColumnDefinition) -> StoredValue { sqlValue.stored(in: column) }
}

extension SQLValue {
  /// The value as a column stores it. A text that is none of the column's values stays a text.
  public func stored(in column: ColumnDefinition) -> StoredValue {
    switch self {
    case .null: return .null
    case .bool(let bool): return StoredValue.scaled(bool ? 1 : 0, as: column)
    case .integer(let integer): return StoredValue.scaled(integer, as: column)
    case .bytes(let bytes): return .bytes(bytes)
    case .text(let text):
      if column.storage == .text || column.storage == .bytes { return .text(text) }
      if case .decimal(_, let scale) = column.type { return StoredValue.decimal(text, scale: scale) ?? .text(text) }
      return text.withUTF8Bytes { column.number(sqlText: $0) }.map(StoredValue.number) ?? .text(text)
    }
  }
}

extension StoredValue {
  /// A whole number beside a column: a decimal column counts in fractions of it.
  static func scaled(_ number: Int128, as column: ColumnDefinition) -> StoredValue {
    guard case .decimal(_, let scale) = column.type else { return .number(number) }
    let (digits, overflow) = number.multipliedReportingOverflow(by: Int128(UInt128.powerOfTen(scale)))
    return .number(overflow ? (number < 0 ? .min + 1 : .max - 1) : digits)
  }

  /// A decimal literal beside a column with `scale` digits behind the point; `nil` when it is none.
  static func decimal(_ text: String, scale: Int) -> StoredValue? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    let (kept, lost) = (fraction.prefix(scale), fraction.dropFirst(scale))
    let cut = (parts.first ?? "") + (kept.isEmpty ? "" : "." + kept)
    guard lost.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let digits = String(cut).withUTF8Bytes({ SQLText.scaled($0, scale: scale) })
    else { return nil }
    guard lost.contains(where: { $0 != "0" }) else { return .number(digits) }
    return .above(text.hasPrefix("-") ? digits - 1 : digits)
  }
}
