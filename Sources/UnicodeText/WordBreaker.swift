internal import CICU

/// Cuts a text into words by UAX #29 and, where a script does not mark words (Thai, Han …), by ICU's dictionaries. The
/// cuts change between versions of ICU: see `ICUVersions`.
///
/// One thread at a time; `current(locale:)` gives a thread its own.
package final class WordBreaker {
  /// The kind of a segment: ICU's rule status, which gives a range of 100 to each kind.
  package struct Status: RawRepresentable, Hashable, Sendable {
    /// ICU's number.
    package let rawValue: Int32

    /// Wraps ICU's number.
    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// Whether the segment is a word or a number, and not space, punctuation or a symbol.
    package var isWord: Bool { rawValue >= 100 }

    /// Whether the segment is a number.
    package var isNumber: Bool { (100..<200).contains(rawValue) }

    /// Whether the segment is of kana or ideographs.
    package var isIdeographic: Bool { (300..<500).contains(rawValue) }
  }

  /// The locale as it was asked for; empty is the root locale.
  package let locale: String

  private let handle: OpaquePointer
  private var text: OpaquePointer?

  /// Opens the word rules of `locale`. Takes microseconds to milliseconds.
  package init(locale: String = "") throws(ICUError) {
    let opened = try ICUError.check("open word breaker", locale) { blazz_ubrk_openWords(locale, &$0) }
    guard let opened else {
      throw ICUError(code: -1, name: "no word breaker", operation: "open word breaker", subject: locale)
    }
    self.locale = locale
    self.handle = opened
  }

  deinit {
    blazz_ubrk_close(handle)
    if let text { blazz_utext_close(text) }
  }

  /// Calls `body` with the byte range and kind of each word of the UTF-8 `bytes`, from left to right. `body` must not
  /// use this breaker.
  package func words(in bytes: RawSpan, _ body: (Range<Int>, Status) throws -> Void) throws {
    try segments(in: bytes) { range, status in
      if status.isWord { try body(range, status) }
    }
  }

  /// Calls `body` with every segment, words and what lies between them: together they are the whole text. Throws an
  /// `ICUError`, or what `body` throws. `body` must not use this breaker.
  package func segments(in bytes: RawSpan, _ body: (Range<Int>, Status) throws -> Void) throws {
    try bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
      try setText(start.assumingMemoryBound(to: CChar.self), byteCount: bytes.count)
      var lower = Int(blazz_ubrk_first(handle))
      while true {
        let upper = Int(blazz_ubrk_next(handle))
        guard upper != doneMark else { return }
        try body(lower..<upper, Status(rawValue: blazz_ubrk_getRuleStatus(handle)))
        lower = upper
      }
    }
  }

  /// The breaker goes on pointing to the text after the call that lent it; it reads nothing before the next call.
  private func setText(_ start: UnsafePointer<CChar>, byteCount: Int) throws(ICUError) {
    text = try ICUError.check("read text", locale) { blazz_utext_openUTF8(text, start, Int64(byteCount), &$0) }
    try ICUError.check("break text", locale) { blazz_ubrk_setUText(handle, text, &$0) }
  }
}

/// What ICU answers at the end of the text: UBRK_DONE.
private let doneMark = -1
