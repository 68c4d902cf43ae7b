public import Foundation

/// A folder of its own; whoever makes it removes it.
///
/// For tests whose body runs in another process, which cannot remove it; others use `withScratchFolder`.
public struct ScratchFolder: Sendable {
  /// The folder.
  public let url: URL

  /// Makes the folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "blazz-scratch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// The folder's path.
  public var path: String { url.path }

  /// Removes it with all that is in it.
  public func remove() { try? FileManager.default.removeItem(at: url) }
}

/// Runs `body` with a new folder that is removed afterwards.
public func withScratchFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = try ScratchFolder()
  defer { folder.remove() }
  return try body(folder.url)
}

/// The same for work that waits.
public func withScratchFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
  let folder = try ScratchFolder()
  defer { folder.remove() }
  return try await body(folder.url)
}
