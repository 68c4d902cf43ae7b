internal import Foundation
internal import TableStore

/// A file of JSON lines beside a store: what an import could not bring into it.
///
/// Invariants:
/// 1. The file has whole lines: a write that fails is taken back, and what a crash cut off is dropped by the next
///    import.
/// 2. A line is on the disk before the rows that it was read with are committed, so that no row is lost between them.
/// 3. There is no file without a line.
final class KeptFile {
  /// Where the file is, or would be.
  let path: String
  /// The lines that were appended.
  private(set) var lineCount = 0

  /// Bytes after which lines are written before anybody asks.
  private static let bufferBytes = 4 << 20
  private let mode: mode_t
  private var line = KeptLine()
  private var pending = ByteStore(capacity: 64 << 10)
  private var descriptor: Int32 = -1

  /// - Parameter mode: the rights of a file that has to be made.
  init(path: String, mode: mode_t) {
    self.path = path
    self.mode = mode
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends the line that `build` writes.
  ///
  /// - Parameter isThere: whether the file has the line already.
  func append(
    unless isThere: (UnsafeRawBufferPointer) -> Bool = { _ in false }, _ build: (inout KeptLine) throws -> Void
  ) throws {
    line.begin()
    try build(&line)
    line.end()
    lineCount += 1
    let bytes = line.bytes
    guard !isThere(bytes), let base = bytes.baseAddress else { return }
    pending.append(base, count: bytes.count)
    if pending.count > Self.bufferBytes { try flush() }
  }

  /// Brings what was appended to the disk.
  func flush() throws {
    guard pending.count > 0 else { return }
    if descriptor < 0 { descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, mode) }
    guard descriptor >= 0 else { throw Self.failure(path) }
    let end = lseek(descriptor, 0, SEEK_END)
    var rest = pending.bytes
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        let failure = Self.failure(path)
        ftruncate(descriptor, end)
        throw failure
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    guard fsync(descriptor) == 0 else { throw Self.failure(path) }
    pending.truncate(to: 0)
  }

  /// Rewrites the file with the lines that `keeps` wants; a last line that broke off goes in any case.
  func rewrite(_ keeps: (UnsafeRawBufferPointer) throws -> Bool) throws {
    guard let input = fopen(path, "r") else {
      if errno == ENOENT { return }
      throw Self.failure(path)
    }
    defer { fclose(input) }
    let temporary = path + ".tmp"
    let output = open(temporary, O_WRONLY | O_TRUNC | O_CREAT | O_CLOEXEC, mode)
    guard output >= 0, let stream = fdopen(output, "w") else { throw Self.failure(temporary) }
    var isOpen = true
    defer { if isOpen { fclose(stream) } }
    let isEmpty = try Self.copyLines(from: input, to: stream, keeps)
    let isWritten = ferror(input) == 0 && fflush(stream) == 0 && fsync(output) == 0
    isOpen = false
    guard fclose(stream) == 0, isWritten, rename(temporary, path) == 0 else { throw Self.failure(path) }
    if isEmpty, unlink(path) != 0 { throw Self.failure(path) }
    // The descriptor is one of the file that was replaced.
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  /// - Returns: whether no line was copied.
  private static func copyLines(
    from input: UnsafeMutablePointer<FILE>, to output: UnsafeMutablePointer<FILE>,
    _ keeps: (UnsafeRawBufferPointer) throws -> Bool
  ) throws -> Bool {
    var isEmpty = true
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while case let count = getline(&line, &capacity, input), count > 0 {
      let bytes = UnsafeRawBufferPointer(start: line, count: count)
      guard bytes.last == .newline, try keeps(bytes) else { continue }
      isEmpty = false
      if fwrite(line, 1, count, output) != count { break }
    }
    return isEmpty
  }

  private static func failure(_ path: String) -> StoreError {
    if errno == ENOSPC { return StoreError(.full, "the disk that holds \(path) is full") }
    return StoreError(.system, "\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}
