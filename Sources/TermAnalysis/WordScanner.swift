internal import UnicodeText

/// Finds the words of a text: the longest runs of letters, marks, digits and `_`, as InnoDB's full-text parser does,
/// except that a format character such as a joiner does not split a word.
struct WordScanner {
  /// One word.
  struct Word {
    /// Its bytes, without format characters at its ends.
    let range: Range<Int>

    /// How many digits it has, where it has nothing else; otherwise 0.
    let digitCount: Int

    /// Whether it has neither a character of an unspaced script nor a format character: it is one stretch.
    let isPlain: Bool
  }

  private let text: UnsafeRawBufferPointer
  private var offset = 0

  init(_ text: UnsafeRawBufferPointer) { self.text = text }

  /// The next word, from left to right.
  @inline(__always)
  mutating func next() -> Word? {
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        if isWordByte(byte) { return word() }
        offset += 1
      } else {
        let (traits, byteCount) = wordTraits(in: text, at: offset)
        if traits.contains(.word) { return word() }
        offset += byteCount
      }
    }
    return nil
  }

  /// Reads the word that begins at `offset`. A character of one byte is settled here, others by their traits.
  @inline(__always)
  private mutating func word() -> Word {
    let start = offset
    var end = start
    var digitCount = 0
    var isNumber = true
    var isPlain = true
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        guard isWordByte(byte) else { break }
        if offset != end { isPlain = false }
        if isDigitByte(byte) { digitCount += 1 } else { isNumber = false }
        offset += 1
        end = offset
      } else {
        let (traits, byteCount) = wordTraits(in: text, at: offset)
        if traits.contains(.word) {
          if offset != end || traits.contains(.unspaced) { isPlain = false }
          if traits.contains(.digit) { digitCount += 1 } else { isNumber = false }
          end = offset + byteCount
        } else if !traits.contains(.format) {
          break
        }
        offset += byteCount
      }
    }
    return Word(range: start..<end, digitCount: isNumber ? digitCount : 0, isPlain: isPlain)
  }
}

/// The traits of the character at `offset`, and the number of its bytes. Bytes that are no UTF-8 have no traits, so
/// that they separate words.
func wordTraits(in text: UnsafeRawBufferPointer, at offset: Int) -> (CharacterTraits, byteCount: Int) {
  let byte = text[offset]
  if byte < 0x80 { return (isDigitByte(byte) ? [.word, .digit] : isWordByte(byte) ? .word : [], 1) }
  let point = CodePoint(in: text, at: offset)
  guard point.isScalar else { return ([], 1) }
  // Unicode has the modifier apostrophe as a letter; a name that is written with it is to meet the other spellings.
  if point.value == 0x02BC { return ([], point.byteCount) }
  return (CharacterTraits(of: point.value), point.byteCount)
}

/// Whether an ASCII character is a letter, a digit or `_`.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  // Bit n is character 64 + n, or n: A-Z, _ and a-z; 0-9.
  let members: UInt64 = byte >= 64 ? 0x07FF_FFFE_87FF_FFFE : 0x03FF_0000_0000_0000
  return members >> UInt64(byte & 63) & 1 == 1
}

@inline(__always)
private func isDigitByte(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
