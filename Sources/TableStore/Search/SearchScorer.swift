internal import Foundation

/// BM25 with weights of fields (Robertson and Zaragoza, 2009): k1 = 1.2, b = 0.75, idf = ln(1 + (N - n + ½) / (n + ½)).
///
/// A word counts as often as it stands in each field, times the field's weight, against the row's length in words. The
/// beginning of a word and words near each other count once and whatever the length. A phrase is as rare as its rarest
/// word. `>` doubles what a part is worth, `<` halves it, `~` takes half of it away.
struct SearchScorer {
  private static let k1 = 1.2
  private static let b = 0.75

  /// What a leaf is worth, without how often it stands in a row.
  private let factors: [(worth: Double, countsOccurrences: Bool)]
  /// By the length of a row.
  private let norms: [Double]
  private let weights: [Double]

  /// - Parameters:
  ///   - rows: the rows of the scope that have a term.
  ///   - length: the sum of their lengths.
  ///   - counts: the rows that have each leaf.
  ///   - weights: of the fields.
  init(_ plan: SearchPlan, rows: Int64, length: Int64, counts: [Int], weights: [Double]) {
    factors = zip(plan.leaves, counts).map { leaf, count in
      let (all, having) = (Double(max(rows, 1)), Double(min(Int64(count), max(rows, 1))))
      return (leaf.weight * log(1 + (all - having + 0.5) / (having + 0.5)), leaf.countsOccurrences)
    }
    let average = rows > 0 ? max(1, Double(length) / Double(rows)) : 1
    norms = (0...255).map { Self.k1 * (1 - Self.b + Self.b * Double($0) / average) }
    self.weights = weights
  }

  /// What a leaf adds to a row's score.
  func part(_ place: Int, _ counts: SIMD8<UInt8>, _ length: UInt8) -> Double {
    let factor = factors[place]
    guard factor.countsOccurrences else { return factor.worth }
    var frequency = 0.0
    var left = counts.packed
    while left != 0 {
      let field = left.trailingZeroBitCount / 8
      frequency += weights[field] * Double(counts[field])
      left &= ~(0xFF << UInt64(field * 8))
    }
    guard frequency > 0 else { return 0 }
    return factor.worth * frequency * (Self.k1 + 1) / (frequency + norms[Int(length)])
  }
}
