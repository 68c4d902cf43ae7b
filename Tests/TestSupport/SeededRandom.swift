internal import Foundation

/// Numbers that follow from a seed: `BLAZZ_TEST_SEED`, or a new one, which is printed.
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Starts at the seed.
  public init(for test: String = #function) {
    let given = ProcessInfo.processInfo.environment["BLAZZ_TEST_SEED"].flatMap { UInt64($0) }
    state = given ?? .random(in: 0..<1 << 32)
    print("\(test): BLAZZ_TEST_SEED=\(state)")
  }

  /// The next number (SplitMix64).
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
