#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A file that no name leads to: written, read back, and gone with the process, however that ends.
final class UnnamedFile {
  private let file: PosixFile

  init(folder: String) throws(LMDBError) {
    let path = "\(folder)/.blazz-run-\(Posix.processNumber)-\(UInt64.random(in: 0...UInt64.max))"
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o600))
    if descriptor < 0 { throw LMDBError(code: errno, operation: "make a file for sorted entries", path: path) }
    file = PosixFile(descriptor: descriptor)
    Posix.removeName(path)
  }

  /// Writes all bytes at `offset`. Returns 0 or the system's code.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int32 {
    whole(bytes.count, ifNone: ENOSPC) { done in
      pwrite(file.descriptor, bytes.baseAddress! + done, bytes.count - done, off_t(offset + done))
    }
  }

  /// Fills `buffer` from `offset` on. Returns 0 or the system's code; a file that ends before is an error.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int32 {
    whole(buffer.count, ifNone: EIO) { done in
      pread(file.descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
    }
  }

  /// Calls until all bytes are done.
  private func whole(_ count: Int, ifNone code: Int32, _ call: (_ done: Int) -> Int) -> Int32 {
    var done = 0
    while done < count {
      let more = call(done)
      if more < 0, errno == EINTR { continue }
      if more <= 0 { return more == 0 ? code : errno }
      done += more
    }
    return 0
  }
}
