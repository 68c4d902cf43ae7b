internal import CLMDB

/// Why an operation on an environment, a transaction or a cursor failed.
///
/// Absence is never an error: a missing key is `nil` or `false`. Mistakes of the caller (an empty key, a value that is
/// too long, a commit on another thread) trap instead.
@usableFromInline package struct LMDBError: Error, Hashable {
  /// What went wrong.
  package let reason: Reason
  /// What was being done, in words: "open", "commit", "put" …
  package let operation: String
  /// The file, where it is known.
  package let path: String?

  package init(_ reason: Reason, operation: String, path: String? = nil) {
    self.reason = reason
    self.operation = operation
    self.path = path
  }

  /// The kinds of failure: those with a name of their own, and `code` for all others.
  package enum Reason: Hashable, Sendable {
    /// The library or the operating system said so.
    case code(Code)
    /// The disk, or the user's quota, has no room left; the last committed state is intact.
    case diskFull
    /// The map has no room left: see `Environment.growMap(toBytes:)`; the last committed state is intact.
    case mapFull
    /// A meta page could not be written, or the map was lost: the environment is of no more use; close and reopen it.
    case panicked
    /// A change in this transaction failed before, so it can only be abandoned.
    case poisoned
    /// `close` and `growMap` need all transactions of this process to have ended.
    case transactionsActive(Int)
    /// Another process made the file larger than the map, and so many transactions of this process still use the map.
    case mapOutgrown(Int)
    /// The environment was closed.
    case closed
    /// An `append` with a key that does not lie behind the last one.
    case keysOutOfOrder
    /// The keyspace on disk has flags (sorted duplicates, integer or reversed keys) that are not used here.
    case unsupportedKeyspace(name: String, flags: UInt32)
    /// The file does not begin as an LMDB file does; an empty file is none either.
    case notAnLMDBFile
    /// The file is shorter than its own records say.
    case truncated(expectedBytes: Int, actualBytes: Int)
    /// The file has another version of LMDB's format.
    case unsupportedVersion(found: Int)
    /// The file has pages of another size than 4,096 bytes.
    case pageSize(found: Int)
    /// This process has the file open; opening it twice would lose locks.
    case alreadyOpen
    /// Another process has the file open.
    case openElsewhere
    /// The path is a folder.
    case isDirectory
    /// The path is neither a file nor a folder.
    case notARegularFile
    /// The file's own records contradict each other.
    case damaged(String)
    /// The installed library is too old or too new.
    case libraryVersion(found: String)
  }
}

extension LMDBError {
  /// The error for a code that the library or the operating system returned.
  init(code: Int32, operation: String, path: String? = nil) {
    let reason: Reason =
      switch Code(rawValue: code) {
      case .mapFull: .mapFull
      case .panic: .panicked
      case .badTransaction: .poisoned
      case .noSpace, .quotaExceeded: .diskFull
      case let other: .code(other)
      }
    self.init(reason, operation: operation, path: path)
  }

  /// Builds the error out of line, so that inlined callers keep only the branch.
  @usableFromInline @inline(never)
  static func failure(_ code: Int32, _ operation: StaticString) -> LMDBError {
    LMDBError(code: code, operation: operation.description)
  }
}

extension LMDBError: CustomStringConvertible {
  /// One sentence: the operation, the file and the reason.
  @usableFromInline package var description: String {
    let subject = path.map { "\(operation) \($0)" } ?? operation
    return "\(subject): \(reason)"
  }
}

extension LMDBError.Reason: CustomStringConvertible {
  /// The reason in words.
  package var description: String {
    switch self {
    case .code(let code): code.description
    case .diskFull: "the disk is full; nothing of this transaction was kept"
    case .mapFull: "the memory map is full; nothing of this transaction was kept"
    case .panicked: "a meta page could not be written; close and reopen the environment"
    case .poisoned: "an earlier change in this transaction failed, so it can only be abandoned"
    case .transactionsActive(let count): "\(count) transactions of this process are still active"
    case .mapOutgrown(let count):
      "another process made it larger than the map, which \(count) transactions of this process still use"
    case .closed: "the environment is closed"
    case .keysOutOfOrder: "keys are appended in ascending order only"
    case .unsupportedKeyspace(let name, let flags): "keyspace \(name) has unsupported flags \(flags)"
    case .notAnLMDBFile: "not an LMDB file"
    case .truncated(let expected, let actual): "truncated: \(actual) bytes of at least \(expected)"
    case .unsupportedVersion(let found): "LMDB format version \(found) is not supported (1 is)"
    case .pageSize(let found): "pages of \(found) bytes are not supported (4096 is)"
    case .alreadyOpen: "already open in this process"
    case .openElsewhere: "open in another process"
    case .isDirectory: "is a folder"
    case .notARegularFile: "is not a regular file"
    case .damaged(let what): "damaged: \(what)"
    case .libraryVersion(let found): "liblmdb \(found) is not supported (0.9.24 or a later 0.9 is)"
    }
  }
}
