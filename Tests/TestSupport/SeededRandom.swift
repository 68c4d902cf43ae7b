internal import Foundation

/// Numbers that follow from a seed (SplitMix64): `BLAZZ_TEST_SEED`, or a new one, which is printed.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  /// What the numbers follow from.
  public let seed: UInt64
  private var state: UInt64

  /// Starts at the seed.
  public init(for test: String = #function) {
    let given = ProcessInfo.processInfo.environment["BLAZZ_TEST_SEED"].flatMap { UInt64($0) }
    seed = given ?? .random(in: 0..<1 << 32)
    state = seed
    print("\(test): BLAZZ_TEST_SEED=\(seed)")
  }

  /// Starts at a seed that is known, and says nothing.
  public init(seed: UInt64) { (self.seed, state) = (seed, seed) }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// True once in `part` times.
  public mutating func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &self) == 0 }

  /// One of some values; traps when there is none.
  public mutating func pick<Element>(_ values: [Element]) -> Element { values.randomElement(using: &self)! }
}
