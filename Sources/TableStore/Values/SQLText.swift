/// SQL's text forms of times, dates and decimals, to and from integers.
///
/// Hand-written because an import turns five of them a row: Foundation's formatters take microseconds each.
enum SQLText {
  /// `YYYY-MM-DD` of a count of days from 1970.
  static func date(days: Int) -> String {
    let (year, month, day) = CalendarDate(days: Int32(clamping: days)).parts
    return digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2)
  }

  /// `YYYY-MM-DD HH:MM:SS` of a count of seconds from 1970, UTC.
  static func time(seconds: Int64) -> String {
    let (quotient, remainder) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let days = remainder < 0 ? quotient - 1 : quotient
    let rest = Int(remainder < 0 ? remainder + 86_400 : remainder)
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { digits($0, 2) }.joined(separator: ":")
    return date(days: Int(days)) + " " + clock
  }

  /// A scaled integer with its point.
  static func decimal(_ value: Int128, scale: Int) -> String {
    var digits = String(value.magnitude)
    if digits.utf8.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits }
    let point = digits.index(digits.endIndex, offsetBy: -scale)
    let text = scale == 0 ? digits : digits[..<point] + "." + digits[point...]
    return value < 0 ? "-" + text : text
  }

  /// `YYYY-MM-DD` as days from 1970; `nil` when malformed or no day of the calendar.
  static func days(_ text: UnsafeRawBufferPointer) -> Int? {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = number(text, 0..<4), let month = number(text, 5..<7), let day = number(text, 8..<10)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day).map { Int($0.days) }
  }

  /// `YYYY-MM-DD[ HH:MM:SS[.ffffff]]` (or with `T`) as seconds from 1970, UTC; fractions are rounded as MySQL does.
  static func seconds(_ text: UnsafeRawBufferPointer) -> Int64? {
    guard text.count >= 10, let days = days(UnsafeRawBufferPointer(rebasing: text[0..<10])) else { return nil }
    if text.count == 10 { return Int64(days) * 86_400 }
    guard text.count >= 19, text[10] == UInt8(ascii: " ") || text[10] == UInt8(ascii: "T"),
      text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
      let hour = number(text, 11..<13), let minute = number(text, 14..<16), let second = number(text, 17..<19),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    if text.count > 19 {
      guard text[19] == UInt8(ascii: "."), text.count <= 26, number(text, 20..<text.count) != nil else { return nil }
      if text.count > 20 && text[20] >= UInt8(ascii: "5") { seconds += 1 }
    }
    return seconds
  }

  /// A decimal literal as an integer of `scale` digits behind the point, rounded half away from zero as MySQL does;
  /// `nil` when malformed or beyond 38 digits.
  static func scaled(_ text: UnsafeRawBufferPointer, scale: Int) -> Int128? {
    var index = 0
    var isNegative = false
    if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      index = 1
    }
    var value: Int128 = 0
    var fraction: Int?
    var roundsUp = false
    var hasDigit = false
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: "."), fraction == nil {
        fraction = 0
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      hasDigit = true
      if let seen = fraction {
        fraction = seen + 1
        if seen >= scale {
          if seen == scale { roundsUp = byte >= UInt8(ascii: "5") }
          continue
        }
      }
      let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = shifted.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
      guard !overflow && !carry else { return nil }
      value = sum
    }
    guard hasDigit, let power = Int128(exactly: UInt128.powerOfTen(max(0, scale - (fraction ?? 0)))) else { return nil }
    let (result, overflow) = value.multipliedReportingOverflow(by: power)
    let (magnitude, carry) = result.addingReportingOverflow(roundsUp ? 1 : 0)
    guard !overflow && !carry else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  private static func digits(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return text.utf8.count >= width ? text : String(repeating: "0", count: width - text.utf8.count) + text
  }

  private static func number(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      let byte = text[index]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}

extension UInt128 {
  /// 10 to the given power, at most 38.
  static func powerOfTen(_ exponent: Int) -> UInt128 {
    var power: UInt128 = 1
    for _ in 0..<Swift.min(exponent, 38) { power *= 10 }
    return power
  }
}
