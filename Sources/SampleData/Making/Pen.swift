internal import Foundation
internal import TableStore

/// What rows are made with: the row's random numbers, and a buffer for text that is used again for row after row.
struct Pen {
  /// The numbers of the row that is being made.
  var random: RowRandom
  private var bytes: [UInt8] = []

  /// A pen for the row whose numbers these are.
  init(_ random: RowRandom) {
    self.random = random
    bytes.reserveCapacity(1 << 10)
  }

  /// Adds text.
  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds an ASCII letter.
  mutating func write(letter: UInt8) { bytes.append(letter) }

  /// Adds a number that is not below 0, with zeros in front where it has fewer digits than asked for.
  mutating func write(_ number: Int, digits: Int = 1) {
    var power = 1
    var count = 1
    while count < digits || number / power > 9 {
      power *= 10
      count += 1
    }
    while power > 0 {
      bytes.append(0x30 + UInt8(number / power % 10))
      power /= 10
    }
  }

  /// Adds digits of base 16.
  mutating func writeHex(_ bits: UInt64, digits: Int, isUpper: Bool = false) {
    for place in stride(from: digits - 1, through: 0, by: -1) {
      let digit = RowRandom.hexDigit(bits >> UInt64(4 * place))
      bytes.append(isUpper && digit > 0x60 ? digit - 0x20 : digit)
    }
  }

  /// The text so far; the buffer is empty then.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text so far as JSON.
  mutating func takeJSON<Value>() -> JSON<Value> { JSON(text: take()) }

  /// The parts written one behind the other. The buffer must be empty.
  mutating func text(_ parts: String...) -> String {
    for part in parts { write(part) }
    return take()
  }
}

// MARK: Members of JSON

/// None of the texts that rows are made of needs escaping in JSON.
extension Pen {
  /// Adds a member whose value is text, or null.
  mutating func member(_ head: String, _ text: String?) {
    write(head)
    guard let text else { return write("null") }
    write("\"")
    write(text)
    write("\"")
  }

  /// Adds a member whose value is a whole number that is not below 0.
  mutating func member(_ head: String, _ number: Int) {
    write(head)
    write(number)
  }

  /// Adds a member whose value is true or false.
  mutating func member(_ head: String, _ flag: Bool) {
    write(head)
    write(flag ? "true" : "false")
  }

  /// Adds a member whose value is a time as ISO 8601 has it.
  mutating func member(_ head: String, time seconds: Int) {
    write(head)
    write("\"")
    write(time: seconds, between: "T", end: "Z\"")
  }

  /// Adds a time in UTC: date and time of day.
  mutating func write(time seconds: Int, between: String = " ", end: String = "") {
    write(date: seconds)
    write(between)
    let second = seconds % 86_400
    write(second / 3600, digits: 2)
    write(":")
    write(second / 60 % 60, digits: 2)
    write(":")
    write(second % 60, digits: 2)
    write(end)
  }

  /// Adds the date of a time after 1970: YYYY-MM-DD.
  mutating func write(date seconds: Int) {
    // Howard Hinnant's civil_from_days, for days after 1970.
    let shifted = seconds / 86_400 + 719_468
    let era = shifted / 146_097
    let day = shifted % 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    write(year + era * 400 + (calendarMonth <= 2 ? 1 : 0), digits: 4)
    write("-")
    write(calendarMonth, digits: 2)
    write("-")
    write(dayOfYear - (153 * month + 2) / 5 + 1, digits: 2)
  }
}

extension Decimal {
  /// A number with so many digits behind the point.
  init(_ digits: Int, places: Int) {
    self.init(sign: digits < 0 ? .minus : .plus, exponent: -places, significand: Decimal(abs(digits)))
  }
}

extension Date {
  /// A whole second.
  init(second: Int) { self.init(timeIntervalSince1970: Double(second)) }
}

extension ID {
  /// The id of the row at a place of its table.
  init(place: Int) { self.init(UInt64(place + 1)) }
}
