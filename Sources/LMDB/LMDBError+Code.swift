internal import CLMDB

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension LMDBError {
  /// A return code of the library (negative) or of the operating system (positive).
  package struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: Int32

    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// The library's own sentence for the code.
    package var description: String { String(cString: mdb_strerror(rawValue)) }
  }
}

// The library's codes.
extension LMDBError.Code {
  /// The key is there already (MDB_KEYEXIST).
  package static let keyExists = Self(rawValue: MDB_KEYEXIST)
  /// The key, or a further entry, is not there (MDB_NOTFOUND).
  package static let notFound = Self(rawValue: MDB_NOTFOUND)
  /// A page that another page points to does not exist (MDB_PAGE_NOTFOUND).
  package static let pageNotFound = Self(rawValue: MDB_PAGE_NOTFOUND)
  /// A page is of the wrong kind (MDB_CORRUPTED).
  package static let corrupted = Self(rawValue: MDB_CORRUPTED)
  /// A meta page could not be written (MDB_PANIC).
  package static let panic = Self(rawValue: MDB_PANIC)
  /// The file or its lock file was written by another version of the format (MDB_VERSION_MISMATCH).
  package static let versionMismatch = Self(rawValue: MDB_VERSION_MISMATCH)
  /// The file or its lock file is not LMDB's (MDB_INVALID).
  package static let invalid = Self(rawValue: MDB_INVALID)
  /// The map has no room left (MDB_MAP_FULL).
  package static let mapFull = Self(rawValue: MDB_MAP_FULL)
  /// More keyspaces than the environment was opened for (MDB_DBS_FULL).
  package static let keyspacesFull = Self(rawValue: MDB_DBS_FULL)
  /// More read transactions than the lock file has places for (MDB_READERS_FULL).
  package static let readersFull = Self(rawValue: MDB_READERS_FULL)
  /// Too many thread-local keys (MDB_TLS_FULL).
  package static let threadKeysFull = Self(rawValue: MDB_TLS_FULL)
  /// A transaction has too many changed pages (MDB_TXN_FULL).
  package static let transactionFull = Self(rawValue: MDB_TXN_FULL)
  /// A tree is deeper than a cursor can hold (MDB_CURSOR_FULL).
  package static let cursorFull = Self(rawValue: MDB_CURSOR_FULL)
  /// A page has too little room, inside the library (MDB_PAGE_FULL).
  package static let pageFull = Self(rawValue: MDB_PAGE_FULL)
  /// Another process made the file larger than this map (MDB_MAP_RESIZED).
  package static let mapResized = Self(rawValue: MDB_MAP_RESIZED)
  /// An operation does not fit the kind of keyspace (MDB_INCOMPATIBLE).
  package static let incompatible = Self(rawValue: MDB_INCOMPATIBLE)
  /// A place in the lock file was used twice (MDB_BAD_RSLOT).
  package static let badReaderSlot = Self(rawValue: MDB_BAD_RSLOT)
  /// The transaction can only be aborted (MDB_BAD_TXN).
  package static let badTransaction = Self(rawValue: MDB_BAD_TXN)
  /// A key, value or name of an unsupported length (MDB_BAD_VALSIZE).
  package static let badValueSize = Self(rawValue: MDB_BAD_VALSIZE)
  /// The keyspace was closed or replaced (MDB_BAD_DBI).
  package static let badKeyspace = Self(rawValue: MDB_BAD_DBI)
}

// The operating system's codes that are met in practice.
extension LMDBError.Code {
  /// No such file or folder (ENOENT).
  package static let noSuchFile = Self(rawValue: ENOENT)
  /// The rights do not allow it (EACCES).
  package static let accessDenied = Self(rawValue: EACCES)
  /// Not permitted (EPERM).
  package static let notPermitted = Self(rawValue: EPERM)
  /// The disk has no room left (ENOSPC).
  package static let noSpace = Self(rawValue: ENOSPC)
  /// The user's quota is used up (EDQUOT).
  package static let quotaExceeded = Self(rawValue: EDQUOT)
  /// Reading or writing failed (EIO).
  package static let inputOutput = Self(rawValue: EIO)
  /// An argument is not valid (EINVAL).
  package static let invalidArgument = Self(rawValue: EINVAL)
  /// Not available now (EAGAIN).
  package static let tryAgain = Self(rawValue: EAGAIN)
  /// No memory, or no address space (ENOMEM).
  package static let noMemory = Self(rawValue: ENOMEM)
  /// The file system is read-only (EROFS).
  package static let readOnlyFileSystem = Self(rawValue: EROFS)
  /// The file exists (EEXIST).
  package static let fileExists = Self(rawValue: EEXIST)
  /// A part of the path is not a folder (ENOTDIR).
  package static let notADirectory = Self(rawValue: ENOTDIR)
  /// Too many open files in this process (EMFILE).
  package static let tooManyOpenFiles = Self(rawValue: EMFILE)
}
