#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The collators and word breakers of one thread; freed when the thread ends.
private final class ICUThreadCache {
  private var collators: [ICUCollator] = []
  private var breakers: [WordBreaker] = []

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let code = pthread_key_create(&key) { cache in
      #if canImport(Darwin)
        Unmanaged<ICUThreadCache>.fromOpaque(cache).release()
      #else
        if let cache { Unmanaged<ICUThreadCache>.fromOpaque(cache).release() }
      #endif
    }
    precondition(code == 0, "no key is left for thread-local storage")
    return key
  }()

  static var current: ICUThreadCache {
    if let stored = pthread_getspecific(key) {
      return Unmanaged<ICUThreadCache>.fromOpaque(stored).takeUnretainedValue()
    }
    let cache = ICUThreadCache()
    pthread_setspecific(key, Unmanaged.passRetained(cache).toOpaque())
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
