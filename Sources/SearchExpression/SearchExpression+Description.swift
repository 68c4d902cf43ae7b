extension SearchExpression: CustomStringConvertible {
  /// The search as a text that reads back as an equal expression in boolean mode. Equal expressions have the same text.
  package var description: String { SearchClause.text(of: clauses) }
}

extension SearchClause: CustomStringConvertible {
  /// The clause as a text, operators included.
  package var description: String {
    let occurrence =
      switch occurrence {
      case .optional: ""
      case .required: "+"
      case .excluded: "-"
      }
    let weight =
      switch weight {
      case .normal: ""
      case .raised: ">"
      case .lowered: "<"
      case .negated: "~"
      }
    return occurrence + weight + operand.description
  }

  fileprivate static func text(of clauses: [SearchClause]) -> String {
    clauses.map(\.description).joined(separator: " ")
  }
}

extension SearchClause.Operand: CustomStringConvertible {
  /// The operand as a text.
  package var description: String {
    switch self {
    case .word(let word, let isPrefix): isPrefix ? word + "*" : word
    case .suffix(let digits): "*\(digits)"
    case .phrase(let words, nil): "\"\(words)\""
    case .phrase(let words, let distance?): "\"\(words)\" @\(distance)"
    case .group(let clauses): "(\(SearchClause.text(of: clauses)))"
    }
  }
}
