import Foundation
import Synchronization
import TestSupport
@testable import TableStore

/// MySQL's rules for a single value, written down a second time: strict mode, utf8mb4, times in UTC.
enum ModelValues {
  /// What a column holds after `given` was assigned to it; `nil` when that is refused.
  static func stored(_ given: SQLValue, _ column: ColumnDefinition) -> SQLValue? {
    if given == .null { return column.isNullable ? .null : nil }
    switch column.type {
    case .char, .varchar, .text, .mediumtext, .longtext, .json: return text(given).flatMap { storedText($0, column) }
    case .blob:
      let bytes = if case .bytes(let bytes) = given { bytes } else { Array((text(given) ?? "").utf8) }
      return bytes.count <= 65_535 ? .bytes(bytes) : nil
    case .enumeration(let names):
      guard let text = text(given) else { return nil }
      let key = ModelText.equalityKey(text)
      return names.first { ModelText.equalityKey($0) == key }.map { .text($0) }
    case .timestamp, .datetime, .date: return text(given).flatMap { storedTime($0, column.type) }
    case .decimal(let precision, let scale):
      guard let digits = text(given).flatMap({ scaled($0, scale) }) else { return nil }
      return String(digits.magnitude).count <= precision ? .text(decimal(digits, scale)) : nil
    case .bool, .tinyint, .int, .bigint, .tinyintUnsigned, .intUnsigned, .bigintUnsigned:
      guard let number = text(given).flatMap({ scaled($0, 0) }), range(column).contains(number) else { return nil }
      return column.type == .bool ? .bool(number != 0) : .integer(number)
    }
  }

  /// The value as SQL would write it, without quotes; `nil` for bytes that are no text.
  static func text(_ value: SQLValue) -> String? {
    switch value {
    case .null: nil
    case .bool(let bool): bool ? "1" : "0"
    case .integer(let integer): "\(integer)"
    case .text(let text): text
    case .bytes(let bytes): String(validating: bytes, as: UTF8.self)
    }
  }

  /// Blanks at the end go where they are too many, and always in `char`.
  private static func storedText(_ given: String, _ column: ColumnDefinition) -> SQLValue? {
    var text = given
    if case .char = column.type { while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() } }
    switch column.type {
    case .char(let limit), .varchar(let limit):
      var excess = text.unicodeScalars.count - limit
      while excess > 0, text.unicodeScalars.last == " " {
        text.unicodeScalars.removeLast()
        excess -= 1
      }
      return excess > 0 ? nil : .text(text)
    case .json: return ModelJSON.isValid(text) ? .text(text) : nil
    default:
      let limit = column.type == .text ? 65_535 : column.type == .mediumtext ? 16_777_215 : Int(UInt32.max)
      var excess = text.utf8.count - limit
      while excess > 0, text.unicodeScalars.last == " " {
        text.unicodeScalars.removeLast()
        excess -= 1
      }
      return excess > 0 ? nil : .text(text)
    }
  }

  /// The integers that a column takes; one that refers to a number takes none below 0.
  static func range(_ column: ColumnDefinition) -> ClosedRange<Int128> {
    let (lowest, highest): (Int128, Int128) =
      switch column.type {
      case .bool: (0, 1)
      case .tinyint: (-128, 127)
      case .tinyintUnsigned: (0, 255)
      case .int: (-2_147_483_648, 2_147_483_647)
      case .intUnsigned: (0, 4_294_967_295)
      case .bigint: (-9_223_372_036_854_775_808, 9_223_372_036_854_775_807)
      default: (0, 18_446_744_073_709_551_615)
      }
    return (column.reference == nil ? lowest : 0)...highest
  }
}

extension ModelValues {
  /// A number with `scale` digits behind the point, half rounded away from zero; `nil` when the text is none.
  static func scaled(_ text: String, _ scale: Int) -> Int128? {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let (whole, fraction) = (parts[0], parts.count > 1 ? parts[1] : "")
    let digits = whole + fraction
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let kept = whole + fraction.prefix(scale) + String(repeating: "0", count: max(0, scale - fraction.count))
    guard var value = Int128("0" + kept) else { return nil }
    if let next = fraction.dropFirst(scale).first, next >= "5" { value += 1 }
    return isNegative ? -value : value
  }

  private static func decimal(_ value: Int128, _ scale: Int) -> String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return (value < 0 ? "-" : "") + padded.dropLast(scale) + (scale == 0 ? "" : "." + padded.suffix(scale))
  }

  /// A time of the calendar, rounded to whole seconds, or a day.
  private static func storedTime(_ text: String, _ type: ColumnType) -> SQLValue? {
    guard text.utf8.count == text.count else { return nil }
    if type == .date { return seconds("\(text) 00:00:00") == nil ? nil : .text(text) }
    let whole = text.count == 10 ? "\(text) 00:00:00" : String(text.prefix(19))
    let fraction = text.dropFirst(19)
    guard var time = seconds(whole) else { return nil }
    if !fraction.isEmpty {
      guard fraction.first == ".", fraction.count <= 7, fraction.dropFirst().allSatisfy(\.isNumber) else { return nil }
      if let first = fraction.dropFirst().first, first >= "5" { time += 1 }
    }
    let range = type == .timestamp ? 1...2_147_483_647 : -30_610_224_000...253_402_300_799
    return range.contains(time) ? .text(self.text(time)) : nil
  }

  /// Seconds from 1970 of `YYYY-MM-DD HH:MM:SS`, or with a T.
  private static func seconds(_ text: String) -> Int? {
    guard let match = text.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)/) else { return nil }
    let parts = [match.1, match.2, match.3, match.4, match.5, match.6].map { Int($0)! }
    guard (1...12).contains(parts[1]), parts[3] < 24, parts[4] < 60, parts[5] < 60 else { return nil }
    let months = months(of: parts[0])
    guard (1...months[parts[1] - 1]).contains(parts[2]) else { return nil }
    let days = day(ofYear: parts[0]) + months.prefix(parts[1] - 1).reduce(0, +) + parts[2] - 1
    return days * 86_400 + parts[3] * 3_600 + parts[4] * 60 + parts[5]
  }

  /// A time as SQL writes it.
  static func text(_ seconds: Int) -> String {
    let clock = (seconds % 86_400 + 86_400) % 86_400
    let days = (seconds - clock) / 86_400
    var year = 1_970 + days / 366
    while day(ofYear: year) > days { year -= 1 }
    while day(ofYear: year + 1) <= days { year += 1 }
    var (month, rest) = (0, days - day(ofYear: year))
    while rest >= months(of: year)[month] {
      rest -= months(of: year)[month]
      month += 1
    }
    let parts = [month + 1, rest + 1, clock / 3_600, clock / 60 % 60, clock % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(year)-\(parts[0])-\(parts[1]) \(parts[2]):\(parts[3]):\(parts[4])"
  }

  /// The days of each month of a year.
  private static func months(of year: Int) -> [Int] {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }

  /// The first day of a year, counted from 1970.
  private static func day(ofYear year: Int) -> Int {
    let before = year - 1
    return before * 365 + before / 4 - before / 100 + before / 400 - 719_162
  }
}

/// Texts as utf8mb4_unicode_ci sees them, by the reference of the collation's own tests.
enum ModelText {
  private static let keys = Mutex<[[UInt8]: [UInt16]]>([:])

  /// Weights without blanks at the end: the same for texts that are equal.
  static func equalityKey(_ text: String) -> [UInt16] {
    let bytes = Array(text.utf8)
    if let key = keys.withLock({ $0[bytes] }) { return key }
    let key = ReferenceCollation.shared.equalityKey(of: text)
    keys.withLock { keys in
      if keys.count > 50_000 { keys = [:] }
      keys[bytes] = key
    }
    return key
  }
}

/// JSON texts of which it is known whether they are well-formed: all that the tests put into JSON columns.
enum ModelJSON {
  static let valid = [
    "{}", "[]", "null", "true", "-0", "1.5e+10", "\"\"", "\"é 😀\"", "\"\\ud83d\\ude00\\n\\/\"",
    " { \"a\" : [ 1 , 2 ] } \n",
    "{\"a\":1,\"a\":2}", "[[[[[[[[[[]]]]]]]]]]", "{\"k\":\"\\u0000\"}", "\"\u{7F}\"", "0", "1",
  ]
  static let malformed = [
    "", " ", "{", "[1,]", "{\"a\":}", "{a:1}", "nul", "'a'", "[1] [2]", "\"a", "\"\u{1}\"", "\"\\x\"", "01",
    "\"\\ud800\"", "[1 2]", "{\"a\" 1}",
  ]
  private static let known = Set(valid)

  static func isValid(_ text: String) -> Bool {
    precondition(known.contains(text) || malformed.contains(text) || Int128(text) != nil, "unknown JSON: \(text)")
    return known.contains(text) || !malformed.contains(text)
  }
}
