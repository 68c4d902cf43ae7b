#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A clock that costs next to nothing to read, and goes on in steps of a few milliseconds.
package enum CoarseClock {
  /// Nanoseconds since some moment; never 0.
  package static var now: UInt64 {
    #if canImport(Glibc)
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
      return max(1, UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec))
    #else
      return max(1, clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW_APPROX))
    #endif
  }
}
