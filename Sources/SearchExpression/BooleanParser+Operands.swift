extension BooleanParser {
  /// Takes words with nothing like a blank between them, the last with its `*`, or what has neither letter nor digit and
  /// is nothing. Operators are about all of the words, as in InnoDB: `+john,doe` is `+(+john +doe)`.
  mutating func readWords(_ operators: Operators) throws(SearchExpressionError) {
    let (range, words) = scanner.readOperand()
    guard let last = words.last else {
      guard operators.isEmpty, scanner.peek()?.kind != .asterisk else {
        throw text.noWord(range, before: range.upperBound, expected: Self.operand)
      }
      groups[groups.count - 1].skipped = groups[groups.count - 1].skipped ?? range
      return
    }
    for word in words { try scanner.countWord(at: word.range.lowerBound) }
    let isPrefix = scanner.take(.asterisk)
    if isPrefix { try requireEnd(after: "'*'", hint: "'*' stands only at the end of a word") }
    guard words.count > 1 else { return append(.word(text.string(last.range), isPrefix: isPrefix), operators) }
    let occurrence: SearchClause.Occurrence = operators.occurrence == nil ? .optional : .required
    var clauses = words.map { word in
      SearchClause(
        occurrence: occurrence, operand: .word(text.string(word.range), isPrefix: false), range: word.range)
    }
    let start = last.range.lowerBound
    clauses[words.count - 1] = SearchClause(
      occurrence: occurrence, operand: .word(text.string(last.range), isPrefix: isPrefix),
      range: start..<scanner.position)
    if operators.isEmpty {
      groups[groups.count - 1].clauses += clauses
    } else {
      try requireDepth(at: range.lowerBound)
      append(.group(clauses), operators)
    }
  }

  /// Whether an asterisk or an ellipsis comes, with a digit right behind it: the end of a number.
  var isSuffix: Bool {
    let rest = text.bytes[scanner.position...]
    guard let mark = Self.suffixMarks.first(where: { rest.starts(with: $0) }) else { return false }
    return rest.dropFirst(mark.count).first.map(Self.isDigit) ?? false
  }

  private static let suffixMarks = ["*", "…", "..."].map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte ^ 0x30 < 10 }

  /// Takes the end of a number.
  mutating func readSuffix(_ operators: Operators) throws(SearchExpressionError) {
    while !Self.isDigit(text.bytes[scanner.position]) { scanner.position += 1 }
    let (range, words) = scanner.readOperand()
    try scanner.countWord(at: range.lowerBound)
    guard words.count == 1, text.bytes[words[0].range].allSatisfy(Self.isDigit) else {
      throw text.failure(
        at: range.lowerBound, expected: "digits alone", found: "'\(text.excerpt(range))'",
        hint: "'*' in front asks for numbers that end so")
    }
    try requireEnd(after: "the digits", hint: "'*' stands at one end only")
    append(.suffix(text.string(words[0].range)), operators)
  }

  /// Takes a phrase with its distance.
  mutating func readPhrase(_ operators: Operators) throws(SearchExpressionError) {
    let start = scanner.position
    _ = scanner.take(.quote)
    let words = try readQuoted(from: start)
    let distance = try readDistance()
    append(.phrase(text.string(words), distance: distance), operators)
  }

  /// Takes what is in quotes, and the quote that closes it.
  private mutating func readQuoted(from start: Int) throws(SearchExpressionError) -> Range<Int> {
    var phrase = Run(scanner.position)
    var word = Run(scanner.position)
    while let next = scanner.peek(), next.kind != .quote {
      if next.kind == .blank { word = Run(scanner.position) }
      let hadLetter = word.word != nil
      if next.kind != .blank { word.append(next.kind, next.byteCount) }
      if !hadLetter, word.word != nil { try scanner.countWord(at: scanner.position) }
      phrase.append(next.kind, next.byteCount)
      scanner.position += next.byteCount
    }
    guard scanner.take(.quote) else {
      throw text.failure(
        at: start, expected: "a closing \" for the phrase that begins here", found: text.describe(at: scanner.position))
    }
    guard let words = phrase.word else {
      let isEmpty = phrase.range.isEmpty
      throw text.failure(
        at: phrase.range.lowerBound, expected: "a word within the quotes",
        found: isEmpty ? "none" : "'\(text.excerpt(phrase.range))'",
        hint: isEmpty ? nil : "a word has a letter or a digit")
    }
    return words
  }

  /// Takes the `@N` behind a phrase.
  private mutating func readDistance() throws(SearchExpressionError) -> Int? {
    let end = scanner.position
    scanner.skipBlanks()
    guard scanner.peek() != nil, text.bytes[scanner.position] == UInt8(ascii: "@") else {
      scanner.position = end
      return nil
    }
    scanner.position += 1
    let start = scanner.position
    var distance = 0
    while scanner.peek()?.kind == .letter, case let digit = text.bytes[scanner.position] ^ 0x30, digit < 10 {
      // Beyond the limit it does not matter by how much.
      distance = min(distance * 10 + Int(digit), SearchLimits.distance + 1)
      scanner.position += 1
    }
    guard (1...SearchLimits.distance).contains(distance) else {
      throw text.failure(
        at: start, expected: "a number from 1 to \(SearchLimits.distance) after '@'",
        found: start == scanner.position ? text.describe(at: start) : text.excerpt(start..<scanner.position),
        hint: "behind a phrase '@' says how many words it may span")
    }
    try requireEnd(after: "the distance", hint: nil)
    return distance
  }

  mutating func openGroup(_ operators: Operators) throws(SearchExpressionError) {
    try requireDepth(at: scanner.position)
    groups.append(Group(operators: operators, offset: scanner.position))
    _ = scanner.take(.open)
  }

  /// Refuses one more group within those that are open, where that would be too deep.
  private func requireDepth(at offset: Int) throws(SearchExpressionError) {
    guard groups.count <= SearchLimits.depth else {
      throw text.failure(at: offset, expected: "at most \(SearchLimits.depth) levels of nesting", found: "more")
    }
  }

  mutating func closeGroup() throws(SearchExpressionError) {
    guard groups.count > 1 else {
      throw text.failure(at: scanner.position, expected: "a word or the end", found: "')'", hint: "no '(' is open")
    }
    let clauses = try lastClauses(expected: "\(Self.operand) after '('")
    let operators = groups.removeLast().operators
    _ = scanner.take(.close)
    append(.group(clauses), operators)
  }

  /// Takes the end of the text: the clauses of the whole search.
  func takeEnd() throws(SearchExpressionError) -> [SearchClause] {
    guard groups.count == 1 else {
      throw text.failure(
        at: groups[groups.count - 1].offset, expected: "a ')' for the '(' that stands here",
        found: text.describe(at: scanner.position))
    }
    return try lastClauses(expected: Self.operand)
  }

  private func lastClauses(expected: String) throws(SearchExpressionError) -> [SearchClause] {
    let group = groups[groups.count - 1]
    guard !group.clauses.isEmpty else {
      throw text.noWord(group.skipped, before: scanner.position, expected: expected)
    }
    return group.clauses
  }
}
