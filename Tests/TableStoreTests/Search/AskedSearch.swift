@testable import TableStore

/// A search as a test puts it together: the text that says it, and, apart from any parser, what it says.
struct AskedClause {
  enum Sign: String, CaseIterable { case optional = "", required = "+", excluded = "-" }
  enum Weight: String, CaseIterable { case normal = "", raised = ">", lowered = "<", negated = "~" }

  indirect enum Operand {
    case word(String, isPrefix: Bool)
    case suffix(String)
    case phrase(String, distance: Int?)
    case group([AskedClause])
  }

  var sign = Sign.optional
  var weight = Weight.normal
  var operand: Operand

  var text: String {
    let operand =
      switch operand {
      case .word(let word, let isPrefix): isPrefix ? word + "*" : word
      case .suffix(let digits): "*" + digits
      case .phrase(let words, let distance): "\"\(words)\"" + (distance.map { " @\($0)" } ?? "")
      case .group(let clauses): "(" + clauses.searchText + ")"
      }
    return sign.rawValue + weight.rawValue + operand
  }

  var factor: Double {
    switch weight {
    case .normal: 1
    case .raised: 2
    case .lowered: 0.5
    case .negated: -0.5
    }
  }
}

extension [AskedClause] {
  var searchText: String { map(\.text).joined(separator: " ") }
}

/// A search of one index.
struct AskedSearch {
  var index: LetterIndex
  var mode: SearchMode
  var clauses: [AskedClause]

  var text: String { clauses.searchText }
}
