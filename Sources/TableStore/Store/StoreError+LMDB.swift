internal import LMDB

extension StoreError {
  /// A failure of the storage library in the store's words.
  init(_ error: LMDBError, path: String) {
    let path = error.path ?? path
    switch error.reason {
    case .diskFull:
      self.init(.full, "the disk that holds \(path) is full; what was stored before is intact")
    case .mapFull:
      self.init(.full, "\(path) has reached its largest size; what was stored before is intact")
    case .notAnLMDBFile: self.init(.notAStore, "\(path) is no store: it is not an LMDB file")
    case .truncated(let expected, let actual):
      self.init(.damaged, "\(path) is truncated: \(actual) bytes where \(expected) belong; restore it from a backup")
    case .unsupportedVersion(let found):
      self.init(.incompatible, "\(path) has version \(found) of LMDB's format, which this program does not read")
    case .pageSize(let found):
      self.init(.incompatible, "\(path) has pages of \(found) bytes; this program reads pages of 4096")
    case .alreadyOpen: self.init(.cannotOpen, "\(path) is already open in this process")
    case .openElsewhere: self.init(.cannotOpen, "\(path) is open in another process")
    case .isDirectory: self.init(.cannotOpen, "\(path) is a folder; name a file")
    case .notARegularFile: self.init(.cannotOpen, "\(path) is no ordinary file")
    case .damaged(let what): self.init(.damaged, "\(path) is damaged: \(what); restore it from a backup")
    case .code(.corrupted), .code(.pageNotFound), .code(.cursorFull):
      self.init(.damaged, "\(path) is damaged: its pages contradict each other; restore it from a backup")
    case .unsupportedKeyspace(let name, _):
      self.init(.notAStore, "\(path) is an LMDB file of another application (\(name) is of a kind that stores lack)")
    case .transactionsActive(let count):
      self.init(.cannotOpen, "\(path) cannot be \(error.operation)d while \(count) reads or writes are under way")
    case .mapOutgrown(let count):
      self.init(
        .system,
        "another process made \(path) larger than this one has mapped it, and \(count) reads or writes still use that map; "
          + "end them, or open it with a larger mapSizeBytes")
    case .closed: self.init(.cannotOpen, "\(path) was closed")
    case .code(.noSuchFile): self.init(.cannotOpen, "\(path) does not exist")
    case .code(.accessDenied), .code(.notPermitted), .code(.readOnlyFileSystem):
      self.init(.cannotOpen, "\(path) cannot be opened: no permission, or a read-only disk")
    case .panicked, .poisoned, .keysOutOfOrder, .libraryVersion, .code:
      self.init(.system, "\(path): \(error)")
    }
  }
}
