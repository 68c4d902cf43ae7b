import Foundation
import Testing

@testable import BlazzDB

@Suite struct GzipSourceTests {
  private static let text =
    "INSERT INTO t VALUES " + (0..<5000).map { "(\($0),'row \($0 * 7919)')" }.joined(separator: ",\n") + ";\n"

  /// `text` as the system's gzip packs it.
  private func gzip(_ text: String, in folder: URL) throws -> Data {
    let file = folder.appending(path: "plain-\(UUID().uuidString).sql")
    try Data(text.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", file.path]
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: file.appendingPathExtension("gz"))
  }

  private func parse(_ data: Data, in folder: URL) throws -> ParsedDump {
    let file = folder.appending(path: "dump.sql.gz")
    try data.write(to: file)
    return ParsedDump(path: file.path)
  }

  @Test func readsMembers() throws {
    try withTemporaryFolder { folder in
      let first = try gzip(Self.text, in: folder)
      let second = try gzip("INSERT INTO u VALUES (1);", in: folder)
      let empty = try gzip("", in: folder)
      #expect(try parse(first, in: folder).rows.count == 5000)
      for data in [first + second, first + empty + second, empty + first + second + Data(count: 100_000)] {
        let dump = try parse(data, in: folder)
        #expect(dump.error == nil)
        #expect(dump.batches.map(\.table) == ["t", "u"])
        #expect(dump.rows.count == 5001)
      }
    }
  }

  @Test func readsPlainAndTinyFiles() throws {
    try withTemporaryFolder { folder in
      #expect(try parse(Data("INSERT INTO u VALUES (1);".utf8), in: folder).rows.count == 1)
      for text in ["", ";", "\n\n", "#x"] {
        let dump = try parse(Data(text.utf8), in: folder)
        #expect(dump.error == nil && dump.rows.isEmpty)
      }
    }
  }

  @Test func reportsProgressInTheFile() throws {
    try withTemporaryFolder { folder in
      let data = try gzip(Self.text, in: folder)
      let file = folder.appending(path: "progress.sql.gz")
      try data.write(to: file)
      var reader = try DumpReader(path: file.path)
      while try reader.next() != nil {}
      #expect(reader.totalBytes == data.count)
      #expect(reader.bytesRead == data.count)
    }
  }

  @Test func noticesTruncation() throws {
    try withTemporaryFolder { folder in
      let whole = try gzip(Self.text, in: folder)
      for length in Array(2..<40) + Array(stride(from: 40, to: whole.count, by: 997)) + [
        whole.count - 8, whole.count - 1,
      ] {
        let dump = try parse(whole.prefix(length), in: folder)
        #expect(dump.error?.code == .damagedArchive, "cut at \(length)")
        #expect(dump.error?.message.contains("cut off at byte \(length),") == true, "\(dump.error?.message ?? "")")
        #expect(dump.error?.line ?? 0 > 0)
      }
    }
  }

  @Test func noticesDamage() throws {
    try withTemporaryFolder { folder in
      let whole = try gzip(Self.text, in: folder)
      for place in [2, 100, whole.count / 3, whole.count / 2, whole.count - 6, whole.count - 2] {
        var data = whole
        data[place] ^= 0x55
        #expect(try parse(data, in: folder).error != nil, "byte \(place)")
      }
      let trailing = try parse(whole + Data("junk".utf8), in: folder)
      #expect(trailing.error?.code == .damagedArchive)
      #expect(trailing.rows.count == 5000)
    }
  }

  @Test func namesFilesItCannotOpen() throws {
    try withTemporaryFolder { folder in
      let missing = ParsedDump(path: folder.appending(path: "none.sql").path).error
      #expect(missing?.code == .unreadableFile)
      #expect(missing?.description.hasSuffix("/none.sql: the file cannot be opened: No such file or directory") == true)
      #expect(ParsedDump(path: folder.path).error?.code == .unreadableFile)
    }
  }
}
