import Foundation
import TestSupport
import Testing

@testable import TableStore

/// A decimal made of its digits is the one that Foundation reads in their text.
@Suite struct DecimalDigitsTests {
  private func expectAsText(_ digits: Int128, scale: Int) {
    let made = Decimal(digits: digits, scale: scale)
    let read = Decimal(string: SQLText.decimal(digits, scale: scale), locale: nil)
    #expect(made == read, "\(digits) with \(scale) digits behind the point")
    #expect(made.hashValue == read.hashValue, "\(digits) with \(scale) digits behind the point")
    #expect(made?.description == read?.description, "\(digits) with \(scale) digits behind the point")
  }

  @Test func digitsAtTheEdges() {
    let large = Int128(UInt64.max)
    for digits in [0, 1, 10, 100, 12_500, 1_000_000, large - 1, large, large + 1, large * 10, Int128.max / 7] {
      for scale in [0, 1, 3, 10, 20] {
        expectAsText(digits, scale: scale)
        expectAsText(-digits, scale: scale)
      }
    }
  }

  @Test func randomDigits() {
    var random = SeededRandom()
    for _ in 0..<2_000 {
      let digits = Int128(truncatingIfNeeded: random.next()) >> Int128.random(in: 0..<64, using: &random)
      let zeros = [1, 10, 1_000, 1_000_000].randomElement(using: &random)!
      let scale = Int.random(in: 0...10, using: &random)
      expectAsText(digits * Int128(zeros) * (Bool.random(using: &random) ? 1 : -1), scale: scale)
    }
  }
}
