extension [UInt8] {
  /// Appends the UTF-8 of a text.
  package mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends the UTF-8 of a text; for each byte that `isSpecial` picks, what `escape` appends stands instead.
  mutating func append(
    _ text: String, where isSpecial: (UInt8) -> Bool, escape: (UInt8, inout [UInt8]) -> Void
  ) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in 0..<utf8.count where isSpecial(utf8[index]) {
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        escape(utf8[index], &self)
        start = index + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  /// Appends two lower-case digits a byte.
  mutating func append(hexOf bytes: [UInt8]) {
    for byte in bytes {
      append(Self.hexDigits[Int(byte >> 4)])
      append(Self.hexDigits[Int(byte & 15)])
    }
  }

  private static let hexDigits: [UInt8] = Array("0123456789abcdef".utf8)
}

extension String {
  /// Two lower-case digits a byte.
  package init(hexOf bytes: [UInt8]) {
    var digits: [UInt8] = []
    digits.append(hexOf: bytes)
    self.init(decoding: digits, as: UTF8.self)
  }
}
