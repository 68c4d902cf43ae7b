internal import SearchExpression
internal import TermAnalysis

/// A search in terms of an index: what a row is asked, and what it is worth.
struct SearchPlan: Sendable {
  private(set) var leaves: [SearchLeaf] = []
  private(set) var root = SearchNode.level(required: [], optional: [], excluded: [])
  /// For each leaf the first one that looks for the same.
  private(set) var twins: [Int] = []
  private var firsts: [SearchLeaf.Sought: Int] = [:]
  /// By the first one that looks for the same, a leaf that decides on rows and is in no group.
  private(set) var outermost: [Int: Int] = [:]

  /// A text becomes at most so many terms: each costs a stream of postings.
  static let mostTerms = 4_096

  /// What asks for nothing.
  static let empty = SearchPlan()

  private init() {}

  /// Asks for one term.
  init(_ part: SearchPart) {
    append(SearchLeaf(form: .term, parts: [part], weight: 1))
    root = .leaf(0)
    outermost = [0: 0]
  }

  /// - Throws: `.invalidValue` with the place in the text where it is wrong.
  init(_ text: String, _ mode: SearchMode) throws {
    let source = SearchText(text)
    let expression: SearchExpression
    do throws(SearchExpressionError) {
      expression = mode == .boolean ? try source.boolean() : try source.natural()
    } catch {
      throw Self.unreadable(source, error)
    }
    root = try level(expression.clauses, weight: 1, source)
    guard case .level(let required, let optional, let excluded) = root else { return }
    for case .leaf(let place) in (required.isEmpty ? optional : required) + excluded { outermost[twins[place]] = place }
  }

  private mutating func append(_ leaf: SearchLeaf) {
    let first = firsts[leaf.sought, default: leaves.count]
    firsts[leaf.sought] = first
    twins.append(first)
    leaves.append(leaf)
  }

  /// Adds a part of a level, unless the level asks for the same already: once more it would only cost.
  private func append(_ node: SearchNode, to nodes: inout [SearchNode]) {
    if case .leaf(let place) = node {
      let isThere = nodes.contains { other in
        if case .leaf(let other) = other { twins[other] == twins[place] } else { false }
      }
      guard !isThere else { return }
    }
    nodes.append(node)
  }

  private mutating func level(_ clauses: [SearchClause], weight: Double, _ source: SearchText) throws -> SearchNode {
    var (required, optional, excluded): ([SearchNode], [SearchNode], [SearchNode]) = ([], [], [])
    for clause in clauses {
      let factor =
        switch clause.weight {
        case .normal: 1.0
        case .raised: 2.0
        case .lowered: 0.5
        case .negated: -0.5
        }
      let node = try node(clause, weight: clause.occurrence == .excluded ? 0 : weight * factor, source)
      switch clause.occurrence {
      case .required: append(node, to: &required)
      case .excluded: append(node, to: &excluded)
      // What only lowers the score finds no row.
      case .optional: if clause.weight != .negated { append(node, to: &optional) }
      }
    }
    return .level(required: required, optional: optional, excluded: excluded)
  }

  private mutating func node(_ clause: SearchClause, weight: Double, _ source: SearchText) throws -> SearchNode {
    var leaf: SearchLeaf
    switch clause.operand {
    case .group(let clauses): return try level(clauses, weight: weight, source)
    case .suffix(let digits): leaf = try SearchLeaf(suffix: digits, weight: weight)
    case .word(let word, let isPrefix): leaf = try SearchLeaf(word: word, isPrefix: isPrefix, weight: weight)
    case .phrase(let words, let distance): leaf = try SearchLeaf(phrase: words, distance: distance, weight: weight)
    }
    if leaf.parts.isEmpty { leaf.parts = [SearchPart(list: .words, term: [])] }
    append(leaf)
    guard leaves.reduce(0, { $0 + $1.parts.count }) <= Self.mostTerms else {
      throw Self.unreadable(
        source,
        source.failure(at: clause.range.lowerBound, expected: "at most \(Self.mostTerms) terms", found: "more"))
    }
    return .leaf(leaves.count - 1)
  }

  private static func unreadable(_ source: SearchText, _ error: SearchExpressionError) -> StoreError {
    StoreError(.invalidValue, "the search cannot be read \(error)\n\(source.marked(error))")
  }
}

extension SearchLeaf {
  /// A word as it is written may be several terms: it is then a phrase of them, or the whole without what joins them.
  fileprivate init(word: String, isPrefix: Bool, weight: Double) throws {
    let tokens = try Self.tokens(word)
    parts = Self.parts(tokens)
    form = parts.count == 1 ? .term : .phrase
    self.weight = weight
    self.word = word
    if isPrefix, let last = parts.indices.last, parts[last].list == .words { parts[last].isPrefix = true }
    guard parts.count > 1 else { return }
    let whole = tokens.tokens.first { $0.kind == .joined && $0.position == 0 && $0.length == tokens.positionCount }
    if let whole, !(word.utf8.contains(UInt8(ascii: "@")) && !whole.isDigits) {
      alternative = SearchPart(list: .words, term: Array(tokens.key(of: whole)), isPrefix: isPrefix)
    }
  }

  /// Numbers that end so.
  fileprivate init(suffix digits: String, weight: Double) throws {
    let tokens = try Self.tokens(String(digits.reversed()))
    let term = tokens.tokens.first.map { Array(tokens.key(of: $0)) } ?? []
    (form, self.weight) = (.term, weight)
    parts = [SearchPart(list: .reversed, term: term, isPrefix: true)]
  }

  /// Words behind each other, or near each other.
  fileprivate init(phrase: String, distance: Int?, weight: Double) throws {
    let tokens = try Self.tokens(phrase)
    parts = Self.parts(tokens)
    form = parts.count == 1 ? .term : distance.map { $0 > 0 ? .near($0) : .phrase } ?? .phrase
    self.weight = weight
  }

  private static func tokens(_ text: String) throws -> TokenList {
    var texts = SearchTexts()
    texts.append(text)
    var terms = SearchTerms()
    try terms.fill(texts)
    return terms.fields[0]
  }

  /// The terms that together are a text: its words; of scripts without spaces, each two neighbouring characters, or the
  /// one that may be followed by any. What else such a word has, a part of another script, is a term of its own.
  private static func parts(_ tokens: TokenList) -> [SearchPart] {
    var parts: [SearchPart] = []
    var (word, inside) = (Token?.none, [Token]())
    // A word's parts come behind it.
    for token in tokens.tokens where token.kind != .joined {
      if token.kind == .word {
        if let word { append(word, inside, tokens, to: &parts) }
        (word, inside) = (token, [])
      } else {
        inside.append(token)
      }
    }
    if let word { append(word, inside, tokens, to: &parts) }
    return parts
  }

  /// Adds the terms of one word.
  private static func append(_ word: Token, _ inside: [Token], _ tokens: TokenList, to parts: inout [SearchPart]) {
    let number = (parts.last?.word ?? -1) + 1
    func part(_ token: Token, _ list: SearchLayout.List, isPrefix: Bool = false) -> SearchPart {
      SearchPart(
        list: list, term: Array(tokens.key(of: token)), isPrefix: isPrefix, offset: token.position, word: number)
    }
    let pairs = inside.filter { $0.kind == .bigram && $0.length == 2 }
    let paired = Set(pairs.flatMap { $0.position..<$0.position + 2 })
    let single = inside.filter { $0.kind == .bigram && $0.length == 1 && !paired.contains($0.position) }
    let unspaced = paired.union(single.map(\.position))
    guard !unspaced.isEmpty else { return parts.append(part(word, .words)) }
    let rest = inside.filter { $0.kind == .segment && $0.length == 1 && !unspaced.contains($0.position) }
    let all =
      pairs.map { part($0, .pairs) } + single.map { part($0, .pairs, isPrefix: true) } + rest.map { part($0, .words) }
    parts += all.sorted { $0.offset < $1.offset }
  }
}
