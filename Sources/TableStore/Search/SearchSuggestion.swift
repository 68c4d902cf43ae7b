internal import TermAnalysis

/// What may have been meant by a word that finds nothing.
public struct SearchSuggestion: Hashable, Sendable {
  /// The word as it was asked for.
  public var word: String
  /// A word that rows have, as one of them spells it.
  public var replacement: String
  /// How many rows have it.
  public var rows: Int
}

/// Words of five letters or more that no row has, and the most frequent word that one mistake makes of each: a letter too
/// much, one missing, another one, or two exchanged. Never numbers.
struct SearchSuggester {
  private let engine: SearchEngine
  private static let fewestLetters = 5

  init(_ engine: SearchEngine) { self.engine = engine }

  func suggestions() throws -> [SearchSuggestion] {
    var found: [SearchSuggestion] = []
    for leaf in engine.plan.leaves where leaf.weight != 0 && leaf.form == .term && !leaf.parts[0].isPrefix {
      guard let word = leaf.word, word.count >= Self.fewestLetters, !word.contains(where: \.isNumber),
        leaf.parts[0].list == .words
      else { continue }
      if let suggestion = try suggestion(word, leaf.parts[0].term) { found.append(suggestion) }
    }
    return found
  }

  private func suggestion(_ word: String, _ term: [UInt8]) throws -> SearchSuggestion? {
    var counts: [[UInt8]: Int] = [:]
    for scope in engine.scopes { try addCounts(near: term, scope, to: &counts) }
    guard counts[term, default: 0] == 0 else { return nil }
    let best = counts.filter { $0.value > 0 }.min { left, right in
      left.value != right.value ? left.value > right.value : left.key[...].compare(right.key[...]) < 0
    }
    guard let best, let spelling = try spelling(best.key) else { return nil }
    return SearchSuggestion(word: word, replacement: spelling, rows: best.value)
  }

  /// Counts the rows of a scope that have a term or what one mistake makes of it.
  private func addCounts(near term: [UInt8], _ scope: Scope, to counts: inout [[UInt8]: Int]) throws {
    let run = try engine.run(scope, plan: .empty)
    try run.reader(.words).terms(from: [0]) { found, head, _ in
      guard engine.budget.spend(1) else { return .stop }
      if found == term || found.isOneMistake(from: term) { counts[found, default: 0] += Int(clamping: head.count) }
      return .goOn
    }
    for row in try run.allPending() {
      for (place, terms) in [(-1, row.base), (1, row.terms)] {
        guard let terms else { continue }
        var seen: Set<[UInt8]> = []
        terms.forEach { list, key, _ in
          let key = Array(key)
          guard list == .words, key == term || key.isOneMistake(from: term), seen.insert(key).inserted else { return }
          counts[key, default: 0] += place
        }
      }
    }
  }

  /// A term as the first row that has it spells it.
  private func spelling(_ term: [UInt8]) throws -> String? {
    for scope in engine.scopes {
      if let spelling = try spelling(term, scope) { return spelling }
    }
    return nil
  }

  private func spelling(_ term: [UInt8], _ scope: Scope) throws -> String? {
    let part = SearchPart(list: .words, term: term)
    var spelling: String?
    try engine.run(scope, plan: SearchPlan(part)).forEach(includesDeleted: true) { row, _ in
      var (texts, terms) = (SearchTexts(), SearchTerms())
      guard try engine.session.fill(&texts, engine.table, engine.index, scope, row: row) else { return row + 1 }
      try terms.fill(texts)
      for field in terms.fields.indices {
        for (place, token) in terms.fields[field].tokens.enumerated() where part.matches(terms, field, place) {
          spelling = texts.withText(field) {
            String(decoding: UnsafeRawBufferPointer(rebasing: $0[token.sourceRange]), as: UTF8.self)
          }
          return RowStream.end
        }
      }
      return row + 1
    }
    return spelling
  }
}

extension [UInt8] {
  /// Whether one byte more, one less, another one, or two neighbours exchanged make this of `other`. A letter of most
  /// alphabets takes one byte or two of a term, of which the first is the alphabet's.
  fileprivate func isOneMistake(from other: [UInt8]) -> Bool {
    guard abs(count - other.count) <= 1, self != other else { return false }
    let start = zip(self, other).prefix { $0 == $1 }.count
    let end = zip(self[start...].reversed(), other[start...].reversed()).prefix { $0 == $1 }.count
    let (rest, otherRest) = (self[start..<count - end], other[start..<other.count - end])
    if rest.count <= 1 && otherRest.count <= 1 { return true }
    return rest.count == 2 && otherRest.count == 2 && rest.elementsEqual(otherRest.reversed())
  }
}
