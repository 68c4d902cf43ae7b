internal import Dispatch
internal import Synchronization

/// Reads a file into the system's cache in the background, from its beginning to its end; what is there is passed over.
///
/// It asks for pages, as all of this module's reading ahead does. What Linux reads ahead by itself, or for long reads, lies in
/// its cache in pieces of up to 2 MiB, and it looks through the whole piece for each page that is written later.
final class CacheWarming: Sendable {
  private let queue = DispatchQueue(label: "LMDB.CacheWarming", qos: .utility)
  private let isStopped = Atomic(false)

  /// What is open shorter, such as by a tool that looks something up, is not read.
  private static let delay = DispatchTimeInterval.milliseconds(100)
  /// Who waits for a page meanwhile waits for so much at most.
  private static let pieceBytes = 256 << 10

  /// - Parameter descriptor: of the file, open until `stop()` returned.
  init(_ descriptor: Int32, fileBytes: Int) {
    queue.asyncAfter(deadline: .now() + Self.delay) { [self] in
      for start in stride(from: 0, to: fileBytes, by: Self.pieceBytes) where !isStopped.load(ordering: .acquiring) {
        let count = min(Self.pieceBytes, fileBytes - start)
        Posix.willNeed(descriptor, count, at: start)
        Posix.waitForPage(descriptor, at: start + count - 1)
      }
    }
  }

  /// Ends it; the file can be closed then.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    queue.sync {}
  }
}
