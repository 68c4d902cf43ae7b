internal import CLMDB

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file descriptor with the few calls that this module makes besides the library's own. It closes itself.
struct PosixFile: ~Copyable {
  let descriptor: Int32

  /// Takes over an open descriptor.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Reads the same open file as another descriptor does.
  init(duplicating other: Int32, path: String) throws(LMDBError) {
    descriptor = fcntl(other, F_DUPFD_CLOEXEC, 0)
    if descriptor < 0 { throw LMDBError(code: errno, operation: "check", path: path) }
  }

  /// Opens an existing file or folder for plain reading.
  init(readingPath path: String) throws(LMDBError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw LMDBError(code: errno, operation: "open", path: path) }
  }

  /// Makes a file that is not there yet.
  init(creatingPath path: String, permissions: UInt32) throws(LMDBError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(permissions))
    if descriptor < 0 { throw LMDBError(code: errno, operation: "create", path: path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What the path names now.
  var status: FileStatus? { FileStatus(descriptor: descriptor) }

  /// Reads up to `byteCount` bytes at `offset`; fewer at the end of the file. `nil` when reading fails.
  func read(_ byteCount: Int, at offset: Int) -> [UInt8]? {
    var isFailed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      let got = read(byteCount, at: offset, into: buffer.baseAddress.unsafelyUnwrapped)
      isFailed = got == nil
      count = got ?? 0
    }
    return isFailed ? nil : bytes
  }

  /// The same into memory with room for `byteCount` bytes; how many there were.
  func read(_ byteCount: Int, at offset: Int, into target: UnsafeMutableRawPointer) -> Int? {
    var count = 0
    while count < byteCount {
      let got = pread(descriptor, target + count, byteCount - count, off_t(offset + count))
      if got < 0, errno == EINTR { continue }
      if got < 0 { return nil }
      if got == 0 { break }
      count += got
    }
    return count
  }

  /// Has the system begin to read what will be read.
  func willNeed(_ byteCount: Int, at offset: Int) { Posix.willNeed(descriptor, byteCount, at: offset) }

  /// Waits until the file, or the names in the folder, are on disk. Returns 0 or the system's code.
  func flush() -> Int32 { fsync(descriptor) == 0 ? 0 : errno }
}

/// What a file is and how long.
struct FileStatus: Hashable {
  enum Kind { case regular, directory, other }

  let kind: Kind
  let sizeBytes: Int
  let identity: FileIdentity

  /// The state of `path`, following links; `nil` when it cannot be had (see `errno`).
  init?(path: String) {
    var raw = blazz_file_status()
    guard blazz_get_file_status(path, -1, &raw) == 0 else { return nil }
    self.init(raw)
  }

  init?(descriptor: Int32) {
    var raw = blazz_file_status()
    guard blazz_get_file_status(nil, descriptor, &raw) == 0 else { return nil }
    self.init(raw)
  }

  private init(_ raw: blazz_file_status) {
    kind = raw.is_regular != 0 ? .regular : raw.is_directory != 0 ? .directory : .other
    sizeBytes = Int(raw.size)
    identity = FileIdentity(device: raw.device, inode: raw.inode)
  }
}

/// Which file a path or descriptor means, whatever its name.
struct FileIdentity: Hashable {
  let device: UInt64
  let inode: UInt64
}

/// The thread that is running.
struct ThreadIdentity: Equatable, @unchecked Sendable {
  private let raw: pthread_t

  static var current: ThreadIdentity { ThreadIdentity(raw: pthread_self()) }

  static func == (left: Self, right: Self) -> Bool { pthread_equal(left.raw, right.raw) != 0 }
}

/// Calls on paths.
enum Posix {
  /// The code of the system call that failed last on this thread.
  static var lastCode: Int32 { errno }

  /// Bytes that may still be written on the disk of `path`; `nil` when unknown.
  static func freeBytes(atPath path: String) -> Int? { blocks(atPath: path) { UInt64($0.f_bavail) } }

  /// The size of the disk of `path`; `nil` when unknown.
  static func diskBytes(atPath path: String) -> Int? { blocks(atPath: path) { UInt64($0.f_blocks) } }

  /// The bytes of so many blocks of the disk of `path`.
  private static func blocks(atPath path: String, _ count: (statvfs) -> UInt64) -> Int? {
    var raw = statvfs()
    guard statvfs(path, &raw) == 0 else { return nil }
    let (bytes, isTooLarge) = count(raw).multipliedReportingOverflow(by: UInt64(raw.f_frsize))
    return isTooLarge ? .max : Int(clamping: bytes)
  }

  /// `path` without symbolic links; `nil` when it, or its folder, is not there.
  static func resolved(_ path: String) -> String? {
    guard let raw = realpath(path, nil) else { return nil }
    defer { free(raw) }
    return String(cString: raw)
  }

  /// The folder that `path` lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Gives `source` the further name `target`, unless that is taken. Returns 0 or the system's code.
  static func addName(_ target: String, to source: String) -> Int32 { link(source, target) == 0 ? 0 : errno }

  /// Removes a name; a missing one is as good.
  static func removeName(_ path: String) { unlink(path) }

  /// Has the thread sleep.
  static func sleep(microseconds: UInt32) { usleep(microseconds) }

  /// The number of this process.
  static var processNumber: Int32 { getpid() }

  /// Lets the system take memory back that shows a file; it is read again when it is looked at.
  static func releasePages(at address: UInt, byteCount: Int) {
    _ = madvise(UnsafeMutableRawPointer(bitPattern: address), byteCount, MADV_DONTNEED)
  }

  /// Opens a file for reading and writing, which is made if it is missing; -1 when that fails.
  static func openOrMake(_ path: String, permissions: UInt32) -> Int32 {
    open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode_t(permissions))
  }

  /// Closes a descriptor, unless it is negative.
  static func close(_ descriptor: Int32) { if descriptor >= 0 { _ = systemClose(descriptor) } }

  /// Bytes of the lock file that processes lock.
  enum LockedByte: Int {
    /// LMDB's own: shared by all who have the file open; exclusive while one who has it alone sets the lock file up.
    case library = 0
    /// Ours, far beyond LMDB's locks for readers, which are at their processes' numbers. Whoever opens the file has it
    /// until that is done. Else a second process may wait for `library` while a first one sets the lock file up, and when
    /// that is killed go on with what is half set up: numbers of transactions would begin anew.
    case opening = 0x4000_0000
  }

  enum LockKind { case exclusively, shared, not }

  /// Locks a byte for this process, or unlocks it; `false` when another process has a lock that does not allow it.
  @discardableResult
  static func lock(_ descriptor: Int32, _ byte: LockedByte, _ kind: LockKind, waits: Bool) -> Bool {
    var range = flock()
    range.l_type =
      switch kind {
      case .exclusively: Int16(F_WRLCK)
      case .shared: Int16(F_RDLCK)
      case .not: Int16(F_UNLCK)
      }
    range.l_whence = Int16(SEEK_SET)
    range.l_start = off_t(byte.rawValue)
    range.l_len = 1
    while fcntl(descriptor, waits ? F_SETLKW : F_SETLK, &range) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  /// Gives a file another name, in place of the file that has it. Returns 0 or the system's code.
  static func rename(_ path: String, to target: String) -> Int32 { systemRename(path, target) == 0 ? 0 : errno }

  /// Reserves room on the disk for the first `sizeBytes` of a file; its length stays as it is. Returns 0 or the system's
  /// code.
  static func reserve(_ descriptor: Int32, sizeBytes: Int) -> Int32 {
    #if canImport(Glibc)
      let keepsLength: Int32 = 1  // FALLOC_FL_KEEP_SIZE, which the module Glibc lacks
      return fallocate(descriptor, keepsLength, 0, off_t(sizeBytes)) == 0 ? 0 : errno
    #else
      return 0
    #endif
  }

  /// Reserves room so that the file is at least `sizeBytes` long; never shortens it and never writes into it.
  static func extend(_ descriptor: Int32, from currentBytes: Int, to sizeBytes: Int) {
    #if canImport(Glibc)
      _ = fallocate(descriptor, 0, off_t(currentBytes), off_t(sizeBytes - currentBytes))
    #endif
  }
}

// Names that `Posix` has too.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func systemRename(_ path: String, _ target: String) -> Int32 { rename(path, target) }
