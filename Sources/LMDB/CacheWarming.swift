internal import CLMDB
internal import Dispatch
internal import Synchronization

/// Reads a file into the system's cache in the background, from its beginning to its end; what is there is passed over.
///
/// Until that is done what is touched is read in single pages, as all that this module asks for. What Linux reads ahead by
/// itself comes in pieces of up to 2 MiB, and it looks through a whole piece for each page that is written later. Then the map
/// is as any other: of one that is read page by page the system does not see which pages are used, and drops them first.
final class CacheWarming: Sendable {
  /// All files one behind the other.
  private static let queue = DispatchQueue(label: "LMDB.CacheWarming", qos: .utility)
  /// The bytes of this process's files that are being read so, or were, and are open.
  private static let claimedBytes = Mutex(0)
  /// Files of fewer bytes are left to the system.
  static let leastFileBytes = 64 << 10
  /// Who waits for a page meanwhile waits for so much at most.
  private static let pieceBytes = 256 << 10

  /// Of an environment whose map was opened to be read page by page. It stays open, and the map in its place, until `stop()`
  /// returned.
  private nonisolated(unsafe) let handle: OpaquePointer
  private let descriptor: Int32
  private let fileBytes: Int
  private let map: UInt
  private let isStopped = Mutex(false)

  /// Begins after `delay`. `nil` where memory would not hold the file and as much again: the map is as any other at once.
  ///
  /// - Parameter handle: of an environment that nobody uses yet.
  init?(_ handle: OpaquePointer, _ descriptor: Int32, fileBytes: Int, after delay: Duration) {
    guard let pages = MappedPages(of: handle, fileBytes: fileBytes) else { return nil }
    guard Self.claim(fileBytes) else {
      Self.noteUse(of: pages.start, handle)
      return nil
    }
    (self.handle, self.descriptor, self.fileBytes, map) = (handle, descriptor, fileBytes, pages.start)
    Posix.readSinglePages(descriptor)
    Self.queue.asyncAfter(deadline: .now() + .nanoseconds(Int(delay / .nanoseconds(1)))) { [self] in run() }
  }

  deinit { Self.claimedBytes.withLock { $0 -= fileBytes } }

  private static func claim(_ byteCount: Int) -> Bool {
    claimedBytes.withLock { claimed in
      guard claimed + byteCount <= Posix.memoryBytes / 2, byteCount <= Posix.availableBytes / 2 else { return false }
      claimed += byteCount
      return true
    }
  }

  private func run() {
    for start in stride(from: 0, to: fileBytes, by: Self.pieceBytes) {
      let goesOn = isStopped.withLock { isStopped in
        let count = min(Self.pieceBytes, fileBytes - start)
        return !isStopped && Posix.read(descriptor, count, at: start)
      }
      guard goesOn else { break }
    }
    isStopped.withLock { isStopped in
      if !isStopped { Self.noteUse(of: map, handle) }
    }
  }

  /// Has the system see which pages of the map are used; it no longer reads single ones then.
  private static func noteUse(of map: UInt, _ handle: OpaquePointer) {
    var information = MDB_envinfo()
    if mdb_env_info(handle, &information) == MDB_SUCCESS { Posix.noteUse(at: map, byteCount: information.me_mapsize) }
  }

  /// Takes up the map where it is now, which nobody uses yet.
  func mapMoved() {
    if let pages = MappedPages(of: handle, fileBytes: fileBytes) { Self.noteUse(of: pages.start, handle) }
  }

  /// Ends it; the file can be closed then, or its map be moved.
  func stop() { isStopped.withLock { $0 = true } }
}

extension MappedPages {
  /// Those of an environment that nobody uses yet; `nil` where there is no keyspace.
  init?(of handle: OpaquePointer, fileBytes: Int) {
    var (transaction, cursor): (OpaquePointer?, OpaquePointer?)
    guard mdb_txn_begin(handle, nil, UInt32(bitPattern: MDB_RDONLY), &transaction) == MDB_SUCCESS else { return nil }
    defer { mdb_txn_abort(transaction) }
    // 1 is the unnamed tree, whose entries are the keyspaces' records.
    guard mdb_cursor_open(transaction, 1, &cursor) == MDB_SUCCESS else { return nil }
    defer { mdb_cursor_close(cursor) }
    var (key, value) = (MDB_val(), MDB_val())
    guard mdb_cursor_get(cursor, &key, &value, MDB_FIRST) == MDB_SUCCESS else { return nil }
    self.init(around: value.unownedSpan, fileBytes: fileBytes)
  }
}
