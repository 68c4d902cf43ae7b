internal import CLMDB

extension Environment {
  struct OpenedFile: @unchecked Sendable {
    let path: String
    let handle: OpaquePointer
    let descriptor: Int32
    let lockDescriptor: Int32
    let identity: FileIdentity
    let readsPageByPage: Bool
    let warmsCacheAfter: Duration?
  }

  /// The version of the installed library, such as `0.9.24`.
  package static var libraryVersion: String {
    let (major, minor, patch) = versionNumbers
    return "\(major).\(minor).\(patch)"
  }

  private static var versionNumbers: (Int32, Int32, Int32) {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    _ = mdb_version(&major, &minor, &patch)
    return (major, minor, patch)
  }

  static func requireSupportedLibrary() throws(LMDBError) {
    let (major, minor, patch) = versionNumbers
    guard major == 0, minor == 9, patch >= 24 else {
      throw LMDBError(.libraryVersion(found: libraryVersion), operation: "open")
    }
  }

  static func openFile(
    _ path: String, _ options: EnvironmentOptions, openFiles: Set<FileIdentity>
  ) throws(LMDBError) -> OpenedFile {
    if FileStatus(path: path) == nil {
      let code = Posix.lastCode
      guard LMDBError.Code(rawValue: code) == .noSuchFile, options.createIfMissing, !options.isReadOnly else {
        throw LMDBError(code: code, operation: "open", path: path)
      }
      try createFile(path, options)
    }
    // The lock file's name follows the path, so one file needs one path: links are resolved.
    guard let path = Posix.resolved(path) else {
      throw LMDBError(code: Posix.lastCode, operation: "open", path: path)
    }
    var status = try checkFile(path, openFiles: openFiles)
    let lockDescriptor = try openLockFile(path, options)
    do throws(LMDBError) {
      Posix.lock(lockDescriptor, .opening, .exclusively, waits: true)
      // Another file may have taken its place meanwhile.
      if FileStatus(path: path)?.identity != status.identity { status = try checkFile(path, openFiles: openFiles) }
      var options = options
      let isLarge = status.sizeBytes > Posix.memoryBytes / 2
      // The map of an empty file cannot be found later; what comes into it is in memory.
      if isLarge || status.sizeBytes < CacheWarming.leastFileBytes { options.warmsCacheAfter = nil }
      let readsPageByPage = options.readsPageByPage ?? (isLarge || options.warmsCacheAfter != nil)
      options.readsPageByPage = readsPageByPage && Posix.countsDiskWaits
      if !readsPageByPage { options.warmsCacheAfter = nil }
      let handle = try openHandle(path, options, fileBytes: status.sizeBytes, lockDescriptor)
      Posix.lock(lockDescriptor, .opening, .not, waits: false)
      var descriptor: Int32 = -1
      mdb_env_get_fd(handle, &descriptor)
      return OpenedFile(
        path: path, handle: handle, descriptor: descriptor, lockDescriptor: lockDescriptor, identity: status.identity,
        readsPageByPage: options.readsPageByPage == true, warmsCacheAfter: options.warmsCacheAfter)
    } catch {
      Posix.close(lockDescriptor)
      throw error
    }
  }

  /// Opens the lock file and makes sure that its pages are on the disk: the library writes to it as memory, and on a full
  /// disk the first such write kills the process. Gives -1 where it cannot be opened: what is wrong is for the library to say.
  private static func openLockFile(_ path: String, _ options: EnvironmentOptions) throws(LMDBError) -> Int32 {
    let descriptor = Posix.openOrMake("\(path)-lock", permissions: options.filePermissions)
    // A cache line for each reader and some for the header.
    let lockBytes = roundedToPages((options.maxReaders + 8) * 64)
    let code = descriptor < 0 ? Posix.lastCode : Posix.reserve(descriptor, sizeBytes: lockBytes)
    let error = LMDBError(code: code, operation: "open", path: path)
    guard error.reason != .diskFull else {
      Posix.close(descriptor)
      throw error
    }
    return descriptor
  }

  private static func checkFile(_ path: String, openFiles: Set<FileIdentity>) throws(LMDBError) -> FileStatus {
    guard let status = FileStatus(path: path) else {
      throw LMDBError(code: Posix.lastCode, operation: "open", path: path)
    }
    switch status.kind {
    case .directory: throw LMDBError(.isDirectory, operation: "open", path: path)
    case .other: throw LMDBError(.notARegularFile, operation: "open", path: path)
    case .regular: break
    }
    if openFiles.contains(status.identity) { throw LMDBError(.alreadyOpen, operation: "open", path: path) }
    try FileCheck(path: path).run()
    return status
  }

  /// Opens the library's handle with the largest map up to the wanted one that the address space has room for.
  private static func openHandle(
    _ path: String, _ options: EnvironmentOptions, fileBytes: Int, _ lockDescriptor: Int32
  ) throws(LMDBError) -> OpaquePointer {
    let smallestBytes = roundedToPages(fileBytes + 64 << 20)
    var mapBytes = roundedToPages(options.mapSizeBytes ?? defaultMapBytes(path, fileBytes: fileBytes))
    while true {
      do throws(LMDBError) {
        return try openHandle(path, options, mapBytes: mapBytes)
      } catch {
        guard error.reason == .code(.noMemory), options.mapSizeBytes == nil, mapBytes > smallestBytes else {
          throw error
        }
        // The library closed its lock file, with which this process's locks went.
        Posix.lock(lockDescriptor, .opening, .exclusively, waits: true)
        mapBytes = max(roundedToPages(mapBytes / 2), smallestBytes)
      }
    }
  }

  static func openHandle(
    _ path: String, _ options: EnvironmentOptions, mapBytes: Int, extraFlags: UInt32 = 0
  ) throws(LMDBError) -> OpaquePointer {
    var created: OpaquePointer?
    var code = mdb_env_create(&created)
    guard code == MDB_SUCCESS, let handle = created else { throw LMDBError(code: code, operation: "open", path: path) }
    code = mdb_env_set_mapsize(handle, mapBytes)
    if code == MDB_SUCCESS { code = mdb_env_set_maxdbs(handle, UInt32(options.maxKeyspaces)) }
    if code == MDB_SUCCESS { code = mdb_env_set_maxreaders(handle, UInt32(options.maxReaders)) }
    if code == MDB_SUCCESS {
      code = mdb_env_open(handle, path, flags(of: options) | extraFlags, mdb_mode_t(options.filePermissions))
    }
    guard code == MDB_SUCCESS else {
      mdb_env_close(handle)
      throw LMDBError(code: code, operation: "open", path: path)
    }
    return handle
  }

  private static func flags(of options: EnvironmentOptions) -> UInt32 {
    var flags = MDB_NOSUBDIR | MDB_NOTLS
    if options.readsPageByPage == true { flags |= MDB_NORDAHEAD }
    if options.isReadOnly { flags |= MDB_RDONLY }
    switch options.durability {
    case .full: break
    case .relaxed: flags |= MDB_NOMETASYNC
    case .none: flags |= MDB_NOSYNC
    }
    return UInt32(bitPattern: flags)
  }

  private static func defaultMapBytes(_ path: String, fileBytes: Int) -> Int {
    // Not the room that is free now: a process that opens the file when there is more would outgrow this one's map.
    min(max(fileBytes, Posix.diskBytes(atPath: path) ?? 0, 1 << 30), 16 << 40)
  }

  static func roundedToPages(_ bytes: Int) -> Int {
    precondition(bytes > 0 && bytes <= 1 << 46, "a map has between one page and 64 TiB")
    return (bytes + Limits.pageBytes - 1) / Limits.pageBytes * Limits.pageBytes
  }
}
