/// Draws one of many by weight, in constant time.
struct Lottery {
  /// The share of all up to each, it included.
  private let shares: [Double]
  private let guide: [UInt32]

  /// - Parameter weights: at least one, all above 0.
  init(_ weights: [Double]) {
    var sums: [Double] = []
    var sum = 0.0
    for weight in weights {
      sum += weight
      sums.append(sum)
    }
    var shares = sums.map { $0 / sum }
    shares[shares.count - 1] = 1
    var guide: [UInt32] = []
    var place = 0
    for part in 0..<4 * shares.count {
      while shares[place] <= Double(part) / Double(4 * shares.count) { place += 1 }
      guide.append(UInt32(place))
    }
    (self.shares, self.guide) = (shares, guide)
  }

  /// The one that a number from 0 to below 1 stands for.
  func draw(_ unit: Double) -> Int {
    var place = Int(guide[Int(unit * Double(guide.count))])
    while shares[place] <= unit { place += 1 }
    return place
  }
}
