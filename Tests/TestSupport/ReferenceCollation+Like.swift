extension ReferenceCollation {
  /// LIKE by sets of reachable pattern positions.
  public func like(_ text: String, _ pattern: String) -> Bool {
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
