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

  /// Reads to where an operand would end, which may be at once: the whole, and the words in it.
  mutating func readOperand() -> (range: Range<Int>, words: [Word]) {
    let start = position
    var words: [Word] = []
    var (word, part, parts) = (Run(start), Run(start), [Range<Int>]())
    while true {
      let next = peek().flatMap { $0.kind.endsOperand ? nil : $0 }
      let endsWord = next.map { $0.kind == .other && !isWithinNumber } ?? true
      if endsWord || next?.kind == .joiner || next?.kind == .sign || next?.kind == .other {
        if let found = part.word { parts.append(found) }
        part = Run(position + (next?.byteCount ?? 0))
      } else if let next {
        part.append(next.kind, next.byteCount)
      }
      if endsWord {
        if let found = word.word { words.append(Word(range: found, parts: parts)) }
        (word, parts) = (Run(position + (next?.byteCount ?? 0)), [])
      } else if let next {
        word.append(next.kind, next.byteCount)
      }
      guard let next else { return (start..<position, words) }
      position += next.byteCount
    }
  }

  /// Whether a slash between two digits comes: it stands within a phone number or a date.
  private var isWithinNumber: Bool {
    guard text.bytes[position] == UInt8(ascii: "/"), position > 0, position + 1 < text.bytes.count else { return false }
    var before = position - 1
    while text.bytes[before].isContinuation { before -= 1 }
    return [before, position + 1].allSatisfy { text.scalar(at: $0).scalar.properties.numericType == .decimal }
  }

  /// Counts a word, and refuses one too many.
  mutating func countWord(at offset: Int) throws(SearchExpressionError) {
    words += 1
    guard words <= SearchLimits.words else {
      throw text.failure(at: offset, expected: "at most \(SearchLimits.words) words", found: "more")
    }
  }

  /// Reads all that is left as words in natural mode: each part of a joined word, and the whole.
  mutating func readWords() throws(SearchExpressionError) -> SearchExpression {
    var clauses: [SearchClause] = []
    var skipped: Range<Int>?
    while let next = peek() {
      guard !next.kind.endsOperand else {
        if next.kind != .blank { skipped = skipped ?? position..<position + next.byteCount }
        position += next.byteCount
        continue
      }
      let operand = readOperand()
      if operand.words.isEmpty { skipped = skipped ?? operand.range }
      for word in operand.words {
        for range in word.parts.count > 1 ? word.parts + [word.range] : word.parts {
          try countWord(at: range.lowerBound)
          clauses.append(SearchClause(operand: .word(text.string(range), isPrefix: false), range: range))
        }
      }
    }
    guard !clauses.isEmpty else { throw text.noWord(skipped, before: position, expected: "a word") }
    return SearchExpression(clauses: clauses)
  }
}

/// A word as it is written.
struct Word {
  /// From its first letter, digit or mark to its last.
  let range: Range<Int>
  /// What lies between its joiners and signs; the whole where it has none.
  let parts: [Range<Int>]
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
