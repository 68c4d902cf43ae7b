import Foundation

/// Files by which two processes wait for each other.
struct Signals {
  let folder: String

  private struct TimedOut: Error, CustomStringConvertible {
    let description: String
  }

  /// Tells the other one, with a word.
  func send(_ name: String, _ word: String = "") throws {
    // It appears whole.
    let path = "\(folder)/\(name).signal"
    try Data(word.utf8).write(to: URL(filePath: path + "-new"))
    guard rename(path + "-new", path) == 0 else { throw TimedOut(description: "\(name) cannot be told") }
  }

  /// Waits until the other one tells it, and gives the word; ten minutes without it are a fault.
  @discardableResult
  func wait(_ name: String) throws -> String {
    for _ in 0..<600_000 {
      if let word = try? String(contentsOfFile: "\(folder)/\(name).signal", encoding: .utf8) { return word }
      usleep(1_000)
    }
    throw TimedOut(description: "nobody told \(name)")
  }
}

/// Work on a thread of its own, which begins at once: the tasks of tests that run beside this one may wait for each other.
final class OwnThread<Value: Sendable>: Sendable {
  private let values: AsyncThrowingStream<Value, any Error>

  init(_ body: @escaping @Sendable () throws -> Value) {
    let (values, continuation) = AsyncThrowingStream<Value, any Error>.makeStream()
    self.values = values
    Thread.detachNewThread {
      do {
        continuation.yield(try body())
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
  }

  /// What `body` gives, or throws; once.
  var value: Value {
    get async throws {
      for try await value in values { return value }
      throw CancellationError()
    }
  }
}
