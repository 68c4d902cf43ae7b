/// Random numbers of one row: they follow from the seed, the table and the row's place alone, so that any row can be made
/// without the rows before it.
struct RowRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of the row at a place of a table.
  init(seed: UInt64, table: UInt8, place: Int) {
    state = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15) ^ Self.mix(UInt64(table) << 56 ^ UInt64(bitPattern: Int64(place)))
  }

  /// The next number (SplitMix64).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 up to but not including `bound`, which is above 0.
  mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

  /// A number of a range.
  mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// From 0 up to but not including 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// True so many times in a thousand.
  mutating func permille(_ part: Int) -> Bool { below(1000) < part }

  /// One of some values, of which there is at least one.
  mutating func pick<Element>(_ values: [Element]) -> Element { values[below(values.count)] }

  /// A UUID of version 4 in lower case.
  mutating func uuid() -> String { Self.uuid(next(), next()) }

  /// The UUID of version 4 with these bits, but for those that say the version.
  static func uuid(_ first: UInt64, _ second: UInt64) -> String {
    let high = first & ~0xF000 | 0x4000
    let low = second & ~(3 << 62) | 2 << 62
    return String(unsafeUninitializedCapacity: 36) { text in
      var digit = 0
      for place in 0..<36 {
        if place == 8 || place == 13 || place == 18 || place == 23 {
          text[place] = 0x2D
        } else {
          text[place] = hexDigit((digit < 16 ? high : low) >> UInt64(60 - 4 * (digit & 15)))
          digit += 1
        }
      }
      return 36
    }
  }

  /// The lower-case digit of the last four bits.
  static func hexDigit(_ bits: UInt64) -> UInt8 {
    let nibble = UInt8(bits & 0xF)
    return nibble < 10 ? 0x30 + nibble : 0x57 + nibble
  }
}
