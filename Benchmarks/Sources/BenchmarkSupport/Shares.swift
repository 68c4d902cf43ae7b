/// How rows are spread over workspaces: the n-th largest has a share in proportion to 1 / (n + c), with c so that the
/// largest has the share that is asked for.
public struct Shares {
  private let sums: [Double]

  /// Shares of `workspaces`, the largest a tenth of all unless it is said.
  public init(workspaces: Int, largest: Double = 0.1) {
    var (low, high) = (-0.9, 1_000.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if Self.weights(workspaces, middle).first! > largest { low = middle } else { high = middle }
    }
    sums = Self.weights(workspaces, low).reduce(into: []) { $0.append(($0.last ?? 0) + $1) }
  }

  private static func weights(_ count: Int, _ c: Double) -> [Double] {
    let weights = (1...count).map { 1 / (Double($0) + c) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// A workspace by its place, from 0, as often as its share says.
  public func draw(_ generator: inout Generator) -> Int {
    let place = Double.random(in: 0..<1, using: &generator)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if place < sums[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
