/// SplitMix64: the same numbers for the same seed, on every machine.
public struct Generator: RandomNumberGenerator {
  var state: UInt64

  /// Numbers that follow from `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A UUID as text, in lower case.
  public mutating func uuid() -> String {
    let (high, low) = (next(), next())
    let digits: StaticString = "0123456789abcdef"
    return String(unsafeUninitializedCapacity: 36) { text in
      for place in 0..<36 {
        if [8, 13, 18, 23].contains(place) {
          text[place] = UInt8(ascii: "-")
        } else {
          let word = place < 18 ? high : low
          text[place] = digits.utf8Start[Int(word >> UInt64(place * 7 % 61) & 15)]
        }
      }
      return 36
    }
  }
}
