internal import Synchronization

/// What all parts of one look through a store share.
final class VerifyContext: Sendable {
  let hash = EntryHash()
  /// Bytes that one thread may take to name what is wrong, more or less, beside the pages of the file.
  let memoryBytes: Int
  /// Where mends go; `nil` where nothing is to be mended.
  let mends: MendList?
  /// Entries that were looked at.
  let done = Atomic<Int>(0)
  private let isCancelled = Atomic<Bool>(false)

  init(memoryBytes: Int, mends: MendList?) { (self.memoryBytes, self.mends) = (memoryBytes, mends) }

  /// Counts entries and ends the work where somebody asked for that.
  func count(_ entries: Int) throws {
    done.add(entries, ordering: .relaxed)
    if isCancelled.load(ordering: .relaxed) { throw CancellationError() }
  }

  /// Has the work end.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }
}

/// Counts what one thread looks at and passes it on from time to time.
struct VerifyTally {
  private let context: VerifyContext
  private var waiting = 0

  /// A row takes about as long as so many index entries.
  static let entriesPerRow = 16

  init(_ context: VerifyContext) { self.context = context }

  @inline(__always)
  mutating func count(_ entries: Int = 1) throws {
    waiting &+= entries
    if waiting >= 1 << 14 { try flush() }
  }

  mutating func flush() throws {
    try context.count(waiting)
    waiting = 0
  }
}
