import Foundation
import Testing

@testable import BlazzDB

@Suite struct DumpMemoryTests {
  /// One 64 MB statement of rows up to 100 kB is read with less than 1 MiB of buffers.
  @Test func buffersStayBelowAMegabyte() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "big.sql")
      let rows = 1000
      _ = FileManager.default.createFile(atPath: file.path, contents: nil)
      let handle = try FileHandle(forWritingTo: file)
      try handle.write(contentsOf: Data("INSERT INTO t VALUES ".utf8))
      for index in 0..<rows {
        let body = String(repeating: "x", count: index.isMultiple(of: 2) ? 100_000 : 30_000)
        try handle.write(contentsOf: Data("\(index > 0 ? "," : "")(\(index),'\(body)','it\\'s')".utf8))
      }
      try handle.write(contentsOf: Data(";\n".utf8))
      try handle.close()

      var reader = try DumpReader(path: file.path)
      _ = try reader.next()
      var count = 0
      var bytes = 0
      while try reader.nextRow() {
        count += 1
        bytes += reader.row.bytes(of: reader.row.value(at: 1)).count
      }
      #expect(count == rows)
      #expect(bytes == 65_000_000)
      #expect(reader.bufferCapacity < 1 << 20)

      var skipper = try DumpReader(path: file.path)
      while try skipper.next() != nil {}
      #expect(skipper.bufferCapacity < 512 << 10)
    }
  }
}
