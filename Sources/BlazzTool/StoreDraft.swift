internal import Foundation
internal import TableStore

/// A store that has another name in the same folder until it is whole; what is left of one that fails is removed.
struct StoreDraft: ~Copyable {
  /// The name until the end.
  let path: String
  private let finalPath: String

  /// A draft of the store that will be at `path`.
  init(of path: String) {
    finalPath = path
    self.path = "\(path).\(UInt32.random(in: 0...UInt32.max)).partial"
  }

  deinit {
    unlink(path)
    unlink(path + "-lock")
  }

  /// Gives the store, which is closed and flushed, its name. It takes the place of what is there.
  consuming func finish() throws {
    guard rename(path, finalPath) == 0 else { throw failure() }
    let folder = open(URL(filePath: finalPath).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    defer { close(folder) }
    guard folder >= 0, fsync(folder) == 0 else { throw failure() }
  }

  private func failure() -> StoreError {
    StoreError(.system, "\(finalPath) cannot be written: \(String(cString: strerror(errno)))")
  }
}
