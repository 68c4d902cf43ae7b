/// A column's SQL type, as MySQL names it.
///
/// Lengths of `char` and `varchar` are code points, those of the text types bytes (MySQL manual, "String Type Storage
/// Requirements").
public enum ColumnType: Hashable, Sendable {
  /// `tinyint(1)`.
  case bool
  /// Signed integers of 1, 4 and 8 bytes.
  case tinyint, int, bigint
  /// Integers from 0 on, of 1, 4 and 8 bytes.
  case tinyintUnsigned, intUnsigned, bigintUnsigned
  /// `decimal(precision,scale)`: digits in all, digits behind the point.
  case decimal(Int, Int)
  /// `timestamp`: whole seconds, UTC, from 1970 to 2038. `datetime`: the same from the year 1000 to 9999. `date`: a day
  /// of those years.
  case timestamp, datetime, date
  /// `enum(…)`, ordered as listed.
  case enumeration([String])
  /// Text of at most so many code points; `char` loses spaces at its end.
  case char(Int), varchar(Int)
  /// Text of at most 65,535, 16,777,215 and 4,294,967,295 bytes.
  case text, mediumtext, longtext
  /// JSON, kept as it was written; malformed text is refused.
  case json
  /// Bytes as they are, at most 65,535.
  case blob
}

extension ColumnType {
  /// The type's name in SQL, in MySQL 8's spelling (no display widths).
  public var sqlName: String {
    switch self {
    case .bool: "tinyint(1)"
    case .tinyint: "tinyint"
    case .int: "int"
    case .bigint: "bigint"
    case .tinyintUnsigned: "tinyint unsigned"
    case .intUnsigned: "int unsigned"
    case .bigintUnsigned: "bigint unsigned"
    case .decimal(let precision, let scale): "decimal(\(precision),\(scale))"
    case .timestamp: "timestamp"
    case .datetime: "datetime"
    case .date: "date"
    case .enumeration(let names): "enum(\(names.map { "'\($0)'" }.joined(separator: ",")))"
    case .char(let length): "char(\(length))"
    case .varchar(let length): "varchar(\(length))"
    case .text: "text"
    case .mediumtext: "mediumtext"
    case .longtext: "longtext"
    case .json: "json"
    case .blob: "blob"
    }
  }

  /// The smallest and largest integer that the column takes; `nil` for types that are no integers.
  ///
  /// Times are counted in seconds from 1970 (MySQL manual, "The DATE, DATETIME, and TIMESTAMP Types"), dates in days,
  /// enumerations from 1.
  var integerRange: ClosedRange<Int128>? {
    switch self {
    case .bool: 0...1
    case .tinyint: -128...127
    case .int: Int128(Int32.min)...Int128(Int32.max)
    case .bigint: Int128(Int64.min)...Int128(Int64.max)
    case .tinyintUnsigned: 0...255
    case .intUnsigned: 0...Int128(UInt32.max)
    case .bigintUnsigned: 0...Int128(UInt64.max)
    case .timestamp: 1...Int128(Int32.max)
    case .datetime: Int128(CalendarDate.earliest.days) * 86_400...Int128(CalendarDate.latest.days) * 86_400 + 86_399
    case .date: Int128(CalendarDate.earliest.days)...Int128(CalendarDate.latest.days)
    case .enumeration(let names): 1...Int128(names.count)
    default: nil
    }
  }

  /// The same for a column whose value lies in a row so: an id takes no number below 0, whatever its column.
  func integerRange(_ storage: ColumnStorage) -> ClosedRange<Int128>? {
    guard let range = integerRange, case .integer(_, false) = storage else { return integerRange }
    return max(0, range.lowerBound)...range.upperBound
  }

  /// The longest text or blob, in code points for `char` and `varchar`, in bytes otherwise.
  var lengthLimit: Int? {
    switch self {
    case .char(let length), .varchar(let length): length
    case .text, .blob: 65_535
    case .mediumtext: 16_777_215
    case .longtext, .json: 4_294_967_295
    default: nil
    }
  }

  /// Whether the length limit counts code points.
  var countsCodePoints: Bool {
    switch self {
    case .char, .varchar: true
    default: false
    }
  }
}
