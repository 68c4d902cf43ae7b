extension Parser {
  /// `column [ASC|DESC], …`
  mutating func wholeOrderList() throws(ExpressionError) -> [OrderedColumn] {
    var columns: [OrderedColumn] = []
    var hasDirection = false
    repeat {
      let column = try column()
      let isDescending = isAtWord("DESC")
      hasDirection = isDescending || isAtWord("ASC")
      if hasDirection { try advance() }
      guard columns.count < ExpressionLimits.elements else { throw tooMany(at: column) }
      columns.append(OrderedColumn(column: column, isDescending: isDescending))
    } while try take(.symbol(","))
    guard token.kind == .end else {
      throw missing((hasDirection ? "" : "ASC, DESC, ") + "',' or the end", hint: tokenHint)
    }
    return columns
  }

  /// `column, …`
  mutating func wholeColumnList() throws(ExpressionError) -> [NamedColumn] {
    var columns: [NamedColumn] = []
    repeat {
      let column = try column()
      guard columns.count < ExpressionLimits.elements else { throw tooMany(at: column) }
      columns.append(column)
    } while try take(.symbol(","))
    guard token.kind == .end else { throw missing("',' or the end", hint: tokenHint) }
    return columns
  }

  private mutating func column() throws(ExpressionError) -> NamedColumn {
    let name: String
    switch token.kind {
    case .word(let word) where !isAtWord("ASC") && !isAtWord("DESC"): name = word
    case .name(let quoted): name = quoted
    default: throw missingColumn()
    }
    let column = NamedColumn(name: name, range: token.range)
    let first = token
    try advance()
    try refuseCallOrPath(first)
    return column
  }
}
