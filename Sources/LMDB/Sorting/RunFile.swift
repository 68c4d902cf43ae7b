/// Entries in key order in a file that no name leads to: it is gone with the process.
///
/// Each entry is the length of its key and of its value, two bytes each, its tag in four, key and value.
struct RunFile {
  /// The bytes before a key.
  static let headBytes = 8
  private static let bufferBytes = 1 << 20

  let file: UnnamedFile
  private let buffer = ByteBuffer(capacity: RunFile.bufferBytes + 8 << 10)
  /// The bytes written so far.
  private(set) var byteCount = 0

  init(folder: String) throws(LMDBError) { file = try UnnamedFile(folder: folder) }

  /// Appends an entry, which lies behind all so far.
  mutating func append(_ entry: EntrySorter.Entry) throws(LMDBError) {
    buffer.append(littleEndian: entry.keyCount)
    buffer.append(littleEndian: entry.valueCount)
    buffer.append(littleEndian: entry.tag)
    buffer.append(
      copying: UnsafeRawBufferPointer(start: entry.key, count: Int(entry.keyCount) + Int(entry.valueCount)))
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  /// Writes what is left.
  mutating func finish() throws(LMDBError) { try flush() }

  private mutating func flush() throws(LMDBError) {
    let code = buffer.bytes.withUnsafeBytes { file.write($0, at: byteCount) }
    guard code == 0 else { throw LMDBError(code: code, operation: "write sorted entries") }
    byteCount += buffer.count
    buffer.removeAll()
  }
}
