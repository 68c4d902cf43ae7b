internal import Foundation
internal import TableStore

/// A file that appears under its name when it is whole: until then it has another one in the same folder, and whatever
/// was under the name stays as it was.
///
/// A path that leads to a pipe or a device is written to as it is.
final class FileSink: ByteSink {
  private let path: String
  private let descriptor: Int32
  /// The name until the end; `nil` when there is none to be given or removed.
  private var temporaryPath: String?

  /// Begins the file that will be at `path`.
  init(path: String) throws(StoreError) {
    var status = stat()
    // A link stays, and the file behind it is replaced.
    self.path = Self.resolved(path)
    let isThere = stat(self.path, &status) == 0
    switch isThere ? status.st_mode & S_IFMT : S_IFREG {
    case S_IFREG:
      let temporaryPath = "\(self.path).\(UInt32.random(in: 0...UInt32.max)).partial"
      descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        self.temporaryPath = temporaryPath
        if isThere { fchmod(descriptor, status.st_mode & 0o777) }
      }
    case S_IFDIR: throw StoreError(.cannotOpen, "\(path) is a folder; name a file")
    default: descriptor = open(self.path, O_WRONLY | O_CLOEXEC)
    }
    if descriptor < 0 { throw Self.failure("cannot be written", path: path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let temporaryPath { unlink(temporaryPath) }
  }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if count < 0, errno == EINTR { continue }
        if count < 0 { throw Self.failure("cannot be written; nothing of it was kept", path: path) }
        rest = rest.dropFirst(count)
      }
    }
  }

  func finish() throws {
    guard let temporaryPath else { return }
    guard fsync(descriptor) == 0, rename(temporaryPath, path) == 0 else {
      throw Self.failure("cannot be written; nothing of it was kept", path: path)
    }
    self.temporaryPath = nil
  }

  /// The path without symbolic links, where it leads to something.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func failure(_ what: String, path: String) -> StoreError {
    let code = errno
    let kind: StoreError.Code =
      switch code {
      case ENOSPC, EDQUOT: .full
      case EACCES, EPERM, EROFS, ENOENT, ENOTDIR: .cannotOpen
      default: .system
      }
    return StoreError(kind, "\(path) \(what): \(String(cString: strerror(code)))")
  }
}

/// `write(2)`, whose name the method hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
