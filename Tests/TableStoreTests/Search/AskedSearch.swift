import TestSupport

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

  /// One in front of words with no blank between them is about all of them.
  var sign = Sign.optional {
    didSet {
      guard written != nil, case .group(var words) = operand else { return }
      for place in words.indices { words[place].sign = sign == .optional ? .optional : .required }
      operand = .group(words)
    }
  }
  var weight = Weight.normal
  var operand: Operand
  /// How the operand is written, where not as it usually is.
  var written: String?

  /// Words with no blank between them.
  init(words text: String, isPrefix: Bool) {
    let words = SearchWords(text).boolean
    guard words.count > 1 else {
      operand = .word(text, isPrefix: isPrefix)
      return
    }
    let clauses = words.dropLast().map { AskedClause(operand: .word($0, isPrefix: false)) }
    operand = .group(clauses + [AskedClause(operand: .word(words[words.count - 1], isPrefix: isPrefix))])
    written = text + (isPrefix ? "*" : "")
  }

  init(operand: Operand, written: String? = nil) { (self.operand, self.written) = (operand, written) }

  var text: String { sign.rawValue + weight.rawValue + (written ?? usual) }

  private var usual: String {
    switch operand {
    case .word(let word, let isPrefix): isPrefix ? word + "*" : word
    case .suffix(let digits): "*" + digits
    case .phrase(let words, let distance): "\"\(words)\"" + (distance.map { " @\($0)" } ?? "")
    case .group(let clauses): "(" + clauses.searchText + ")"
    }
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
  /// What a text asks for in natural mode.
  init(natural text: String) {
    self = SearchWords(text).natural.enumerated().map { place, word in
      AskedClause(operand: .word(word, isPrefix: false), written: place == 0 ? text : "")
    }
  }

  var searchText: String { map(\.text).joined(separator: " ") }
}

/// A search of one index.
struct AskedSearch {
  var index: LetterIndex
  var mode: SearchMode
  var clauses: [AskedClause]

  var text: String { clauses.searchText }
}
