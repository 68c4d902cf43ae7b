import TestSupport

@testable import TableStore

/// Values that collide, agree under the collation, or are longer than a key.
extension SeededRandom {
  mutating func tenant() -> ID<Tenant> { ID(UInt64.random(in: 1...3, using: &self)) }

  /// One of few codes, in either case, so that many collide.
  mutating func code() -> String? {
    if chance(3) { return nil }
    let code = "c\(Int.random(in: 0..<80, using: &self))"
    return chance(2) ? code : code.uppercased() + (chance(2) ? "  " : "")
  }

  /// Empty, short, odd, or long with a common beginning that is longer than any key.
  mutating func title() -> String? {
    switch Int.random(in: 0..<8, using: &self) {
    case 0: nil
    case 1: text(maximum: 12)
    case 2: String(repeating: "long ", count: 100) + text(maximum: 3)
    case 3: String(repeating: "é", count: Int.random(in: 380...500, using: &self))
    case 4: String(repeating: "漢", count: 240) + (chance(2) ? "a" : "B")
    case 5: chance(3) ? String(repeating: "x", count: Int.random(in: 1_500...5_000, using: &self)) : text(maximum: 30)
    default: ["alpha", "Alpha", "álpha", "beta", ""].randomElement(using: &self)!
    }
  }

  /// Beginnings that a prefix of 3 or 5 characters does not tell apart.
  mutating func author() -> String {
    let stem = ["anna", "ANNE", "Annabel", "annab", "Bo", "b", "😀😀😀😀", ""].randomElement(using: &self)!
    return stem + (chance(2) ? text(maximum: 4) : "")
  }

  mutating func priority() -> Int32? {
    chance(4) ? nil : [Int32.min, -1, 0, 1, 2, 300, .max].randomElement(using: &self)!
  }

  mutating func settingName() -> String {
    let stem = "key\(Int.random(in: 0..<30, using: &self))"
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return stem.uppercased()
    case 1: return String(repeating: "k", count: 500) + stem
    default: return stem
    }
  }
}
