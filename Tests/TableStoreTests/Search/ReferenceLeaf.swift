import TermAnalysis

/// A word, a phrase or words near each other, by the definition, as rows are asked for it.
struct ReferenceLeaf {
  enum Form {
    case term, phrase
    case near(Int)
  }

  var wanted: [Wanted]
  var form = Form.term
  /// The whole without what joins it does as well.
  var joined: Wanted.Term?
  /// What its part of a score is multiplied by; 0 where it excludes.
  let weight: Double
  /// As it was written.
  var word: String?

  init(_ operand: AskedClause.Operand, weight: Double, _ terms: ReferenceTerms) {
    self.weight = weight
    switch operand {
    case .group: preconditionFailure("a group is no leaf")
    case .suffix(let digits):
      let tokens = terms.tokens(digits).0
      wanted = [Wanted(term: .init(kind: .digits, form: .end, bytes: terms.all[tokens[0].term]))]
    case .phrase(let text, let distance):
      wanted = Self.wanted(terms.tokens(text).0, terms)
      if wanted.count > 1 { form = distance.map { .near($0) } ?? .phrase }
    case .word(let word, let isPrefix):
      let (tokens, positions) = terms.tokens(word)
      self.word = word
      wanted = Self.wanted(tokens, terms)
      if isPrefix, let last = wanted.indices.last, wanted[last].term.kind == .word {
        wanted[last].term.form = .beginning
      }
      guard wanted.count > 1 else { return }
      form = .phrase
      if let whole = tokens.first(where: { $0.kind == .joined && $0.position == 0 && $0.length == positions }) {
        joined = .init(form: isPrefix ? .beginning : .whole, bytes: terms.all[whole.term])
      }
    }
  }

  /// Words; of those with characters of unspaced scripts, each two neighbours, and the parts that have none.
  private static func wanted(_ tokens: [ReferenceToken], _ terms: ReferenceTerms) -> [Wanted] {
    var wanted: [Wanted] = []
    for word in tokens where word.kind == .word {
      let places = word.position..<word.position + word.length
      let parts = tokens.filter { places.contains($0.position) && $0.kind != .word && $0.kind != .joined }
      let pairs = parts.filter { $0.kind == .bigram && $0.length == 2 }
      func add(_ token: ReferenceToken, _ kind: TermKind, _ form: Wanted.Term.Form = .whole) {
        wanted.append(
          Wanted(
            term: .init(kind: kind, form: form, bytes: terms.all[token.term]), offset: token.position,
            word: word.position))
      }
      guard parts.contains(where: { $0.kind == .bigram }) else {
        add(word, .word)
        continue
      }
      for place in places {
        if let pair = pairs.first(where: { $0.position == place }) {
          add(pair, .pair)
        } else if pairs.contains(where: { $0.position + 1 == place }) {
          continue
        } else if let lone = parts.first(where: { $0.kind == .bigram && $0.position == place }) {
          add(lone, .pair, .beginning)
        } else {
          for part in parts where part.kind == .segment && part.position == place && part.length == 1 {
            add(part, .word)
          }
        }
      }
    }
    return wanted
  }

  /// Whether a score counts how often it stands in a row.
  var countsOccurrences: Bool {
    switch form {
    case .term: wanted.first.map { $0.term.kind == .word && $0.term.form == .whole } ?? true
    case .phrase: true
    case .near: false
    }
  }

  /// How often it stands in each field, up to 255; `nil` where it does not stand in the row.
  func counts(_ row: ReferenceTexts, _ terms: ReferenceTerms) -> [Int]? {
    var found: [Int]?
    switch form {
    case .term: found = wanted.first.flatMap { row.counts($0.term, terms) }
    case .phrase: found = phrases(row, terms).map { $0.map { min($0, 255) } }
    case .near(let distance): found = isNear(row, distance, terms) ? row.fields.map { _ in 1 } : nil
    }
    guard let more = joined.flatMap({ row.counts($0, terms) }) else { return found }
    return found.map { zip($0, more).map { min(255, $0 + $1) } } ?? more
  }

  private func hasAll(_ row: ReferenceTexts, _ terms: ReferenceTerms) -> Bool {
    wanted.allSatisfy { row.counts($0.term, terms) != nil }
  }

  /// How often the words follow each other: once for each token that fits the first of them.
  private func phrases(_ row: ReferenceTexts, _ terms: ReferenceTerms) -> [Int]? {
    guard hasAll(row, terms) else { return nil }
    let counts = row.fields.indices.map { field in
      let places = wanted.map { part in row.tokens(field, part.term, terms).map { $0.position - part.offset } }
      let later = places.dropFirst().map { Set($0) }
      return places[0].count { start in later.allSatisfy { $0.contains(start) } }
    }
    return counts.contains { $0 > 0 } ? counts : nil
  }

  /// Whether some stretch of so many words has all of them; the fields follow each other.
  private func isNear(_ row: ReferenceTexts, _ distance: Int, _ terms: ReferenceTerms) -> Bool {
    guard hasAll(row, terms) else { return false }
    var places: [Int: Set<Int>] = [:]
    for (word, parts) in Dictionary(grouping: wanted, by: \.word) {
      for field in row.fields.indices {
        let starts = parts.map { part in Set(row.tokens(field, part.term, terms).map { $0.position - part.offset }) }
        for start in starts.dropFirst().reduce(starts[0], { $0.intersection($1) }) {
          places[word, default: []].insert(row.number(ofWordAt: start + parts[0].offset, in: field))
        }
      }
    }
    guard places.count == Set(wanted.map(\.word)).count else { return false }
    return places.values.joined().contains { start in
      places.values.allSatisfy { $0.contains { (start..<start + distance).contains($0) } }
    }
  }

  /// Marks the bytes of a field that it is about.
  func mark(_ row: ReferenceTexts, _ field: Int, _ terms: ReferenceTerms, in marks: inout [Bool]) {
    func add(_ tokens: [ReferenceToken]) {
      for token in tokens { for byte in token.source { marks[byte] = true } }
    }
    if let joined { add(row.tokens(field, joined, terms)) }
    let tokens = wanted.map { row.tokens(field, $0.term, terms) }
    guard case .phrase = form else { return tokens.forEach(add) }
    let starts = zip(wanted, tokens).map { part, tokens in Set(tokens.map { $0.position - part.offset }) }
    let common = starts.dropFirst().reduce(starts[0]) { $0.intersection($1) }
    for (part, tokens) in zip(wanted, tokens) { add(tokens.filter { common.contains($0.position - part.offset) }) }
  }
}
