import SearchExpression

extension SearchExpression {
  /// The clauses in brackets, what they are first: `(required (prefix john)) (any a b)`.
  var outline: String { clauses.map(\.outline).joined(separator: " ") }
}

extension SearchClause {
  /// The clause and its operators in brackets.
  var outline: String {
    var names: [String] = []
    if occurrence != .optional { names.append("\(occurrence)") }
    if weight != .normal { names.append("\(weight)") }
    let inner =
      switch operand {
      case .word(let word, isPrefix: false): word
      case .word(let word, isPrefix: true): "(prefix \(word))"
      case .suffix(let digits): "(suffix \(digits))"
      case .phrase(let words, nil): "(phrase \(words))"
      case .phrase(let words, let distance?): "(near \(distance) \(words))"
      case .group(let clauses): "(any \(clauses.map(\.outline).joined(separator: " ")))"
      }
    return names.isEmpty ? inner : "(\(names.joined(separator: " ")) \(inner))"
  }
}

/// The outline of a search in boolean mode, or the error.
func outline(_ text: String) -> String {
  do { return try SearchText(text).boolean().outline } catch { return error.description }
}

/// The outline of a search in natural mode, or the error.
func naturalOutline(_ text: String) -> String {
  do { return try SearchText(text).natural().outline } catch { return error.description }
}

/// A text many times.
func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
