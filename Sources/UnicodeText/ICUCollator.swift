internal import CICU

/// ICU's collator of one language, for sorting as a person expects and for search that ignores accents. Its order is
/// not unicode_ci's, and its keys change between versions of ICU: see `ICUVersions`.
///
/// One thread at a time; `current(locale:strength:)` gives a thread its own.
package final class ICUCollator {
  /// Which differences count; the numbers are ICU's.
  package enum Strength: Int32, Hashable, Sendable {
    /// Base letters: José equals jose.
    case primary = 0
    /// And accents.
    case secondary = 1
    /// And case.
    case tertiary = 2
  }

  /// The locale as it was asked for; empty is the root locale.
  package let locale: String

  /// Which differences count.
  package let strength: Strength

  let handle: OpaquePointer

  /// Opens the collator of `locale`, for instance `sv` or `de@collation=phonebook`. A language that ICU does not know
  /// gets the root order. Takes microseconds to milliseconds.
  package init(locale: String = "", strength: Strength = .tertiary) throws(ICUError) {
    let opened = try ICUError.check("open collator", locale) { blazz_ucol_open(locale, &$0) }
    guard let opened else {
      throw ICUError(code: -1, name: "no collator", operation: "open collator", subject: locale)
    }
    blazz_ucol_setStrength(opened, strength.rawValue)
    self.locale = locale
    self.strength = strength
    self.handle = opened
  }

  deinit {
    blazz_ucol_close(handle)
  }

  /// The sort key of the UTF-8 `text` with the zero byte that ends it and that occurs nowhere else in it: `memcmp` of
  /// two keys is the order of the texts, also with other bytes behind. Invalid bytes count as U+FFFD.
  package func sortKey(of text: RawSpan) -> [UInt8] {
    text.withUnsafeBytes { source in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: source.count + 1) { units in
        var status: Int32 = 0
        var unitCount: Int32 = 0
        let text = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        blazz_u_strFromUTF8WithSub(
          units.baseAddress, Int32(clamping: units.count), &unitCount, text, Int32(clamping: source.count), 0xFFFD,
          &status)
        precondition(status <= 0, "a text too long for ICU")
        return sortKey(of: UnsafeBufferPointer(rebasing: units.prefix(Int(unitCount))))
      }
    }
  }

  /// The sort key of `text`, as of its UTF-8.
  package func sortKey(of text: String) -> [UInt8] {
    sortKey(of: text.utf8Span.span.bytes)
  }

  /// -1, 0 or 1: whether the UTF-8 `left` sorts before, with or after `right`.
  package func compare(_ left: RawSpan, _ right: RawSpan) -> Int {
    left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        var status: Int32 = 0
        let order = blazz_ucol_strcollUTF8(
          handle, left.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: left.count),
          right.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: right.count), &status)
        precondition(status <= 0, "a text that ICU cannot compare")
        return Int(order)
      }
    }
  }

  /// -1, 0 or 1, as of the UTF-8 of both.
  package func compare(_ left: String, _ right: String) -> Int {
    compare(left.utf8Span.span.bytes, right.utf8Span.span.bytes)
  }

  private func sortKey(of units: UnsafeBufferPointer<UInt16>) -> [UInt8] {
    var capacity = units.count * 2 + 16
    while true {
      var needed = 0
      let key = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        needed = Int(
          blazz_ucol_getSortKey(
            handle, units.baseAddress, Int32(units.count), buffer.baseAddress, Int32(clamping: buffer.count)))
        count = needed <= buffer.count ? needed : 0
      }
      if needed <= key.capacity, key.count == needed { return key }
      capacity = needed
    }
  }
}
