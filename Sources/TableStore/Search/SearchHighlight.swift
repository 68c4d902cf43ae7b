internal import TermAnalysis

/// What of a column a search is about.
public struct SearchHighlight: Hashable, Sendable {
  /// The column's SQL name; of a member of JSON, its path behind it: `metadata.content.text`.
  public var column: String
  /// The column's text, as it is stored; of a JSON column the member's.
  public var text: String
  /// The bytes of the text's UTF-8 that match, in order, without overlaps.
  public var ranges: [Range<Int>]

  /// The text with marks around what matches.
  ///
  /// - Parameters:
  ///   - start: what is put in front of each place.
  ///   - end: what is put behind it.
  ///   - escape: what is made of each piece of the text. Without it the text stands as it is stored: what goes into a page
  ///     of HTML has to have its `&`, `<`, `>` and quotes replaced here.
  public func marked(
    _ start: String = "<b>", _ end: String = "</b>", escape: (String) -> String = { $0 }
  ) -> String {
    let bytes = Array(text.utf8)
    func piece(_ range: Range<Int>) -> String { escape(String(decoding: bytes[range], as: UTF8.self)) }
    var (marked, position) = ("", 0)
    for range in ranges {
      marked += piece(position..<range.lowerBound) + start + piece(range) + end
      position = range.upperBound
    }
    return marked + piece(position..<bytes.count)
  }
}

/// Finds in rows what a search is about.
struct SearchMarker {
  private let engine: SearchEngine
  private let leaves: [SearchLeaf]
  private var texts = SearchTexts()
  private var terms = SearchTerms()

  init(_ engine: SearchEngine) {
    self.engine = engine
    leaves = engine.plan.leaves.filter { $0.weight != 0 }
  }

  /// The columns that have a match.
  mutating func highlights(_ row: borrowing RowReader) throws -> [SearchHighlight] {
    try texts.fill(row, engine.index)
    try terms.fill(texts)
    var found: [SearchHighlight] = []
    for field in terms.fields.indices {
      var ranges: [Range<Int>] = []
      for leaf in leaves { leaf.addRanges(terms, field, to: &ranges) }
      guard !ranges.isEmpty else { continue }
      found.append(
        SearchHighlight(
          column: engine.name(of: field),
          text: texts.withText(field) { String(decoding: $0, as: UTF8.self) }, ranges: ranges.merged))
    }
    return found
  }
}

extension SearchLeaf {
  /// Adds the places where the leaf stands in a field.
  fileprivate func addRanges(_ terms: SearchTerms, _ field: Int, to ranges: inout [Range<Int>]) {
    let tokens = terms.fields[field].tokens
    func add(_ part: SearchPart, at position: Int? = nil) {
      for place in tokens.indices where position == nil || tokens[place].position == position {
        if part.matches(terms, field, place) { ranges.append(tokens[place].sourceRange) }
      }
    }
    if let alternative { add(alternative) }
    guard form == .phrase else { return parts.forEach { add($0) } }
    for place in tokens.indices where parts[0].matches(terms, field, place) {
      let start = tokens[place].position - parts[0].offset
      let isThere = parts.allSatisfy { part in
        tokens.indices.contains { tokens[$0].position == start + part.offset && part.matches(terms, field, $0) }
      }
      if isThere { for part in parts { add(part, at: start + part.offset) } }
    }
  }
}

extension [Range<Int>] {
  /// The ranges in order, those that touch or overlap as one.
  fileprivate var merged: [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
