internal import Foundation

/// A folder of its own; whoever makes it removes it.
package struct TemporaryFolder: Sendable {
  /// The folder.
  package let path: String

  package init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "blazz-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  package func remove() { try? FileManager.default.removeItem(atPath: path) }
}

/// Runs `body` on a folder of its own, which is removed at the end.
package func withTemporaryFolder<Result>(_ body: (_ path: String) throws -> Result) throws -> Result {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  return try body(folder.path)
}

/// The same for work that waits.
package func withTemporaryFolder<Result>(_ body: (_ path: String) async throws -> Result) async throws -> Result {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  return try await body(folder.path)
}
