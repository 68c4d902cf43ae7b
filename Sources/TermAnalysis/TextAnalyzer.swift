package import UnicodeText

/// Answers which terms a text has, for a full-text index and for the questions to it: both sides go the same way.
///
/// **Term.** The primary sort key of a piece of text by ICU's root collator with its default settings, without the
/// zero byte that ends it, cut to 128 bytes; of a piece longer than 1,024 bytes of UTF-8 the code points that fit
/// there count. Thus José, JOSE, ｊｏｓé and jose are one term, and so are straße and strasse, but not ı and i. A piece
/// of ignorable characters only is no term. A term is its bytes, whatever the kind of its token.
///
/// The term of a text's beginning is a prefix of the text's term, bytewise, if it ends between characters and not behind
/// a vowel that is written before its consonant (Unicode's Logical_Order_Exception: Thai, Lao, New Tai Lue, Tai Viet).
///
/// **Word.** A longest run of letters, marks, numbers (Unicode's L, M, N) and `_`: each token of InnoDB's parser for
/// the characters up to U+FFFF. U+02BC, a letter that serves as an apostrophe, separates. A format character (Cf, but
/// not U+200B) between two characters of a word belongs to it. Invalid UTF-8 separates. A word whose key is empty is
/// passed over as if it were punctuation.
///
/// **Stretches.** A word falls into stretches where it changes between characters of unspaced scripts (see
/// `CharacterTraits.unspaced`) and others; most words are one stretch. A continuing character goes with the one
/// before it; at the start of a word it counts as any other.
///
/// **Positions.** They count from 0 in each text. A stretch takes one position; one of an unspaced script takes one per
/// character (with what continues it). A word takes those of its stretches. So the questions about unspaced text are
/// phrases of its bigrams.
///
/// **Segments.** Of a word with format characters, what lies between them, with the word's position and length. Of a
/// word of several stretches, each. Of a stretch of an unspaced script with more than one character, each word of ICU's
/// dictionary that is not the whole stretch: its position is that of the character where it begins, its length the
/// number of characters that it touches.
///
/// **Bigrams.** In a stretch of an unspaced script: each character with the next one, length 2, and the last character
/// alone, length 1. Thus any characters in a row are found as a phrase of bigrams, and a single one as the prefix of a
/// bigram, also where it stands alone.
///
/// **Joined tokens** begin at the position of their first stretch, and reach to the end of their last one:
/// - Stretches with one apostrophe (`'`, U+2019, U+02BC) or hyphen (`-`, U+2010, U+2011) between each two: the whole
///   row, without the separators.
/// - An e-mail address: stretches with one of `. % + - '` between each two, `@`, and stretches with a full stop or `-`
///   between each two: as it is written, punctuation included.
/// - A phone number: stretches of digits only, with at most one space (U+0020, U+00A0), hyphen, full stop or slash
///   between each two, also with `)` before it and `(` behind it, 6 to 15 digits together: the digits. From left to
///   right, as many groups as stay within 15. The three groups of a date are in no phone number: a year from 1900 to
///   2099 first or last, twice the same separator of `- . /`, a month and a day in either order.
///
/// A row of digits that is a phone number and is joined by hyphens is one token, not two.
///
/// **Digits.** Words, joined tokens and segments that are whole stretches are marked where they are four or more decimal
/// digits and nothing else; `TokenList.appendReversedTerm` makes a term to find them by their end.
///
/// One thread at a time; `current` gives a thread its own.
package final class TextAnalyzer {
  /// The version of the rules above. A file that was written under another, or under another ICU (`ICUVersions`), has
  /// to rebuild its full-text indexes.
  package static let version: UInt32 = 2

  /// The first bytes of the terms that begin with a digit.
  package static var digitLeads: ClosedRange<UInt8> { DigitKeys.leads }

  private var tokenizer: Tokenizer

  private static let slot = ThreadLocal<TextAnalyzer>()

  /// The analyzer of the calling thread, opened at the first call. Not to be kept across an `await`, behind which
  /// another thread may run.
  package static var current: TextAnalyzer {
    get throws(ICUError) {
      if let analyzer = slot.object { return analyzer }
      let analyzer = try TextAnalyzer()
      slot.store(analyzer)
      return analyzer
    }
  }

  /// An analyzer of the caller's own. Takes milliseconds the first time.
  ///
  /// - Parameter asksICUAlways: To make the keys of ASCII by ICU too: the same keys, later. For tests.
  package init(asksICUAlways: Bool = false) throws(ICUError) {
    guard DigitKeys.width != nil else {
      throw ICUError(code: -1, name: "digits of unlike keys", operation: "make keys of digits", subject: "0-9")
    }
    tokenizer = Tokenizer(
      term: TermKey(
        collator: try ICUCollator(strength: .primary), asciiKeys: asksICUAlways ? nil : ASCIIKeys.shared),
      breaker: try WordBreaker())
  }

  /// Replaces what `list` holds by the tokens of the UTF-8 `text`, of less than 2 GB.
  package func tokens(in text: RawSpan, into list: inout TokenList) {
    text.withUnsafeBytes { tokens(in: $0, into: &list) }
  }

  /// Replaces what `list` holds by the tokens of the UTF-8 `text`, of less than 2 GB.
  package func tokens(in text: UnsafeRawBufferPointer, into list: inout TokenList) {
    precondition(text.count <= Int32.max, "a text of \(text.count) bytes is too long for ICU")
    tokenizer.tokenize(text, into: &list)
  }
}
