import Foundation
import LMDB
import TestSupport
import Testing

/// Opening anything but a whole LMDB file throws an error that names the fault, and changes nothing.
@Suite struct BadFileTests {
  @Test(arguments: [0, 1, 100, 4_095, 4_096, 10_000])
  func refusesGarbage(byteCount: Int) throws {
    try withScratchFolder { folder in
      let path = "\(folder.path)/garbage"
      try Data((0..<byteCount).map { UInt8(truncatingIfNeeded: $0 * 31) }).write(to: URL(filePath: path))
      #expect(reason { _ = try Environment(path: path, options: .testing) } == .notAnLMDBFile)
      #expect(try Data(contentsOf: URL(filePath: path)).count == byteCount)
    }
  }

  @Test func refusesATruncatedFile() throws {
    try withStoredFile { path, data in
      for byteCount in [5_000, 8_191, 8_192, 8_193, 12_288, data.count / 2, data.count - 4_096, data.count - 1] {
        try data.prefix(byteCount).write(to: URL(filePath: path))
        let expected = byteCount < 8_192 ? 8_192 : data.count
        #expect(open(path) == .truncated(expectedBytes: expected, actualBytes: byteCount), "\(byteCount) bytes")
      }
      try data.write(to: URL(filePath: path))
      #expect(open(path) == nil)
    }
  }

  @Test(arguments: [0, 4_096])
  func refusesDamagedMetaPages(offset: Int) throws {
    try withStoredFile { path, data in
      func open(changing place: Int, to bytes: Bytes) throws -> LMDBError.Reason? {
        var changed = data
        changed.replaceSubrange(offset + place..<offset + place + bytes.count, with: bytes)
        try changed.write(to: URL(filePath: path))
        return self.open(path)
      }
      let changes: [(Int, Bytes, LMDBError.Reason)] = [
        (10, [0x02, 0], .notAnLMDBFile), (16, [0xDF], .notAnLMDBFile),
        (20, [2, 0, 0, 0], .unsupportedVersion(found: 2)), (40, [0, 0x40, 0, 0], .pageSize(found: 16_384)),
      ]
      for (place, bytes, expected) in changes {
        let found = try open(changing: place, to: bytes)
        #expect(found == expected)
      }
    }
  }

  @Test func refusesImpossibleRootsAndSizes() throws {
    try withStoredFile { path, data in
      // Both meta pages, so that the newest is among them: root of the main tree, then the last page.
      for (place, bytes) in [(128, Bytes(repeating: 0x7F, count: 8)), (128, [1, 0]), (136, [0xFF, 0xFF, 0xFF, 0x7F])] {
        var changed = data
        for offset in [0, 4_096] {
          changed.replaceSubrange(offset + place..<offset + place + bytes.count, with: bytes)
        }
        try changed.write(to: URL(filePath: path))
        switch open(path) {
        case .damaged, .truncated: break
        case let other: Issue.record("\(place): \(String(describing: other))")
        }
      }
    }
  }

  @Test func namesWhatIsInTheWay() throws {
    try withScratchFolder { folder in
      #expect(open(folder.path) == .isDirectory)
      #expect(open("/dev/null") == .notARegularFile)
      #expect(open("\(folder.path)/missing/file") == .code(.noSuchFile))
      var options = EnvironmentOptions.testing
      options.createIfMissing = false
      #expect(open("\(folder.path)/missing", options) == .code(.noSuchFile))
      #expect(open("\(folder.path)/missing", .readOnly) == .code(.noSuchFile))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.isEmpty)
    }
  }

  @Test func refusesAFileWithoutRights() throws {
    guard geteuid() != 0 else { return print("rights are not enforced for root: skipped") }
    try withStoredFile { path, _ in
      chmod(path, 0)
      #expect(open(path) == .code(.accessDenied))
    }
  }

  @Test func refusesASecondOpening() throws {
    try withStoredFile { path, _ in
      let link = path + ".link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      let environment = try Environment(path: path, options: .testing)
      #expect(open(path) == .alreadyOpen)
      #expect(open(link) == .alreadyOpen)
      try environment.close()
      #expect(reason { _ = try environment.beginRead() } == .closed)
      #expect(open(link) == nil)
      // Closed by its deinit.
      #expect(open(path) == nil)
    }
  }

  @Test func refusesSortedDuplicates() throws {
    try withStoredFile { path, data in
      // The record of the keyspace: padding, then its flags, behind its name in the main tree's leaf.
      let name = try #require(data.lastRange(of: Data("stored".utf8)))
      var changed = data
      changed[name.upperBound + 4] = 0x04
      try changed.write(to: URL(filePath: path))
      let environment = try Environment(path: path, options: .testing)
      let failure = reason { _ = try environment.openKeyspaces(["stored"], create: false) }
      #expect(failure == .unsupportedKeyspace(name: "stored", flags: 0x04))
    }
  }

  private func open(_ path: String, _ options: EnvironmentOptions = .testing) -> LMDBError.Reason? {
    reason { _ = try Environment(path: path, options: options) }
  }

  /// Lends a closed file with 500 entries and its bytes.
  private func withStoredFile(_ body: (String, Data) throws -> Void) throws {
    try withScratchFolder { folder in
      let path = "\(folder.path)/stored.mdb"
      let environment = try Environment(path: path, options: .testing)
      let keyspace = try environment.keyspace("stored")
      try environment.write { transaction in
        for number in 0..<500 {
          try transaction.put(Bytes(repeating: 1, count: 300), Bytes("\(number)".utf8), in: keyspace)
        }
      }
      try environment.close()
      try body(path, try Data(contentsOf: URL(filePath: path)))
    }
  }
}
