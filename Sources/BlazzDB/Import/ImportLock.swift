internal import Foundation
internal import TableStore

/// Keeps other imports into a store away, of this process and others, while it lives: two at once would take out each
/// other's lines in the files beside the store.
final class ImportLock {
  private let descriptor: Int32
  /// The rights of the store's file.
  let mode: mode_t

  /// - Parameter store: the store's file.
  init(store: String) throws {
    descriptor = open(store, O_RDONLY | O_CLOEXEC)
    var status = stat()
    mode = descriptor >= 0 && fstat(descriptor, &status) == 0 ? status.st_mode & 0o666 : 0o600
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw StoreError(.cannotOpen, "another import into \(store) is under way; run this one when it has ended")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
