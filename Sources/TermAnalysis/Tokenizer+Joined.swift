extension Tokenizer {
  /// Adds the tokens of several stretches, from left to right.
  mutating func addJoined(in text: UnsafeRawBufferPointer, into list: inout TokenList) {
    // No phone number begins before this stretch.
    var phoneLimit = 0
    var index = 0
    while index < stretches.count {
      var phone = index..<index
      if index >= phoneLimit, stretches[index].isNumber {
        let groups = phoneNumber(from: index, in: text)
        phoneLimit = groups.upperBound
        if isPhoneNumber(groups, in: text) {
          phone = groups
          addStretches(phone, in: text, into: &list)
        }
      }
      let gap = stretches[index].gap
      if !gap.contains(.inner) {
        let row = row(from: index, of: .inner)
        if row.count > 1, row != phone { addStretches(row, in: text, into: &list) }
      }
      if gap.contains(.at) { addAddress(at: index, in: text, into: &list) }
      index += 1
    }
  }

  /// The stretches from `start` on that have `gap` between each two.
  private func row(from start: Int, of gap: Gap) -> Range<Int> {
    var end = start + 1
    while end < stretches.count, stretches[end].gap.contains(gap) { end += 1 }
    return start..<end
  }

  /// Adds the e-mail address whose domain begins with the stretch `domain`. Each stretch is behind one `@` and before
  /// one at most, so that all addresses of a text take linear time.
  private mutating func addAddress(at domain: Int, in text: UnsafeRawBufferPointer, into list: inout TokenList) {
    var first = domain - 1
    while stretches[first].gap.contains(.local) { first -= 1 }
    let last = stretches[row(from: domain, of: .domain).upperBound - 1]
    let position = stretches[first].position
    add(
      stretches[first].range.lowerBound..<last.range.upperBound, in: text, position: position,
      length: last.position + last.length - position, kind: .joined, into: &list)
  }

  /// Adds the token of several stretches without what separates them.
  private mutating func addStretches(_ row: Range<Int>, in text: UnsafeRawBufferPointer, into list: inout TokenList) {
    term.make(of: stretches[row], in: text)
    guard !term.term.isEmpty else { return }
    let (first, last) = (stretches[row.lowerBound], stretches[row.upperBound - 1])
    let isNumber = stretches[row].allSatisfy(\.isNumber)
    list.append(
      key: term.term, source: first.range.lowerBound..<last.range.upperBound, position: first.position,
      length: last.position + last.length - first.position, kind: .joined,
      isDigits: isNumber && digitCount(of: row) >= leastDigitCount)
  }

  func digitCount(of row: Range<Int>) -> Int { stretches[row].reduce(0) { $0 + $1.digitCount } }
}
