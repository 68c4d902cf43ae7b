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
      let tokens = terms.fields[field].tokens
      for place in tokens.indices where counts[field] < 255 && parts[0].matches(terms, field, place) {
        let start = tokens[place].position - parts[0].offset
        let isThere = parts.dropFirst().allSatisfy { part in
          tokens.indices.contains { tokens[$0].position == start + part.offset && part.matches(terms, field, $0) }
        }
        if isThere { counts[field] += 1 }
      }
    }
    return counts
  }

  /// Whether every part stands within `distance` words in a row. Each part's places are gone through from the left, so
  /// that the shortest stretch that ends at each place is seen.
  private func isNear(_ terms: SearchTerms, _ distance: Int) -> Bool {
    var places: [(position: Int, part: Int)] = []
    for field in terms.fields.indices {
      for (place, token) in terms.fields[field].tokens.enumerated() {
        for part in parts.indices where parts[part].matches(terms, field, place) {
          places.append((terms.starts[field] + token.position, part))
        }
      }
    }
    places.sort { $0.position < $1.position }
    var last = [Int?](repeating: nil, count: parts.count)
    for (position, part) in places {
      last[part] = position
      var first = position
      for seen in last {
        guard let seen else { first = Int.min; break }
        first = min(first, seen)
      }
      if first != Int.min && position - first < distance { return true }
    }
    return false
  }
}
