import Foundation

@testable import TableStore

/// A search by its definition, asked of one row after the other.
struct ReferenceSearch {
  private indirect enum Node {
    case leaf(Int)
    /// Parts by their signs; `nil` for those that only lower a score.
    case level([(AskedClause.Sign?, Node)])
  }

  let index: LetterIndex
  let terms: ReferenceTerms
  /// In the order of the text.
  private(set) var leaves: [ReferenceLeaf] = []
  private var root = Node.level([])

  init(_ asked: AskedSearch, _ terms: ReferenceTerms) {
    index = asked.index
    self.terms = terms
    root = level(asked.clauses, 1)
  }

  private mutating func level(_ clauses: [AskedClause], _ weight: Double) -> Node {
    .level(
      clauses.map { clause in
        let weight = clause.sign == .excluded ? 0 : weight * clause.factor
        let sign = clause.sign == .optional && clause.weight == .negated ? nil : clause.sign
        if case .group(let clauses) = clause.operand { return (sign, level(clauses, weight)) }
        leaves.append(ReferenceLeaf(clause.operand, weight: weight, terms))
        return (sign, .leaf(leaves.count - 1))
      })
  }

  /// Whether a row is found.
  func matches(_ row: ReferenceLetter) -> Bool {
    let texts = row.texts(index)
    func isTrue(_ node: Node) -> Bool {
      switch node {
      case .leaf(let place): return leaves[place].counts(texts, terms) != nil
      case .level(let parts):
        if parts.contains(where: { $0.0 == .excluded && isTrue($0.1) }) { return false }
        let required = parts.filter { $0.0 == .required }
        guard required.isEmpty else { return required.allSatisfy { isTrue($0.1) } }
        return parts.contains { $0.0 == .optional && isTrue($0.1) }
      }
    }
    return isTrue(root)
  }

  /// What every row of a scope is worth: BM25 over fields, as it stands at `SearchScorer`.
  func scorer(_ scope: inout ReferenceScope, weights: [Double]) -> (ReferenceLetter) -> Double {
    let (all, length) = scope.statistics(index)
    let average = all > 0 ? max(1, Double(length) / Double(all)) : 1
    var idf: [Double] = []
    for leaf in leaves {
      var having = leaf.wanted.map { scope.count($0.term, index, terms) }.min() ?? 0
      if let joined = leaf.joined { having += scope.count(joined, index, terms) }
      let (rows, found) = (Double(max(all, 1)), Double(min(having, max(all, 1))))
      idf.append(log(1 + (rows - found + 0.5) / (found + 0.5)))
    }
    let weights = index.columns.indices.map { $0 < weights.count ? weights[$0] : 1 }
    return { row in
      let texts = row.texts(index)
      var score = 0.0
      for (leaf, idf) in zip(leaves, idf) where leaf.weight != 0 {
        guard let counts = leaf.counts(texts, terms) else { continue }
        guard leaf.countsOccurrences else {
          score += leaf.weight * idf
          continue
        }
        var frequency = 0.0
        for (weight, count) in zip(weights, counts) { frequency += weight * Double(count) }
        guard frequency > 0 else { continue }
        let norm = 1.2 * (1 - 0.75 + 0.75 * Double(texts.length) / average)
        score += leaf.weight * idf * frequency * (1.2 + 1) / (frequency + norm)
      }
      return score
    }
  }

  /// What of a row the search is about.
  func highlights(_ row: ReferenceLetter) -> [SearchHighlight] {
    let texts = row.texts(index)
    return texts.fields.indices.compactMap { field in
      var marks = [Bool](repeating: false, count: texts.texts[field].utf8.count + 1)
      for leaf in leaves where leaf.weight != 0 { leaf.mark(texts, field, terms, in: &marks) }
      var ranges: [Range<Int>] = []
      var place = 0
      while let start = marks[place...].firstIndex(of: true) {
        place = marks[start...].firstIndex(of: false)!
        ranges.append(start..<place)
      }
      guard !ranges.isEmpty else { return nil }
      return SearchHighlight(column: index.columns[field], text: texts.texts[field], ranges: ranges)
    }
  }
}
