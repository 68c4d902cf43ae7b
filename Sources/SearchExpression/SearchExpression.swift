/// What a search asks for.
///
/// The clauses say which rows match, as in MySQL's boolean mode: all required ones, none of the excluded ones, and
/// where none is required, one or more of the optional ones. Those with `~` only change the rank of what others match.
/// Where all are excluded, nothing matches.
///
/// What holds for every expression that was read from a text:
/// 1. There is a clause, and one in every group. Groups lie within each other at most `SearchLimits.depth` deep.
/// 2. Every word and every phrase has a letter or a digit, and begins and ends with a letter, a digit, a mark or an
///    underscore. A word has nothing in it that parts words (see `SearchText`), a phrase no double quotes.
/// 3. An excluded clause has the normal weight.
package struct SearchExpression: Hashable, Sendable {
  /// The clauses in the order of the text, one or more.
  package var clauses: [SearchClause]
}

/// A word, a phrase or a group, with its operators. Two clauses that say the same are equal, wherever they stand.
package struct SearchClause: Sendable {
  /// Whether the operand has to be there.
  package var occurrence: Occurrence = .optional
  /// What the operand does to the rank.
  package var weight: Weight = .normal
  /// What is looked for.
  package var operand: Operand
  /// The bytes of the text that say it, operators included. Read alone, they are the same clause, but for the words of
  /// `+john,doe`, which an operator in front of both requires.
  package var range: Range<Int> = 0..<0

  /// Whether something has to be there for a row to match.
  package enum Occurrence: Hashable, Sendable {
    /// No operator: it adds to the rank, and it is enough where nothing is required.
    case optional
    /// `+`
    case required
    /// `-`
    case excluded
  }

  /// How much something adds to the rank of a row that has it.
  package enum Weight: Hashable, Sendable {
    case normal
    /// `>`
    case raised
    /// `<`
    case lowered
    /// `~`: it takes from the rank instead, and is not enough for a row to match.
    case negated
  }

  /// What a clause looks for.
  package enum Operand: Hashable, Sendable {
    /// A word as it is written, which may be several terms of an index: `john.doe@example.com`. With `*` the last of
    /// its terms is the beginning of one.
    case word(String, isPrefix: Bool)
    /// Numbers that end in these ASCII digits.
    case suffix(String)
    /// Words that follow each other, or with `@N` lie within that many words in any order.
    case phrase(String, distance: Int?)
    /// A part in parentheses, with one clause or more.
    case group([SearchClause])
  }
}

extension SearchClause: Hashable {
  package static func == (left: SearchClause, right: SearchClause) -> Bool {
    left.occurrence == right.occurrence && left.weight == right.weight && left.operand == right.operand
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(occurrence)
    hasher.combine(weight)
    hasher.combine(operand)
  }
}
