internal import UnicodeText

/// The work of a `TextAnalyzer`, which states the rules: a value, so that nothing but the analyzer's one call has to
/// be checked for overlapping access.
struct Tokenizer: ~Copyable {
  var term: TermKey
  let breaker: WordBreaker

  /// The stretches of the text so far, of which joined tokens are made.
  var stretches: [Stretch] = []

  /// Where the characters of an unspaced stretch begin, and the end of the last one.
  var characterStarts: [Int] = []

  /// Where ICU's words of an unspaced stretch end, from the start of the stretch on.
  var dictionaryWordEnds: [Int] = []

  init(term: consuming TermKey, breaker: WordBreaker) {
    self.term = term
    self.breaker = breaker
  }

  /// Replaces what `list` holds by the tokens of `text`.
  mutating func tokenize(_ text: UnsafeRawBufferPointer, into list: inout TokenList) {
    list.removeAll()
    stretches.removeAll(keepingCapacity: stretches.capacity <= keptTokenCount)
    var scanner = WordScanner(text)
    while let word = scanner.next() {
      if word.isPlain { addPlain(word, in: text, into: &list) } else { addMixed(word, in: text, into: &list) }
    }
    if stretches.count > 1 { addJoined(in: text, into: &list) }
  }

  @inline(__always)
  private mutating func addPlain(
    _ word: WordScanner.Word, in text: UnsafeRawBufferPointer, into list: inout TokenList
  ) {
    term.make(of: UnsafeRawBufferPointer(rebasing: text[word.range]))
    guard !term.term.isEmpty else { return }
    let position = list.positionCount
    stretches.append(
      Stretch(
        range: word.range, position: position, length: 1, digitCount: word.digitCount, isUnspaced: false,
        gap: gap(before: word.range.lowerBound, in: text)))
    list.append(
      key: term.term, source: word.range, position: position, length: 1, kind: .word,
      isDigits: word.digitCount >= leastDigitCount)
    list.positionCount = position + 1
  }

  /// What lies between the last stretch and `start`.
  @inline(__always)
  func gap(before start: Int, in text: UnsafeRawBufferPointer) -> Gap {
    guard let last = stretches.last else { return [] }
    return Gap(UnsafeRawBufferPointer(rebasing: text[last.range.upperBound..<start]))
  }

  /// Adds a token of the bytes of `source`, if it has a term.
  mutating func add(
    _ source: Range<Int>, in text: UnsafeRawBufferPointer, position: Int, length: Int, kind: Token.Kind,
    digitCount: Int = 0, into list: inout TokenList
  ) {
    term.make(of: UnsafeRawBufferPointer(rebasing: text[source]))
    guard !term.term.isEmpty else { return }
    list.append(
      key: term.term, source: source, position: position, length: length, kind: kind,
      isDigits: digitCount >= leastDigitCount)
  }
}

/// The fewest digits that are sought by their end.
let leastDigitCount = 4
