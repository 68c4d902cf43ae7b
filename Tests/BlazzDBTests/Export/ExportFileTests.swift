import Foundation
import TableStore
import TestSupport
import Testing

@testable import BlazzDB

/// The file of an export: whole or not there.
@Suite struct ExportFileTests {
  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func aSinkThatIsLetGoLeavesTheOldFile() throws {
    try withScratchFolder { folder in
      let file = folder.appending(path: "x.sql")
      try Data("old".utf8).write(to: file)
      do {
        let sink = try FileSink(path: file.path)
        try sink.write(Array("new".utf8))
        #expect(try names(folder).count == 2)
      }
      #expect(try names(folder) == ["x.sql"])
      #expect(try String(contentsOf: file, encoding: .utf8) == "old")
    }
  }

  @Test func aFinishedFileTakesTheNameAndTheRights() throws {
    try withScratchFolder { folder in
      let file = folder.appending(path: "x.sql")
      try Data("old".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
      let link = folder.appending(path: "link.sql")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      let sink = try FileSink(path: link.path)
      try sink.write(Array("new".utf8))
      try sink.finish()
      #expect(try names(folder) == ["link.sql", "x.sql"])
      #expect(try String(contentsOf: file, encoding: .utf8) == "new")
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func aFailureInTheMiddleLeavesNothing() throws {
    let dump = (1...300).map { "(\($0),'n','\($0)@x.test','\(String(repeating: "x", count: 60_000))')" }
    let sql = "INSERT INTO users (id, first_name, email, meta) VALUES \(dump.joined(separator: ","));"
    try withStore(of: sql) { blazz, folder in
      let before = try names(folder)
      let file = folder.appending(path: "x.sql.gz").path
      #expect(throws: CancellationError.self) {
        try blazz.system.export(to: file) { progress in
          #expect(progress.totalRows == 300)
          if progress.rowsWritten > 100 { throw CancellationError() }
        }
      }
      #expect(try names(folder) == before)
    }
  }

  @Test func pathsThatCannotBeSaySo() throws {
    try withStore(of: "") { blazz, folder in
      let before = try names(folder)
      #expect(code { try blazz.system.export(to: folder.path) } == .cannotOpen)
      #expect(code { try blazz.system.export(to: folder.path + "/none/x.sql") } == .cannotOpen)
      #expect(code { try blazz.system.export(to: blazz.path) } == .cannotOpen)
      #expect(code { try blazz.system.export(to: blazz.path + "-lock") } == .cannotOpen)
      #if os(Linux)
        // A device is written to as it is, and this one is always full.
        #expect(code { try blazz.system.export(to: "/dev/full") } == .full)
        #expect(FileManager.default.fileExists(atPath: "/dev/full"))
      #endif
      #expect(try names(folder) == before)
    }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
  func gzipReadsItsOwn(_ count: Int) throws {
    var random = SeededRandom(for: "\(#function) \(count)")
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    try withScratchFolder { folder in
      let file = folder.appending(path: "x.gz")
      let sink = try GzipSink(FileSink(path: file.path))
      for start in stride(from: 0, to: count, by: 100_000) { try sink.write(Array(bytes[start...].prefix(100_000))) }
      try sink.finish()
      #expect(try Array(gunzipped(file)) == bytes)
    }
  }
}
