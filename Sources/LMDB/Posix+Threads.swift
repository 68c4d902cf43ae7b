#if canImport(Glibc)
  internal import Glibc
#endif

extension Posix {
  /// Runs `body` with the numbers up to `count` on threads of their own, and returns once all are done. A thread that cannot
  /// be had is left out; elsewhere than on Linux all are.
  static func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    #if canImport(Glibc)
      var threads: [pthread_t] = []
      for number in 0..<count {
        let task = Unmanaged.passRetained(ThreadTask { body(number) })
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, runTask, task.toOpaque())
        if code == 0 { threads.append(thread) } else { task.release() }
      }
      for thread in threads { pthread_join(thread, nil) }
    #endif
  }
}

#if canImport(Glibc)
  /// What a thread runs.
  private final class ThreadTask: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private func runTask(_ task: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let task { Unmanaged<ThreadTask>.fromOpaque(task).takeRetainedValue().run() }
    return nil
  }
#endif
