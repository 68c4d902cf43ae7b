extension Tokenizer {
  /// The groups of digits from `start` on that may be one phone number, or that are one date.
  func phoneNumber(from start: Int, in text: UnsafeRawBufferPointer) -> Range<Int> {
    if isDate(start, in: text) { return start..<start + 3 }
    var end = start + 1
    var digitCount = stretches[start].digitCount
    while end < stretches.count {
      let next = stretches[end]
      guard next.isNumber, next.gap.contains(.phone), !isDate(end, in: text) else { break }
      digitCount += next.digitCount
      guard digitCount <= mostPhoneDigits else { break }
      end += 1
    }
    return start..<end
  }

  /// Whether what `phoneNumber` found is a number of several groups. One group is a word already.
  func isPhoneNumber(_ row: Range<Int>, in text: UnsafeRawBufferPointer) -> Bool {
    row.count > 1 && digitCount(of: row) >= leastPhoneDigits && !(row.count == 3 && isDate(row.lowerBound, in: text))
  }

  /// Whether the three stretches from `start` on are a day: 2024-01-15, 15.1.2024, 1/15/2024.
  private func isDate(_ start: Int, in text: UnsafeRawBufferPointer) -> Bool {
    guard start + 2 < stretches.count else { return false }
    let (first, second, third) = (stretches[start], stretches[start + 1], stretches[start + 2])
    guard second.digitCount <= 2, let separator = dateSeparator(before: second, in: text),
      dateSeparator(before: third, in: text) == separator,
      let values = numbers(first, second, third, in: text)
    else { return false }
    if first.digitCount == 4, third.digitCount <= 2 {
      return years.contains(values.0) && isDayAndMonth(values.1, values.2)
    }
    return first.digitCount <= 2 && third.digitCount == 4 && years.contains(values.2)
      && isDayAndMonth(values.0, values.1)
  }

  private func isDayAndMonth(_ first: Int, _ second: Int) -> Bool {
    min(first, second) >= 1 && min(first, second) <= 12 && max(first, second) <= 31
  }

  private func dateSeparator(before stretch: Stretch, in text: UnsafeRawBufferPointer) -> UInt8? {
    let end = stretch.range.lowerBound
    guard stretch.gap.contains(.phone), end >= 2 else { return nil }
    // A separator of one byte: what is before it ends the stretch before.
    let separator = text[end - 1]
    let isSeparator = separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".") || separator == UInt8(ascii: "/")
    return isSeparator && isWordByte(text[end - 2]) ? separator : nil
  }

  private func numbers(
    _ first: Stretch, _ second: Stretch, _ third: Stretch, in text: UnsafeRawBufferPointer
  ) -> (Int, Int, Int)? {
    guard let first = number(first, in: text), let second = number(second, in: text),
      let third = number(third, in: text)
    else { return nil }
    return (first, second, third)
  }

  /// The value of at most four ASCII digits.
  private func number(_ stretch: Stretch, in text: UnsafeRawBufferPointer) -> Int? {
    guard (1...4).contains(stretch.range.count), stretch.digitCount == stretch.range.count else { return nil }
    return text[stretch.range].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}

/// What makes groups of digits a phone number; E.164 sets the most.
private let leastPhoneDigits = 6
private let mostPhoneDigits = 15

/// The years that are read as part of a date.
private let years = 1_900...2_099
