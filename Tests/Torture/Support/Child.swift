import Foundation

/// A process of this same executable whose standard output is read by its parent.
final class Child {
  let process: pid_t
  /// The end of the pipe that is read.
  let output: Int32
  /// Set once it has ended: the code that `waitpid` gave.
  private(set) var status: Int32?

  /// - Parameter input: what its standard input is.
  init(_ arguments: [String], input: Int32? = nil, quiet: Bool = false) throws {
    var pipeEnds: [Int32] = [-1, -1]
    guard pipe(&pipeEnds) == 0 else { throw LedgerFault("pipe: \(String(cString: strerror(errno)))") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipeEnds[1], 1)
    posix_spawn_file_actions_addclose(&actions, pipeEnds[0])
    posix_spawn_file_actions_addclose(&actions, pipeEnds[1])
    if let input { posix_spawn_file_actions_adddup2(&actions, input, 0) }
    if quiet { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    var raw: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in raw { free(pointer) } }
    var variables: [UnsafeMutablePointer<CChar>?] =
      ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
      .map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in variables { free(pointer) } }
    var process = pid_t()
    let code = posix_spawn(&process, executable, &actions, nil, &raw, &variables)
    close(pipeEnds[1])
    guard code == 0 else {
      close(pipeEnds[0])
      throw LedgerFault("\(executable) cannot be started: \(String(cString: strerror(code)))")
    }
    _ = fcntl(pipeEnds[0], F_SETFD, FD_CLOEXEC)
    (self.process, output) = (process, pipeEnds[0])
  }

  deinit { close(output) }

  /// Bytes of its output, `nil` when it has closed it; waits for at most so long, and gives none when that is over.
  func read(timeout: Duration) -> [UInt8]? {
    var waited = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    let milliseconds = max(0, Int32(timeout / .milliseconds(1)))
    guard poll(&waited, 1, milliseconds) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(output, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// Kills it at once; what it wrote before can still be read.
  func kill() { Foundation.kill(process, SIGKILL) }

  /// Waits for its end; the signal that ended it, 0 for none.
  @discardableResult
  func wait() -> (signal: Int32, code: Int32) {
    if status == nil {
      var raw: Int32 = 0
      while waitpid(process, &raw, 0) < 0, errno == EINTR {}
      status = raw
    }
    return (status! & 0x7F, status! >> 8 & 0xFF)
  }
}
