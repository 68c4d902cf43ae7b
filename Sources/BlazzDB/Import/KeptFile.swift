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
  /// What was there before.
  private let oldBytes: Int
  private var line = KeptLine()
  private var pending = ByteStore(capacity: 64 << 10)
  private var descriptor: Int32 = -1
  /// The lines that were taken back, and how often: rows of one line of a dump may be alike in what is kept aside.
  private var takenBack: [[Int]: Int] = [:]

  /// - Parameter mode: the rights of a file that has to be made.
  init(path: String, mode: mode_t) throws {
    self.path = path
    self.mode = mode
    oldBytes = try Self.dropBrokenLine(path)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends the line that `build` writes, and shows it to `look`.
  func append(
    then look: (UnsafeRawBufferPointer) -> Void = { _ in }, _ build: (inout KeptLine) throws -> Void
  ) throws {
    line.begin()
    try build(&line)
    line.end()
    lineCount += 1
    look(line.bytes)
    if let base = line.bytes.baseAddress { pending.append(base, count: line.bytes.count) }
    if pending.count > Self.bufferBytes { try flush() }
  }

  /// Appends whole lines.
  func append(lines: UnsafeRawBufferPointer, count: Int) throws {
    guard let base = lines.baseAddress, count > 0 else { return }
    lineCount += count
    pending.append(base, count: lines.count)
    if pending.count > Self.bufferBytes { try flush() }
  }

  /// Takes a line back that was appended: it goes when older lines do.
  func takeBack(_ line: UnsafeRawBufferPointer) {
    lineCount -= 1
    takenBack[Self.digest(line), default: 0] += 1
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

  /// Numbers that stand for a line while the process lives.
  private static func digest(_ line: UnsafeRawBufferPointer) -> [Int] {
    var (first, second) = (Hasher(), Hasher())
    first.combine(bytes: line)
    second.combine(line.count)
    second.combine(bytes: line)
    return [first.finalize(), second.finalize()]
  }

  private static func failure(_ path: String) -> StoreError {
    if errno == ENOSPC { return StoreError(.full, "the disk that holds \(path) is full") }
    return StoreError(.system, "\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}

// MARK: Lines of earlier imports

extension KeptFile {
  /// Takes out lines that were there before, save those that `keeps` wants. Nothing is to be appended afterwards.
  func forgetOld(_ keeps: (UnsafeRawBufferPointer) throws -> Bool) throws {
    try flush()
    guard oldBytes > 0 || !takenBack.isEmpty else { return }
    guard let input = fopen(path, "r") else { throw Self.failure(path) }
    defer { fclose(input) }
    let temporary = path + ".tmp"
    let output = open(temporary, O_WRONLY | O_TRUNC | O_CREAT | O_CLOEXEC, mode)
    guard output >= 0, let stream = fdopen(output, "w") else { throw Self.failure(temporary) }
    var isOpen = true
    defer { if isOpen { fclose(stream) } }
    let isEmpty = try copyLines(from: input, to: stream, keeps)
    let isWritten = ferror(input) == 0 && fflush(stream) == 0 && fsync(output) == 0
    isOpen = false
    guard fclose(stream) == 0, isWritten, rename(temporary, path) == 0 else { throw Self.failure(path) }
    if isEmpty, unlink(path) != 0 { throw Self.failure(path) }
  }

  /// - Returns: whether no line was copied.
  private func copyLines(
    from input: UnsafeMutablePointer<FILE>, to output: UnsafeMutablePointer<FILE>,
    _ keeps: (UnsafeRawBufferPointer) throws -> Bool
  ) throws -> Bool {
    var isEmpty = true
    var offset = 0
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while case let count = getline(&line, &capacity, input), count > 0 {
      defer { offset += count }
      let bytes = UnsafeRawBufferPointer(start: line, count: count)
      if offset < oldBytes {
        if try !keeps(bytes) { continue }
      } else if !takenBack.isEmpty, case let digest = Self.digest(bytes), let count = takenBack[digest], count > 0 {
        takenBack[digest] = count - 1
        continue
      }
      isEmpty = false
      if fwrite(line, 1, count, output) != count { break }
    }
    return isEmpty
  }

  /// Cuts a file behind its last whole line, and removes one that has none.
  ///
  /// - Returns: the bytes that are left.
  private static func dropBrokenLine(_ path: String) throws -> Int {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return 0 }
      throw failure(path)
    }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var end = size
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while end > 0 {
      let start = max(0, end - block.count)
      guard pread(descriptor, &block, end - start, off_t(start)) == end - start else { throw failure(path) }
      if let last = block[..<(end - start)].lastIndex(of: .newline) {
        end = start + last + 1
        break
      }
      end = start
    }
    if end < size, ftruncate(descriptor, off_t(end)) != 0 { throw failure(path) }
    if end == 0, unlink(path) != 0 { throw failure(path) }
    return end
  }
}
