#if BLAZZ_THREAD_SANITIZER
  private import Glibc

  /// A mutex of the system's threads, in place of `Synchronization.Mutex` under ThreadSanitizer, which does not see how
  /// that one waits and takes what it guards for unguarded.
  public struct SanitizedMutex<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    private let lock: UnsafeMutableRawPointer
    private let value: UnsafeMutablePointer<Value>

    /// An unlocked mutex around a value.
    public init(_ value: consuming sending Value) {
      lock = .allocate(byteCount: MemoryLayout<pthread_mutex_t>.size, alignment: 16)
      pthread_mutex_init(lock.assumingMemoryBound(to: pthread_mutex_t.self), nil)
      self.value = .allocate(capacity: 1)
      self.value.initialize(to: value)
    }

    deinit {
      pthread_mutex_destroy(lock.assumingMemoryBound(to: pthread_mutex_t.self))
      lock.deallocate()
      value.deinitialize(count: 1)
      value.deallocate()
    }

    /// Lends the value to nobody else meanwhile.
    public borrowing func withLock<Result: ~Copyable, Failure: Error>(
      _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
      let lock = lock.assumingMemoryBound(to: pthread_mutex_t.self)
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      return try body(&value.pointee)
    }
  }

  typealias Mutex = SanitizedMutex
#endif
