@testable import TableStore

/// A letter as the test knows it.
final class ReferenceLetter {
  let letter: Letter
  private let words: ReferenceTexts
  private let senders: ReferenceTexts

  init(_ letter: Letter, _ terms: ReferenceTerms) throws {
    self.letter = letter
    words = ReferenceTexts(try LetterIndex.words.texts(letter), terms)
    senders = ReferenceTexts(try LetterIndex.senders.texts(letter), terms)
  }

  var id: UInt64 { letter.id.rawValue }
  var tenant: UInt64? { letter.workspaceID?.rawValue }

  func texts(_ index: LetterIndex) -> ReferenceTexts { index == .words ? words : senders }
}

/// The letters of one scope.
struct ReferenceScope {
  private(set) var rows: [UInt64: ReferenceLetter] = [:]
  private var inOrder: [ReferenceLetter]?
  private var statistics: [LetterIndex: (rows: Int, length: Int)] = [:]
  private var counts: [Counted: Int] = [:]

  private struct Counted: Hashable {
    let index: LetterIndex
    let term: Wanted.Term
  }

  subscript(id: UInt64) -> ReferenceLetter? {
    get { rows[id] }
    set {
      rows[id] = newValue
      (inOrder, statistics, counts) = (nil, [:], [:])
    }
  }

  /// The letters by primary key.
  mutating func letters() -> [ReferenceLetter] {
    if let inOrder { return inOrder }
    let letters = rows.values.sorted { $0.id < $1.id }
    inOrder = letters
    return letters
  }

  /// The rows that have a term, and the sum of their lengths.
  mutating func statistics(_ index: LetterIndex) -> (rows: Int, length: Int) {
    if let known = statistics[index] { return known }
    var found = (rows: 0, length: 0)
    for row in rows.values where !row.texts(index).isEmpty {
      found.rows += 1
      found.length += row.texts(index).length
    }
    statistics[index] = found
    return found
  }

  /// The number of rows that have a term.
  mutating func count(_ term: Wanted.Term, _ index: LetterIndex, _ terms: ReferenceTerms) -> Int {
    let counted = Counted(index: index, term: term)
    if let known = counts[counted] { return known }
    let count = rows.values.count { $0.texts(index).counts(term, terms) != nil }
    counts[counted] = count
    return count
  }
}

/// All letters, by the tenant they belong to; `nil` for those of none.
struct ReferenceLetters {
  let terms: ReferenceTerms
  var scopes: [UInt64?: ReferenceScope] = [:]
  /// Where each letter is.
  private(set) var tenants: [UInt64: UInt64?] = [:]
  /// Erased letters, to come back.
  var erased: [UInt64] = []

  init() throws { terms = try ReferenceTerms() }

  /// The scopes within reach that have a letter, in the order of the store.
  func tenants(_ reach: Reach) -> [UInt64?] {
    switch reach {
    case .tenant(let tenant): [tenant]
    case .everything:
      scopes.filter { !$0.value.rows.isEmpty }.keys.sorted { left, right in
        right.map { right in left.map { $0 < right } ?? true } ?? false
      }
    }
  }

  /// The letters within reach, scope by scope.
  mutating func letters(_ reach: Reach) -> [ReferenceLetter] {
    var letters: [ReferenceLetter] = []
    for tenant in tenants(reach) { letters += scopes[tenant, default: ReferenceScope()].letters() }
    return letters
  }

  mutating func put(_ letter: Letter) throws {
    let row = try ReferenceLetter(letter, terms)
    scopes[row.tenant, default: ReferenceScope()][row.id] = row
    tenants[row.id] = .some(row.tenant)
  }

  mutating func remove(_ id: UInt64) {
    guard let tenant = tenants.removeValue(forKey: id) else { return }
    scopes[tenant, default: ReferenceScope()][id] = nil
    erased.append(id)
  }

  /// One word's suggestion: the word of one mistake that most rows have, the least of those; none where the word is there.
  func suggestion(_ leaf: ReferenceLeaf, _ index: LetterIndex, _ reach: Reach) -> SearchSuggestion? {
    guard leaf.weight != 0, case .term = leaf.form, let word = leaf.word, let wanted = leaf.wanted.first?.term,
      wanted.kind == .word, wanted.form == .whole
    else { return nil }
    guard word.count >= 5, !word.contains(where: \.isNumber) else { return nil }
    var counts: [Int: Int] = [:]
    let tenants = tenants(reach)
    for row in tenants.flatMap({ scopes[$0]?.rows.values.map { $0 } ?? [] }) {
      for place in row.texts(index).counts.keys where place.kind == .word { counts[place.term, default: 0] += 1 }
    }
    guard !counts.keys.contains(where: { terms.all[$0] == wanted.bytes }) else { return nil }
    let near = counts.filter { terms.all[$0.key].isOneStep(from: wanted.bytes) }
    let most = near.values.max()
    guard let most,
      let best = near.filter({ $0.value == most }).keys.map({ terms.all[$0] })
        .min(by: { $0.lexicographicallyPrecedes($1) })
    else { return nil }
    for tenant in tenants {
      for row in (scopes[tenant]?.rows.values).map({ $0.sorted { $0.id < $1.id } }) ?? [] {
        let texts = row.texts(index)
        for field in texts.fields.indices {
          guard let token = texts.tokens(field, .init(bytes: best), terms).first else { continue }
          let spelling = String(decoding: Array(texts.texts[field].utf8)[token.source], as: UTF8.self)
          return SearchSuggestion(word: word, replacement: spelling, rows: most)
        }
      }
    }
    return nil
  }
}

extension Bytes {
  /// Whether one byte more, one less, another one, or two neighbours exchanged make these of others.
  fileprivate func isOneStep(from other: Bytes) -> Bool {
    if count == other.count {
      let different = indices.filter { self[$0] != other[$0] }
      if different.count == 1 { return true }
      guard different.count == 2, different[1] == different[0] + 1 else { return false }
      return self[different[0]] == other[different[1]] && self[different[1]] == other[different[0]]
    }
    let (short, long) = count < other.count ? (self, other) : (other, self)
    guard long.count - short.count == 1 else { return false }
    return long.indices.contains { long[..<$0] + long[($0 + 1)...] == short[...] }
  }
}
