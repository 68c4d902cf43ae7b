/// Goes through a text that has been checked, forward only but for the blanks behind a phrase.
struct Scanner {
  let text: SearchText
  /// The place of the character that comes next.
  var position = 0
  /// How many times a character was looked at: the measure of the work done.
  private(set) var steps = 0
  /// How many words were counted.
  private var words = 0

  init(_ text: SearchText) { self.text = text }

  /// The character that comes next, nil behind the end.
  mutating func peek() -> (kind: CharacterKind, byteCount: Int)? {
    steps += 1
    guard position < text.bytes.count else { return nil }
    let (scalar, byteCount) = text.scalar(at: position)
    return (CharacterKind(scalar), byteCount)
  }

  /// Takes the character if it is of a kind.
  mutating func take(_ kind: CharacterKind) -> Bool {
    guard let next = peek(), next.kind == kind else { return false }
    position += next.byteCount
    return true
  }

  mutating func skipBlanks() {
    while take(.blank) {}
  }

  /// Reads to where a word would end, which may be at once.
  mutating func readRun() -> Run {
    var run = Run(position)
    while let next = peek(), !next.kind.endsWord {
      run.append(next.kind, next.byteCount)
      position += next.byteCount
    }
    return run
  }

  /// Counts a word, and refuses one too many.
  mutating func countWord(at offset: Int) throws(SearchExpressionError) {
    words += 1
    guard words <= SearchLimits.words else {
      throw text.failure(at: offset, expected: "at most \(SearchLimits.words) words", found: "more")
    }
  }

  /// Reads all that is left as words in natural mode.
  mutating func readWords() throws(SearchExpressionError) -> SearchExpression {
    var clauses: [SearchClause] = []
    var skipped: Range<Int>?
    while let next = peek() {
      guard !next.kind.endsWord else {
        if next.kind != .blank { skipped = skipped ?? position..<position + next.byteCount }
        position += next.byteCount
        continue
      }
      let run = readRun()
      guard let word = run.word else {
        skipped = skipped ?? run.range
        continue
      }
      try countWord(at: word.lowerBound)
      clauses.append(SearchClause(operand: .word(text.string(word), isPrefix: false), range: run.range))
    }
    guard !clauses.isEmpty else { throw text.noWord(skipped, before: position, expected: "a word") }
    return SearchExpression(clauses: clauses)
  }
}

/// A part of the text, and the word within.
struct Run {
  /// The whole of it.
  private(set) var range: Range<Int>
  /// From its first letter, digit or mark to its last.
  private var core: Range<Int>?
  private var hasLetter = false

  /// An empty run.
  init(_ start: Int) { range = start..<start }

  /// The word without what stands around it; nil where there is no letter and no digit.
  var word: Range<Int>? { hasLetter ? core : nil }

  /// Makes the run longer by the character that follows it.
  mutating func append(_ kind: CharacterKind, _ byteCount: Int) {
    let end = range.upperBound + byteCount
    if kind == .letter || kind == .mark { core = (core?.lowerBound ?? range.upperBound)..<end }
    if kind == .letter { hasLetter = true }
    range = range.lowerBound..<end
  }
}
