extension DumpReader {
  /// Turns the hexadecimal digits in `digits` into bytes from `start` on. In `0x…` an odd first digit stands alone.
  mutating func decodeHex(in digits: Range<Int>, to start: Int, allowsOdd: Bool) throws(DumpError) {
    guard allowsOdd || digits.count.isMultiple(of: 2),
      row.store.bytes(in: digits).allSatisfy({ $0.hexDigitValue != nil })
    else { throw malformed("hexadecimal literal", from: start) }
    var high: UInt8? = digits.count.isMultiple(of: 2) ? nil : 0
    var target = start
    for index in digits {
      let digit = row.store.bytes[index].hexDigitValue!
      if let first = high {
        row.store.replace(at: target, with: first << 4 | digit)
        target += 1
        high = nil
      } else {
        high = digit
      }
    }
    row.store.truncate(to: target)
    row.append(.bytes(start..<target))
  }

  /// Turns the binary digits in `digits`, at most 64, into a number, and drops the bytes from `start` on.
  mutating func decodeBits(in digits: Range<Int>, to start: Int) throws(DumpError) {
    var bits: UInt64 = 0
    for byte in row.store.bytes(in: digits) {
      guard byte == 0x30 || byte == 0x31, bits >> 63 == 0 else { throw malformed("bit literal", from: start) }
      bits = bits << 1 | UInt64(byte - 0x30)
    }
    row.store.truncate(to: start)
    row.append(.bit(bits))
  }
}
