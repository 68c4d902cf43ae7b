/// How a column's value lies in a row.
public enum ColumnStorage: Hashable, Sendable {
  /// A little-endian integer of `width` bytes.
  case integer(width: Int, isSigned: Bool)
  /// A decimal as a little-endian `Int128`, scaled by the column's type.
  case decimal
  /// UTF-8; a canonical UUID in lower case is packed into 16 bytes.
  case text
  /// Bytes as they are.
  case bytes

  /// Bytes that the value takes in the row's fixed part; `nil` for variable ones.
  public var fixedWidth: Int? {
    switch self {
    case .integer(let width, _): width
    case .decimal: 16
    case .text, .bytes: nil
    }
  }
}
