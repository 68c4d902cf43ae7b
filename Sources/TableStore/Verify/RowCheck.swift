internal import LMDB
internal import UnicodeText

/// Holds a stored row against what a write would have let in: every column's bytes, range and length.
///
/// The rules are laid out flat, so that a row is checked without a look at its schema.
struct RowCheck {
  /// What is wrong with a row.
  enum Problem {
    /// It cannot be read.
    case unreadable(String)
    /// It can be read, but a column holds what it does not take.
    case value(column: Int, String)
  }

  private struct Rule: BitwiseCopyable {
    var column: Int
    var bit: Int
    /// Where a number lies in the fixed part; -1 for variable columns.
    var offset: Int
    var width: Int
    var isSigned: Bool
    var isNullable: Bool
    var isText: Bool
    var isJSON: Bool
    var countsCodePoints: Bool
    var lengthLimit: Int
    var smallest: Int128
    var largest: Int128
  }

  private let rules: [Rule]
  private let schema: TableSchema

  init(_ schema: TableSchema) {
    self.schema = schema
    rules = schema.layout.stored.map { column in
      let definition = schema.columns[column]
      let rule = ColumnRule(definition)
      var (offset, width, bit) = (-1, 0, 0)
      switch schema.layout.slots[column] {
      case .fixed(let place, let start, let bytes): (bit, offset, width) = (place, start, bytes)
      case .variable(let place, _): bit = place
      case .key, .scope: preconditionFailure("what lies in a row's key is not stored in the row")
      }
      let isSigned: Bool
      var (smallest, largest) = (rule.smallest, rule.largest)
      switch definition.storage {
      case .integer(_, let signed): isSigned = signed
      case .decimal:
        isSigned = true
        guard case .decimal(let precision, _) = definition.type else { break }
        largest = Int128(UInt128.powerOfTen(precision) - 1)
        smallest = -largest
      case .text, .bytes: isSigned = false
      }
      return Rule(
        column: column, bit: bit, offset: offset, width: width, isSigned: isSigned, isNullable: rule.isNullable,
        isText: rule.storage == .text, isJSON: definition.type == .json, countsCodePoints: rule.countsCodePoints,
        lengthLimit: rule.lengthLimit, smallest: smallest, largest: largest)
    }
  }

  /// The first thing that is wrong with a row; `nil` for a sound one.
  func problem(in row: borrowing RowReader) -> Problem? {
    var start = 0
    var variable = 0
    for rule in rules {
      let isNull = row.isNull(rule.bit)
      if isNull && !rule.isNullable { return .value(column: rule.column, "must not be NULL") }
      if rule.offset >= 0 {
        if !isNull {
          let number = Self.number(row.fixedStart + rule.offset, rule)
          if number < rule.smallest || number > rule.largest {
            return .value(column: rule.column, "is out of the range of \(schema.columns[rule.column].type.sqlName)")
          }
        }
        continue
      }
      let (end, isPacked) = row.endOffset(variable)
      variable += 1
      guard start <= end && end <= row.variableBytes else {
        return .unreadable("the end of column \(schema.columns[rule.column].name) does not lie in the row")
      }
      let bytes = UnsafeRawBufferPointer(start: row.variableStart + start, count: end - start)
      start = end
      if isNull {
        guard bytes.isEmpty else {
          return .unreadable("column \(schema.columns[rule.column].name) is NULL and has bytes")
        }
      } else if let problem = problem(in: bytes, isPacked, rule) {
        return problem
      }
    }
    return start == row.variableBytes ? nil : .unreadable("it has bytes behind its last column")
  }

  @inline(__always)
  private func problem(in bytes: UnsafeRawBufferPointer, _ isPacked: Bool, _ rule: Rule) -> Problem? {
    if isPacked {
      guard rule.isText && bytes.count == 16 else {
        return .unreadable("column \(schema.columns[rule.column].name) is no packed UUID")
      }
      return rule.lengthLimit < 36 ? .value(column: rule.column, "is too long") : nil
    }
    if rule.isText && !bytes.isASCII && !UTF8Text.isValid(bytes) {
      return .unreadable("column \(schema.columns[rule.column].name) is not valid UTF-8")
    }
    if bytes.count > rule.lengthLimit {
      let length = rule.countsCodePoints ? UTF8Text.codePointCount(bytes) : bytes.count
      if length > rule.lengthLimit { return .value(column: rule.column, "is longer than \(rule.lengthLimit)") }
    }
    if rule.isJSON && !JSONText.isValid(bytes) { return .value(column: rule.column, "is not valid JSON") }
    return nil
  }

  @inline(__always)
  private static func number(_ place: UnsafeRawPointer, _ rule: Rule) -> Int128 {
    switch (rule.width, rule.isSigned) {
    case (1, true): Int128(place.loadUnaligned(as: Int8.self))
    case (1, false): Int128(place.loadUnaligned(as: UInt8.self))
    case (2, true): Int128(Int16(littleEndian: place.loadUnaligned(as: Int16.self)))
    case (2, false): Int128(UInt16(littleEndian: place.loadUnaligned(as: UInt16.self)))
    case (4, true): Int128(Int32(littleEndian: place.loadUnaligned(as: Int32.self)))
    case (4, false): Int128(UInt32(littleEndian: place.loadUnaligned(as: UInt32.self)))
    case (8, true): Int128(Int64(littleEndian: place.loadUnaligned(as: Int64.self)))
    case (8, false): Int128(UInt64(littleEndian: place.loadUnaligned(as: UInt64.self)))
    default: Int128(littleEndian: place.loadUnaligned(as: Int128.self))
    }
  }
}
