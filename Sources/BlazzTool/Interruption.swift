internal import Foundation
internal import TableStore

/// A signal that asks to end: whoever watches for it ends as work that fails does, and leaves nothing behind.
enum Interruption {
  /// Has SIGINT and SIGTERM noted from now on, also where whoever started the tool has blocked them.
  static func watch() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in isNoted = true }
      sigaddset(&signals, number)
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Throws once a signal has come.
  static func check(_ message: @autoclosure () -> String) throws {
    if isNoted { throw StoreError(.system, message()) }
  }
}

nonisolated(unsafe) private var isNoted = false
