#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A place that holds another object in each thread, and that releases a thread's object when the thread ends. Made
/// once and kept in a static: the system has few such places, and one is never given back.
package struct ThreadLocal<Object: AnyObject>: Sendable {
  private let key: pthread_key_t

  /// A place that no thread has filled.
  package init() {
    var key = pthread_key_t()
    let code = pthread_key_create(&key) { object in
      #if canImport(Darwin)
        Unmanaged<AnyObject>.fromOpaque(object).release()
      #else
        if let object { Unmanaged<AnyObject>.fromOpaque(object).release() }
      #endif
    }
    precondition(code == 0, "no key is left for thread-local storage")
    self.key = key
  }

  /// What the calling thread has stored.
  package var object: Object? {
    guard let stored = pthread_getspecific(key) else { return nil }
    return Unmanaged<Object>.fromOpaque(stored).takeUnretainedValue()
  }

  /// Stores the calling thread's object, where it has none.
  package func store(_ object: Object) {
    precondition(pthread_getspecific(key) == nil, "a thread stores its object once")
    pthread_setspecific(key, Unmanaged.passRetained(object).toOpaque())
  }
}
