internal import TermAnalysis

/// What a search asks of a row, in terms.
indirect enum SearchNode: Sendable {
  /// A word, a prefix or a phrase, by its place in `SearchPlan.leaves`.
  case leaf(Int)
  /// All that are required and none that are excluded; where none is required, one of the optional ones.
  case level(required: [SearchNode], optional: [SearchNode], excluded: [SearchNode])
}

/// A term that a leaf looks for.
struct SearchPart: Hashable, Sendable {
  var list: SearchLayout.List
  var term: [UInt8]
  /// Whether it is the beginning of the terms that are meant.
  var isPrefix = false
  /// Its place behind the first part's, in positions.
  var offset = 0
  /// Which word of a phrase it is, or is a part of.
  var word = 0
}

/// A word, a prefix, a phrase, or words near each other.
struct SearchLeaf: Sendable {
  enum Form: Hashable, Sendable {
    /// One part.
    case term
    /// Parts at their offsets from each other in one field.
    case phrase
    /// Parts within so many words, in any order; the fields count as one text.
    case near(Int)
  }

  var form: Form
  var parts: [SearchPart]
  /// A term that does as well: `obrien` for `o'brien`.
  var alternative: SearchPart?
  /// What the leaf's part of a score is multiplied by; 0 where it only excludes.
  var weight: Double
  /// The word as it was written, for messages; `nil` for a phrase.
  var word: String?

  /// What it looks for, whatever that is worth.
  struct Sought: Hashable, Sendable {
    let form: Form
    let parts: [SearchPart]
    let alternative: SearchPart?
  }

  var sought: Sought { Sought(form: form, parts: parts, alternative: alternative) }

  /// Whether its score counts how often it stands in a row: of the beginning of a word, only that it does.
  var countsOccurrences: Bool {
    switch form {
    case .term: parts[0].list == .words && !parts[0].isPrefix && alternative == nil
    case .phrase: true
    case .near: false
    }
  }
}

extension SearchPart {
  /// Whether a token stands for the part.
  func matches(_ terms: SearchTerms, _ field: Int, _ place: Int) -> Bool {
    let token = terms.fields[field].tokens[place]
    switch list {
    case .pairs: guard token.kind == .bigram else { return false }
    case .reversed:
      guard token.isDigits, !terms.isPassedOver(field, place) else { return false }
      var reversed: [UInt8] = []
      terms.fields[field].appendReversedTerm(of: token, to: &reversed)
      return isPrefix ? reversed.starts(with: term) : reversed == term
    default: guard token.kind != .bigram, !terms.isPassedOver(field, place) else { return false }
    }
    let key = terms.fields[field].key(of: token)
    return isPrefix ? key.starts(with: term) : key.elementsEqual(term)
  }

  /// How often the part stands in each field, up to 255.
  func counts(_ terms: SearchTerms) -> SIMD8<UInt8> {
    var counts = SIMD8<UInt8>(repeating: 0)
    for field in terms.fields.indices {
      for place in terms.fields[field].tokens.indices where matches(terms, field, place) && counts[field] < 255 {
        counts[field] += 1
      }
    }
    return counts
  }
}

extension SearchLeaf {
  /// How often the leaf stands in each field of a row, up to 255; `nil` when it does not.
  func counts(_ terms: SearchTerms) -> SIMD8<UInt8>? {
    var counts: SIMD8<UInt8>
    switch form {
    case .term: counts = parts[0].counts(terms)
    case .phrase: counts = phraseCounts(terms)
    case .near(let distance):
      counts = SIMD8(repeating: 0)
      if isNear(terms, distance) { counts[0] = 1 }
    }
    if let alternative {
      let more = alternative.counts(terms)
      let room = SIMD8<UInt8>(repeating: 255) &- counts
      counts = counts &+ pointwiseMin(more, room)
    }
    return counts == SIMD8(repeating: 0) ? nil : counts
  }

  private func phraseCounts(_ terms: SearchTerms) -> SIMD8<UInt8> {
    var counts = SIMD8<UInt8>(repeating: 0)
    for field in terms.fields.indices {
      counts[field] = UInt8(min(Self.positions(of: parts[...], terms, field).count, 255))
    }
    return counts
  }

  /// Whether every word stands within `distance` words in a row. Each one's places are gone through from the left, so
  /// that the shortest stretch that ends at each place is seen.
  private func isNear(_ terms: SearchTerms, _ distance: Int) -> Bool {
    let words = parts.chunked { $0.word == $1.word }
    var places: [(place: Int, word: Int)] = []
    var start = 0
    for field in terms.fields.indices {
      let tokens = terms.fields[field].tokens
      let starts = tokens.filter { $0.kind == .word }.map(\.position)
      for (word, parts) in words.enumerated() {
        for position in Self.positions(of: parts, terms, field) {
          places.append((start + (starts.lastIndex { $0 <= position } ?? 0), word))
        }
      }
      start += starts.count
    }
    places.sort { $0.place < $1.place }
    var last = [Int?](repeating: nil, count: words.count)
    for (place, word) in places {
      last[word] = place
      let first = last.reduce(place) { first, seen in min(first, seen ?? Int.min) }
      if first != Int.min && place - first < distance { return true }
    }
    return false
  }

  /// Where parts stand at their offsets from each other in a field: the positions of the first one.
  private static func positions(of parts: ArraySlice<SearchPart>, _ terms: SearchTerms, _ field: Int) -> [Int] {
    guard let first = parts.first else { return [] }
    let tokens = terms.fields[field].tokens
    return tokens.indices.filter { place in
      first.matches(terms, field, place)
        && parts.dropFirst().allSatisfy { part in
          let position = tokens[place].position + part.offset - first.offset
          return tokens.indices.contains { tokens[$0].position == position && part.matches(terms, field, $0) }
        }
    }.map { tokens[$0].position }
  }
}

extension [SearchPart] {
  /// The parts in rows of those that belong together.
  fileprivate func chunked(by belongs: (SearchPart, SearchPart) -> Bool) -> [ArraySlice<SearchPart>] {
    var chunks: [ArraySlice<SearchPart>] = []
    var start = 0
    for end in indices where end + 1 == count || !belongs(self[end], self[end + 1]) {
      chunks.append(self[start...end])
      start = end + 1
    }
    return chunks
  }
}
