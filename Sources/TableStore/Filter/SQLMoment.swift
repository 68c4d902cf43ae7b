internal import Foundation

/// A point in time as MySQL compares it, which need not be a real one: '2025-02-30' lies behind February.
///
/// One number that sorts: year, month, day, hour, minute, second and microsecond side by side. 0 is '0000-00-00 00:00:00',
/// which also stands for whatever cannot be read (measured on MariaDB 10.11; MySQL's manual, "Date and Time Literals").
struct SQLMoment: Hashable, Comparable, Sendable {
  let rank: Int64

  static let zero = SQLMoment(rank: 0)

  init(rank: Int64) { self.rank = rank }

  init?(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0, _ micro: Int = 0)
  {
    guard (0...9999).contains(year), (0...12).contains(month), (0...31).contains(day), hour <= 23, minute <= 59,
      second <= 59
    else { return nil }
    let date = (year * 16 + month) * 32 + day
    rank = Int64((((date * 32 + hour) * 64 + minute) * 64 + second) * 1_048_576 + micro)
  }

  /// A stored time.
  init(seconds: Int64) {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = Int(seconds - Int64(day) * 86_400)
    let (year, month, date) = CalendarDate(days: Int32(clamping: day)).parts
    self = SQLMoment(year, month, date, rest / 3600, rest / 60 % 60, rest % 60) ?? .zero
  }

  static func < (left: SQLMoment, right: SQLMoment) -> Bool { left.rank < right.rank }

  /// The last whole second that does not lie behind this moment, and whether it is the same; `nil` before the year 1.
  var seconds: (floor: Int64, isExact: Bool)? {
    let micro = Int(rank & 1_048_575)
    let second = Int(rank >> 20 & 63)
    let minute = Int(rank >> 26 & 63)
    let hour = Int(rank >> 32 & 31)
    let day = Int(rank >> 37 & 31)
    let month = Int(rank >> 42 & 15)
    let year = Int(rank >> 46)
    guard rank > 0 else { return nil }
    if let date = CalendarDate(year: year, month: month, day: day), year > 0 {
      return (Int64(date.days) * 86_400 + Int64(hour * 3600 + minute * 60 + second), micro == 0)
    }
    // No day of the calendar: it lies behind the last real day before it.
    let next =
      month == 0
      ? CalendarDate(year: year, month: 1, day: 1)
      : day == 0
        ? CalendarDate(year: year, month: month, day: 1)
        : CalendarDate(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    return next.map { (Int64($0.days) * 86_400 - 1, false) }
  }
}

extension SQLMoment {
  /// A number read as YYYYMMDD or YYYYMMDDhhmmss, with two-digit years too.
  init(number: Int128, micro: Int = 0) {
    guard number >= 0, number <= 99_991_231_235_959 else { self = .zero; return }
    var digits = Int(number)
    switch digits {
    case 0...100: self = .zero; return
    case 101...691_231: digits += 20_000_000
    case 692_232...700_100, 691_232...692_231: self = .zero; return
    case 700_101...991_231: digits += 19_000_000
    case 991_232...10_000_100: self = .zero; return
    case 10_000_101...99_991_231: break
    case 99_991_232..<101_000_000: self = .zero; return
    case 101_000_000...691_231_235_959: digits += 20_000_000_000_000
    case 691_231_235_960..<700_101_000_000: self = .zero; return
    case 700_101_000_000...991_231_235_959: digits += 19_000_000_000_000
    case 991_231_235_960..<10_000_101_000_000: self = .zero; return
    default: break
    }
    if digits <= 99_991_231 {
      self = SQLMoment(digits / 10_000, digits / 100 % 100, digits % 100) ?? .zero
    } else {
      let (date, time) = (digits / 1_000_000, digits % 1_000_000)
      self =
        SQLMoment(
          date / 10_000, date / 100 % 100, date % 100, time / 10_000, time / 100 % 100, time % 100, micro) ?? .zero
    }
  }

  /// A numeric literal; `nil` for one with an exponent.
  init?(digits: String) {
    guard !digits.contains(where: { $0 == "e" || $0 == "E" }) else { return nil }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1].prefix(6)) : ""
    let micro = Int(fraction.padding(toLength: 6, withPad: "0", startingAt: 0)) ?? 0
    self.init(number: Int128(parts.first.map(String.init) ?? "") ?? (digits.hasPrefix(".") ? 0 : -1), micro: micro)
  }

  /// A text read as MySQL reads one beside a time; what cannot be read is `zero`.
  init(text: String) {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first == 0x20 || (0x09...0x0D).contains(first) { bytes.removeFirst() }
    if bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    let run = bytes.prefix { $0.isDigit }.count
    let after = bytes.dropFirst(run).first
    let isDelimited = run > 0 && run < 8 && after.map { $0.isPunctuation } == true
    self = (isDelimited ? Self.delimited(bytes) : Self.packed(bytes, run)) ?? .zero
  }

  /// `Y-M-D[ h[:m[:s[.f]]]]` with any punctuation.
  private static func delimited(_ bytes: ArraySlice<UInt8>) -> SQLMoment? {
    var rest = bytes
    func number() -> (value: Int, digits: Int)? {
      let digits = rest.prefix { $0.isDigit }
      guard !digits.isEmpty, digits.count < 10 else { return nil }
      rest = rest.dropFirst(digits.count)
      return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.count)
    }
    func passPunctuation() -> Bool {
      guard let next = rest.first, next.isPunctuation, rest.dropFirst().first?.isDigit == true else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard var year = number(), passPunctuation(), let month = number(), passPunctuation(), let day = number() else {
      return nil
    }
    if year.digits == 2 { year.value += year.value < 70 ? 2000 : 1900 }
    var parts = [0, 0, 0]
    var micro = 0
    let spaces = rest.prefix { $0 == 0x20 || (0x09...0x0D).contains($0) }.count
    let passed = spaces > 0 ? spaces : rest.first.map { $0 == UInt8(ascii: "T") || $0.isPunctuation } == true ? 1 : 0
    if passed > 0, rest.dropFirst(passed).first?.isDigit == true {
      rest = rest.dropFirst(passed)
      parts[0] = number()?.value ?? 0
      // A point behind the minute stands before a fraction, unless points stand between all parts.
      let hasPoints = rest.first == UInt8(ascii: ".")
      if passPunctuation() { parts[1] = number()?.value ?? 0 }
      if hasPoints || rest.first != UInt8(ascii: "."), passPunctuation() {
        parts[2] = number()?.value ?? 0
        micro = fraction(rest)
      }
    }
    return SQLMoment(year.value, month.value, day.value, parts[0], parts[1], parts[2], micro)
  }

  /// Digits alone: YYYYMMDD[hhmmss], or pairs from a year of two digits.
  private static func packed(_ bytes: ArraySlice<UInt8>, _ run: Int) -> SQLMoment? {
    guard run >= 5 else { return nil }
    let isLong = run == 8 || run >= 14
    var rest = bytes
    func take(_ width: Int) -> Int? {
      let digits = rest.prefix(width).prefix { $0.isDigit }
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard var year = take(isLong ? 4 : 2), let month = take(2), let day = take(2) else { return nil }
    if !isLong { year += year < 70 ? 2000 : 1900 }
    var parts = [0, 0, 0]
    let time = rest.dropFirst()
    if rest.first == UInt8(ascii: "T") {
      guard time.prefix(while: { $0.isDigit }).count >= 6 else { return nil }
      rest = time
    } else if let next = rest.first, !next.isDigit, next == 0x20 || next.isPunctuation,
      rest.dropFirst().first?.isDigit == true
    {
      return nil
    }
    for place in 0..<3 { parts[place] = take(2) ?? 0 }
    return SQLMoment(year, month, day, parts[0], parts[1], parts[2], fraction(rest))
  }

  /// `.ffffff`, cut after six digits.
  private static func fraction(_ rest: ArraySlice<UInt8>) -> Int {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    let digits = rest.dropFirst().prefix { $0.isDigit }.prefix(6)
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (digits.count..<6).reduce(value) { value, _ in value * 10 }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  fileprivate var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}
