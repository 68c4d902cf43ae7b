internal import UnicodeText

extension Tokenizer {
  /// Adds a word that has unspaced scripts or format characters: the word, then the parts of its stretches.
  mutating func addMixed(_ word: WordScanner.Word, in text: UnsafeRawBufferPointer, into list: inout TokenList) {
    let position = list.positionCount
    term.make(of: UnsafeRawBufferPointer(rebasing: text[word.range]))
    guard !term.term.isEmpty else { return }
    let first = stretches.count
    var start = word.range.lowerBound
    var end = position
    while start < word.range.upperBound {
      let stretch = stretch(from: start, to: word.range.upperBound, position: end, in: text)
      stretches.append(stretch)
      start = stretch.range.upperBound
      end += stretch.length
    }
    list.positionCount = end
    list.append(
      key: term.term, source: word.range, position: position, length: end - position, kind: .word,
      isDigits: word.digitCount >= leastDigitCount)
    addPieces(of: word.range, in: text, position: position, length: end - position, into: &list)
    for index in first..<stretches.count {
      addParts(of: stretches[index], isWord: stretches.count - first == 1, in: text, into: &list)
    }
  }

  /// The stretch of a word that begins at `start`; the word ends at `limit`.
  private func stretch(
    from start: Int, to limit: Int, position: Int, in text: UnsafeRawBufferPointer
  ) -> Stretch {
    var (traits, byteCount) = wordTraits(in: text, at: start)
    let isUnspaced = traits.contains(.unspaced)
    var digitCount = traits.contains(.digit) ? 1 : 0
    var isNumber = digitCount == 1
    var length = 1
    var end = start + byteCount
    while end < limit {
      (traits, byteCount) = wordTraits(in: text, at: end)
      if traits.contains(.word), !traits.contains(.continuing) {
        guard traits.contains(.unspaced) == isUnspaced else { break }
        if isUnspaced { length += 1 }
        if traits.contains(.digit) { digitCount += 1 } else { isNumber = false }
      } else if !traits.contains(.format) {
        isNumber = false
      }
      end += byteCount
    }
    return Stretch(
      range: start..<end, position: position, length: length, digitCount: isNumber ? digitCount : 0,
      isUnspaced: isUnspaced, gap: gap(before: start, in: text))
  }

  /// Adds what a stretch has beside the word that it belongs to, or is.
  private mutating func addParts(
    of stretch: Stretch, isWord: Bool, in text: UnsafeRawBufferPointer, into list: inout TokenList
  ) {
    if !isWord {
      add(
        stretch.range, in: text, position: stretch.position, length: stretch.length, kind: .segment,
        digitCount: stretch.digitCount, into: &list)
    }
    guard stretch.isUnspaced else { return }
    findCharacters(of: stretch, in: text)
    if stretch.length > 1 { addDictionaryWords(of: stretch, in: text, into: &list) }
    addBigrams(of: stretch, in: text, into: &list)
  }

  /// Adds what lies between a word's format characters: InnoDB, to which they separate words, finds these.
  private mutating func addPieces(
    of word: Range<Int>, in text: UnsafeRawBufferPointer, position: Int, length: Int, into list: inout TokenList
  ) {
    var start = word.lowerBound
    var offset = start
    while offset < word.upperBound {
      let (traits, byteCount) = wordTraits(in: text, at: offset)
      if traits.contains(.format) {
        if offset > start {
          add(start..<offset, in: text, position: position, length: length, kind: .segment, into: &list)
        }
        start = offset + byteCount
      }
      offset += byteCount
    }
    if start > word.lowerBound {
      add(start..<offset, in: text, position: position, length: length, kind: .segment, into: &list)
    }
  }

  /// Sets `characterStarts`: one entry per position of the stretch, and its end.
  private mutating func findCharacters(of stretch: Stretch, in text: UnsafeRawBufferPointer) {
    characterStarts.removeAll(keepingCapacity: characterStarts.capacity <= keptTokenCount)
    var offset = stretch.range.lowerBound
    characterStarts.append(offset)
    while offset < stretch.range.upperBound {
      let (traits, byteCount) = wordTraits(in: text, at: offset)
      let begins = traits.contains(.word) && !traits.contains(.continuing)
      if begins, offset > stretch.range.lowerBound { characterStarts.append(offset) }
      offset += byteCount
    }
    characterStarts.append(offset)
  }

  private mutating func addBigrams(of stretch: Stretch, in text: UnsafeRawBufferPointer, into list: inout TokenList) {
    for index in 0..<stretch.length {
      let length = index + 1 < stretch.length ? 2 : 1
      add(
        characterStarts[index]..<characterStarts[index + length], in: text, position: stretch.position + index,
        length: length, kind: .bigram, into: &list)
    }
  }

  private mutating func addDictionaryWords(
    of stretch: Stretch, in text: UnsafeRawBufferPointer, into list: inout TokenList
  ) {
    findDictionaryWords(in: UnsafeRawBufferPointer(rebasing: text[stretch.range]))
    guard dictionaryWordEnds.count > 1 else { return }
    var start = stretch.range.lowerBound
    var index = 0
    for wordEnd in dictionaryWordEnds {
      let end = stretch.range.lowerBound + wordEnd
      while characterStarts[index + 1] <= start { index += 1 }
      var endIndex = index + 1
      while characterStarts[endIndex] < end { endIndex += 1 }
      add(
        start..<end, in: text, position: stretch.position + index, length: endIndex - index, kind: .segment,
        into: &list)
      start = end
    }
  }

  /// Sets `dictionaryWordEnds`.
  private mutating func findDictionaryWords(in bytes: UnsafeRawBufferPointer) {
    var ends = dictionaryWordEnds
    dictionaryWordEnds = []
    ends.removeAll(keepingCapacity: ends.capacity <= keptTokenCount)
    let span = bytes.bytes
    do {
      try breaker.segments(in: span) { segment, _ in ends.append(segment.upperBound) }
    } catch {
      preconditionFailure("ICU cannot break a text of \(bytes.count) bytes: \(error)")
    }
    dictionaryWordEnds = ends
  }
}
