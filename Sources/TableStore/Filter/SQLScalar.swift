internal import Foundation
internal import UnicodeText

/// A value in the middle of a computation, with as much of its type as decides how it compares.
enum SQLScalar: Hashable, Sendable {
  /// Where a text comes from.
  enum TextKind: Hashable, Sendable {
    case literal, column, json, bytes
  }

  case null
  case integer(Int128)
  case decimal(Decimal)
  case double(Double)
  case text(String, TextKind)
  /// An enumeration's number and name.
  case name(Int128, String)
  /// A hexadecimal literal: a number beside a number, a text beside a text.
  case hexadecimal([UInt8])
  /// A time or date, with its text.
  case moment(SQLMoment, String)

  init(_ truth: Bool?) { self = truth.map { .integer($0 ? 1 : 0) } ?? .null }

  init(_ field: RowReader.Field, _ column: ColumnDefinition) throws(StoreError) {
    switch field {
    case .null: self = .null
    case .decimal: self = .decimal(SQLNumber.decimal(try field.sqlText(column) ?? "0"))
    case .text: self = .text(try field.sqlText(column) ?? "", column.textCollation == .binary ? .json : .column)
    case .bytes: self = .text(try field.sqlText(column) ?? "", .bytes)
    case .integer(let integer):
      switch column.type {
      case .enumeration: self = .name(integer, try field.sqlText(column) ?? "")
      case .timestamp, .datetime:
        self = .moment(SQLMoment(seconds: Int64(integer)), try field.sqlText(column) ?? "")
      case .date: self = .moment(SQLMoment(seconds: Int64(integer) * 86_400), try field.sqlText(column) ?? "")
      default: self = .integer(integer)
      }
    }
  }

  /// Whether it counts as true; `nil` for NULL.
  var truth: Bool? {
    switch self {
    case .null: nil
    case .integer(let integer): integer != 0
    case .decimal(let decimal): decimal != 0
    case .double(let double): double != 0
    case .text(let text, _): SQLNumber.prefix(of: text) != 0
    case .name(let number, _): number != 0
    case .hexadecimal(let bytes): SQLNumber.prefix(of: String(decoding: bytes, as: UTF8.self)) != 0
    case .moment(let moment, _): moment != .zero
    }
  }

  /// The value as LIKE sees it; `nil` for NULL.
  var shownText: String? {
    switch self {
    case .null: nil
    case .integer(let integer): "\(integer)"
    case .decimal(let decimal): "\(decimal)"
    case .double(let double): double == double.rounded() && abs(double) < 1e15 ? "\(Int64(double))" : "\(double)"
    case .text(let text, _), .name(_, let text), .moment(_, let text): text
    case .hexadecimal(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether it compares byte by byte.
  var isBinary: Bool {
    if case .text(_, let kind) = self { kind == .json || kind == .bytes } else { false }
  }
}

// MARK: Comparing

extension SQLScalar {
  /// What two values are compared as.
  enum Domain {
    case decimal, double, text, moment

    /// The domain of a comparison of two, and of BETWEEN's three together (measured on MariaDB 10.11).
    init(_ values: [SQLScalar]) {
      func has(_ test: (SQLScalar) -> Bool) -> Bool { values.contains(where: test) }
      if has({ if case .moment = $0 { true } else { false } }) {
        self = .moment
      } else if has({ if case .double = $0 { true } else { false } }) {
        self = .double
      } else if has({ if case .decimal = $0 { true } else { false } }),
        has({ if case .text(_, let kind) = $0 { kind != .literal } else { false } })
      {
        self = .double
      } else if has({ if case .integer = $0 { true } else if case .decimal = $0 { true } else { false } }) {
        self = .decimal
      } else {
        self = .text
      }
    }
  }

  /// Below 0, 0 or above it, as the value lies before, at or behind another; `nil` when one is NULL.
  func order(_ other: SQLScalar) -> Int? { order(other, in: Domain([self, other])) }

  func order(_ other: SQLScalar, in domain: Domain) -> Int? {
    guard self != .null, other != .null else { return nil }
    switch domain {
    case .moment: return Self.rank(moment, other.moment)
    case .double: return Self.rank(double, other.double)
    case .decimal: return Self.rank(decimal, other.decimal)
    case .text: return textOrder(other)
    }
  }

  private static func rank<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
    left < right ? -1 : left == right ? 0 : 1
  }

  private func textOrder(_ other: SQLScalar) -> Int {
    let (left, right) = (shownText ?? "", other.shownText ?? "")
    func isBytes(_ value: SQLScalar) -> Bool { if case .text(_, .bytes) = value { true } else { false } }
    if isBytes(self) || isBytes(other) {
      return left.utf8.elementsEqual(right.utf8) ? 0 : left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    }
    if isBinary || other.isBinary {
      let (first, second) = (SQLValue.textKey(left, .binary), SQLValue.textKey(right, .binary))
      return first.span.bytes.compare(second.span.bytes)
    }
    return Self.order(left, right)
  }

  /// How two texts lie to each other under unicode_ci.
  static func order(_ left: String, _ right: String) -> Int {
    UnicodeCI.compare(left.utf8Span.span.bytes, right.utf8Span.span.bytes)
  }

  private static func number(_ bytes: [UInt8]) -> UInt64 { bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) } }

  private var decimal: Decimal {
    switch self {
    case .integer(let integer): SQLNumber.decimal("\(integer)")
    case .hexadecimal(let bytes): SQLNumber.decimal("\(Self.number(bytes))")
    case .decimal(let decimal): decimal
    case .double(let double): Decimal(double)
    case .text(let text, _): SQLNumber.prefix(of: text)
    case .name(let number, _): SQLNumber.decimal("\(number)")
    case .null, .moment: 0
    }
  }

  private var double: Double {
    switch self {
    case .integer(let integer): Double(integer)
    case .hexadecimal(let bytes): Double(Self.number(bytes))
    case .double(let double): double
    case .decimal(let decimal): Double("\(decimal)") ?? 0
    case .text(let text, _): SQLNumber.double(prefixOf: text)
    case .name(let number, _): Double(number)
    case .null, .moment: 0
    }
  }

  private var moment: SQLMoment {
    switch self {
    case .moment(let moment, _): moment
    case .integer(let integer): SQLMoment(number: integer)
    case .hexadecimal(let bytes): SQLMoment(text: String(decoding: bytes, as: UTF8.self))
    case .decimal(let decimal): SQLMoment(number: SQLNumber.wholePart(decimal))
    case .double(let double): SQLMoment(number: Int128(exactly: double.rounded(.towardZero)) ?? -1)
    case .text(let text, _), .name(_, let text): SQLMoment(text: text)
    case .null: .zero
    }
  }
}

/// How MySQL reads numbers out of texts.
enum SQLNumber {
  /// A literal of digits with at most one point and a sign.
  static func decimal(_ text: String) -> Decimal { Decimal(string: text, locale: nil) ?? 0 }

  /// The number that a text begins with; 0 where it begins with none, the largest where it is too large.
  static func prefix(of text: String) -> Decimal {
    guard let text = prefixText(of: text) else { return 0 }
    if let decimal = Decimal(string: text, locale: nil), !decimal.isNaN { return decimal }
    let isLarge = Double(text).map { abs($0) > 1 } ?? true
    return isLarge ? (text.hasPrefix("-") ? -1 : 1) * Decimal.greatestFiniteMagnitude : 0
  }

  /// The same as a double.
  static func double(prefixOf text: String) -> Double {
    let value = prefixText(of: text).flatMap { Double($0) } ?? 0
    return min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }

  /// The part of a text that is a number, without white space in front; `nil` where it begins with none.
  static func prefixText(of text: String) -> String? {
    let bytes = Array(text.utf8)
    var end = 0
    while end < bytes.count, bytes[end] == 0x20 || (0x09...0x0D).contains(bytes[end]) { end += 1 }
    let start = end
    func isDigit(_ place: Int) -> Bool { place < bytes.count && bytes[place] >= 0x30 && bytes[place] <= 0x39 }
    if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
    let digits = end
    while isDigit(end) { end += 1 }
    var count = end - digits
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      let point = end
      end += 1
      while isDigit(end) { end += 1 }
      count += end - point - 1
      if end == point + 1 { end = point }
    }
    guard count > 0 else { return nil }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      let hasSign =
        end + 1 < bytes.count && (bytes[end + 1] == UInt8(ascii: "+") || bytes[end + 1] == UInt8(ascii: "-"))
      let exponent = end + (hasSign ? 2 : 1)
      if isDigit(exponent) {
        end = exponent
        while isDigit(end) { end += 1 }
      }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// A number as digits with a point, without an exponent.
  static func plain(_ decimal: Decimal) -> String {
    let text = "\(decimal)"
    return text
  }

  /// The number without its fraction.
  static func wholePart(_ decimal: Decimal) -> Int128 {
    let digits = "\(decimal)".prefix { $0 != "." }
    return Int128(digits) ?? 0
  }
}
