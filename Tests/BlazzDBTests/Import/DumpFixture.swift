import Foundation

@testable import BlazzDB

/// Bytes in memory, handed out as many at a time as the reader asks for.
final class MemorySource: ByteSource {
  let name = "memory.sql"
  var totalBytes: Int? { bytes.count }
  private(set) var bytesRead = 0
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DumpError) -> Int {
    let count = min(buffer.count, bytes.count - bytesRead)
    buffer.copyBytes(from: bytes[bytesRead..<bytesRead + count])
    bytesRead += count
    return count
  }
}

/// A literal with its bytes.
enum DumpValue: Equatable, Sendable {
  case null
  case number(String)
  case text([UInt8])
  case bytes([UInt8])
  case bit(UInt64)
  case word(String)

  static func text(_ text: String) -> DumpValue { .text(Array(text.utf8)) }
}

/// All rows of one INSERT.
struct DumpBatch: Equatable, Sendable {
  var table: String
  var columns: [String]?
  var rows: [[DumpValue]]
}

/// All that a reader found before the end or an error.
struct ParsedDump {
  var tables: [DumpTable] = []
  var batches: [DumpBatch] = []
  var lines: [Int] = []
  var offsets: [Int] = []
  var error: DumpError?

  var rows: [[DumpValue]] { batches.flatMap(\.rows) }

  init(_ text: String, chunkBytes: Int = 64, maxRowBytes: Int = 1 << 20) {
    self.init(Array(text.utf8), chunkBytes: chunkBytes, maxRowBytes: maxRowBytes)
  }

  init(_ bytes: [UInt8], chunkBytes: Int = 64, maxRowBytes: Int = 1 << 20) {
    self.init { () throws(DumpError) in
      try DumpReader(source: MemorySource(bytes), chunkBytes: chunkBytes, maxRowBytes: maxRowBytes)
    }
  }

  init(path: String) {
    self.init { () throws(DumpError) in try DumpReader(path: path) }
  }

  private init(_ open: () throws(DumpError) -> DumpReader) {
    do {
      var reader = try open()
      try read(&reader)
    } catch {
      self.error = error
    }
  }

  private mutating func read(_ reader: inout DumpReader) throws(DumpError) {
    while let event = try reader.next() {
      switch event {
      case .createTable(let table): tables.append(table)
      case .insert(let table, let columns):
        batches.append(DumpBatch(table: table, columns: columns, rows: []))
        while try reader.nextRow() {
          batches[batches.count - 1].rows.append(reader.row.snapshot)
          lines.append(reader.row.line)
          offsets.append(reader.row.byteOffset)
        }
      }
    }
  }
}

extension DumpRow {
  /// The row's values, copied.
  var snapshot: [DumpValue] {
    (0..<count).map { index in
      let literal = value(at: index)
      let content = Array(bytes(of: literal))
      return switch literal {
      case .null: .null
      case .number: .number(String(decoding: content, as: UTF8.self))
      case .text: .text(content)
      case .bytes: .bytes(content)
      case .bit(let bits): .bit(bits)
      case .word: .word(String(decoding: content, as: UTF8.self))
      }
    }
  }
}

/// Runs `body` with a folder that is removed afterwards.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "blazz-dump-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
