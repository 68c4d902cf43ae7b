internal import LMDB

/// How a sound file's pages are used.
public struct StructureReport: Hashable, Sendable {
  /// The number of the committed transaction that was looked at.
  public var transaction: UInt64
  /// Pages up to the last one in use.
  public var pages: Int
  /// Of these, pages with something in them.
  public var usedPages: Int
  /// Pages that the file lists as free.
  public var freePages: Int
  /// Pages that are neither: lost room, no fault. `blazz backup --repack` is rid of them.
  public var leakedPages: Int
  /// Named databases: one a table, and the meta records.
  public var tables: Int
  /// Entries of all of them: rows, index entries, chunks and records.
  public var entries: Int
}

extension Store {
  /// Looks through the last committed state of the file, page by page: whether each lies in its place and is well formed, keys
  /// rise, counts are right, and no page is used twice or both used and free. After that the file can be read and written
  /// without harm to the process, as long as nobody else damages it. What rows and indexes hold is another matter.
  ///
  /// Other processes and threads may read and write meanwhile.
  ///
  /// - Parameter onProgress: is told how many of how many pages are done; it may throw to stop.
  /// - Throws: `StoreError` with code `.damaged` and the first fault, with its page.
  @discardableResult
  public func checkStructure(
    onProgress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws -> StructureReport {
    var stop: (any Error)?
    let found: FileStructure?
    do {
      found = try withoutActuallyEscaping(onProgress) { onProgress in
        try environment.checkStructure { done, all in
          do { try onProgress(done, all) } catch { stop = error }
          return stop == nil
        }
      }
    } catch let error as LMDBError { throw StoreError(error, path: path) }
    if let stop { throw stop }
    guard let found else { preconditionFailure("a check ends early only when it was stopped") }
    return StructureReport(
      transaction: found.transaction, pages: found.pageCount, usedPages: found.usedPageCount,
      freePages: found.freePageCount, leakedPages: found.leakedPageCount, tables: found.treeCount,
      entries: found.entryCount)
  }
}
