import Foundation

/// utf8mb4_unicode_ci written down as plainly as possible: arrays of weights, compared with pad.
struct ReferenceCollation: Sendable {
  /// Explicit weights by code point, as the server gave them.
  let explicit: [UInt32: [UInt16]]

  static let shared = ReferenceCollation()

  private init() {
    var explicit: [UInt32: [UInt16]] = [:]
    for line in try! Fixture.lines("unicode_ci.tsv.gz") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let digits = Array(fields[1])
      explicit[UInt32(fields[0], radix: 16)!] = stride(from: 0, to: digits.count, by: 4).map {
        UInt16(String(digits[$0..<$0 + 4]), radix: 16)!
      }
    }
    self.explicit = explicit
  }

  func weights(of scalar: UInt32) -> [UInt16] {
    if scalar > 0xFFFF { return [0xFFFD] }
    if let weights = explicit[scalar] { return weights }
    let base: UInt32
    switch scalar {
    case 0x4E00...0x9FA5, 0xFA0E, 0xFA0F, 0xFA11: base = 0xFB40
    case 0x3400...0x4DB5: base = 0xFB80
    default: base = 0xFBC0
    }
    return [UInt16(base + scalar >> 15), UInt16(scalar & 0x7FFF | 0x8000)]
  }

  func weights(of text: String) -> [UInt16] {
    text.unicodeScalars.flatMap { weights(of: $0.value) }
  }

  func compare(_ left: [UInt16], _ right: [UInt16]) -> Int {
    for index in 0..<max(left.count, right.count) {
      let leftWeight = index < left.count ? left[index] : 0x0209
      let rightWeight = index < right.count ? right[index] : 0x0209
      if leftWeight != rightWeight { return leftWeight < rightWeight ? -1 : 1 }
    }
    return 0
  }

  /// LIKE by sets of reachable pattern positions.
  func like(_ text: String, _ pattern: String) -> Bool {
    enum Element { case run, one, literal(UInt32) }
    var elements: [Element] = []
    var rest = pattern.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\": elements.append(.literal((rest.popFirst() ?? scalar).value))
      case "%": elements.append(.run)
      case "_": elements.append(.one)
      default: elements.append(.literal(scalar.value))
      }
    }
    func closed(_ positions: Set<Int>) -> Set<Int> {
      var result = positions
      for var position in positions {
        while position < elements.count, case .run = elements[position] {
          position += 1
          result.insert(position)
        }
      }
      return result
    }
    var positions = closed([0])
    for scalar in text.unicodeScalars {
      var next: Set<Int> = []
      for position in positions where position < elements.count {
        switch elements[position] {
        case .run: next.insert(position)
        case .one: next.insert(position + 1)
        case .literal(let literal): if matches(scalar.value, literal) { next.insert(position + 1) }
        }
      }
      positions = closed(next)
    }
    return positions.contains(elements.count)
  }

  private func matches(_ left: UInt32, _ right: UInt32) -> Bool {
    if left == right { return true }
    guard hasPage(left), hasPage(right) else { return false }
    return weights(of: left) == weights(of: right)
  }

  private func hasPage(_ scalar: UInt32) -> Bool {
    scalar < 0x1_0000 && pages.contains(scalar >> 8)
  }

  private var pages: Set<UInt32> { Self.explicitPages }
  private static let explicitPages = Set(shared.explicit.keys.map { $0 >> 8 })
}
