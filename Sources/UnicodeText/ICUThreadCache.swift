/// The collators and word breakers of one thread; freed when the thread ends.
private final class ICUThreadCache {
  private var collators: [ICUCollator] = []
  private var breakers: [WordBreaker] = []

  private static let slot = ThreadLocal<ICUThreadCache>()

  static var current: ICUThreadCache {
    if let cache = slot.object { return cache }
    let cache = ICUThreadCache()
    slot.store(cache)
    return cache
  }

  /// A thread uses a handful of locales, so that a row is searched sooner than a hash is computed.
  func collator(_ locale: String, _ strength: ICUCollator.Strength) throws(ICUError) -> ICUCollator {
    for collator in collators where collator.strength == strength && collator.locale == locale { return collator }
    let collator = try ICUCollator(locale: locale, strength: strength)
    collators.append(collator)
    return collator
  }

  func breaker(_ locale: String) throws(ICUError) -> WordBreaker {
    for breaker in breakers where breaker.locale == locale { return breaker }
    let breaker = try WordBreaker(locale: locale)
    breakers.append(breaker)
    return breaker
  }
}

extension ICUCollator {
  /// The collator of the calling thread, opened at the first call. Not to be kept across an `await`, behind which
  /// another thread may run.
  package static func current(locale: String = "", strength: Strength = .tertiary) throws(ICUError) -> ICUCollator {
    try ICUThreadCache.current.collator(locale, strength)
  }
}

extension WordBreaker {
  /// The word breaker of the calling thread, opened at the first call. Not to be kept across an `await`.
  package static func current(locale: String = "") throws(ICUError) -> WordBreaker {
    try ICUThreadCache.current.breaker(locale)
  }
}
