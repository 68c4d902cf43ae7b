#if BLAZZ_THREAD_SANITIZER
  internal import LMDB

  typealias Mutex = SanitizedMutex
#endif
