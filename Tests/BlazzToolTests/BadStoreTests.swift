import Foundation
import LMDB
import TestSupport
import Testing

/// Files that are no store, or cannot be used as one: exit code 1 and one sentence, whatever the subcommand.
@Suite struct BadStoreTests {
  /// Runs every subcommand on `store` and expects it to be refused.
  private func expectRefused(
    _ store: String, dump: String, mentions: String..., reading: Bool = true, user: Int? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let reads = [["tables", store], ["dump", store, "chats"], ["get", store, "chats", "1"]]
    for arguments in (reading ? reads : []) + [["import", dump, "--into", store]] {
      let run = try blazz(arguments, user: user)
      #expect(run.status == 1, "\(arguments[0]): \(run.errors)", sourceLocation: location)
      #expect(run.errorLines.count == 1, "\(arguments[0]): \(run.errors)", sourceLocation: location)
      for mention in [URL(filePath: store).lastPathComponent] + mentions {
        #expect(run.errors.contains(mention), "\(mention) is not in \(run.errors)", sourceLocation: location)
      }
    }
  }

  /// Runs `body` with the paths of a folder and of a dump in it.
  private func withDump(_ body: (_ folder: URL, _ dump: String) throws -> Void) throws {
    try withScratchFolder { folder in
      let dump = folder.appending(path: "crm.sql")
      try SampleCRM().sql.write(to: dump, atomically: false, encoding: .utf8)
      try body(folder, dump.path)
    }
  }

  @Test(arguments: [1, 100, 4096, 100_000])
  func aFileOfSomethingElse(_ size: Int) throws {
    try withDump { folder, dump in
      let file = folder.appending(path: "other.blazz")
      let bytes = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 * 31 + 7) })
      try bytes.write(to: file)
      try expectRefused(file.path, dump: dump)
      #expect(try Data(contentsOf: file) == bytes, "it is left as it is")
    }
  }

  /// An empty file holds nothing that could be lost: an import makes a store of it, reading finds none.
  @Test func anEmptyFile() throws {
    try withDump { folder, dump in
      let file = folder.appending(path: "empty.blazz")
      try Data().write(to: file)
      for arguments in [["tables", file.path], ["dump", file.path, "chats"]] {
        let run = try blazz(arguments)
        #expect(run.status == 1 && run.errorLines.count == 1 && run.errors.contains("empty.blazz"), "\(run.errors)")
      }
      let run = try blazz("import", dump, "--into", file.path)
      #expect([0, 1].contains(run.status) && run.errorLines.count == Int(run.status), "\(run.errors)")
    }
  }

  @Test func aTruncatedStore() throws {
    try withSampleStore { store, dump in
      let whole = try Data(contentsOf: URL(filePath: store))
      for size in [1, 512, 4095, 4096, 8191, 8192, 12_288, whole.count / 2, whole.count - 4096] {
        try whole.prefix(size).write(to: URL(filePath: store))
        try expectRefused(store, dump: dump)
        #expect(try Data(contentsOf: URL(filePath: store)) == whole.prefix(size), "cut to \(size): it is left as it is")
      }
      try whole.write(to: URL(filePath: store))
      try expectSample(store)
    }
  }

  /// A flipped bit in a row is noticed by the row's checksum; the other tables can still be read.
  @Test func aRowWithAFlippedBit() throws {
    var random = SeededRandom()
    try withSampleStore { store, _ in
      let whole = try Data(contentsOf: URL(filePath: store))
      for _ in 0..<8 {
        let text = Data("\"text\": \"№ \(1 + random.next() % 240) ".utf8)
        let (offset, bit) = (Int(random.next() % UInt64(text.count)), UInt8(1 << (random.next() % 8)))
        // Pages that are free again may hold the row too: every copy of it is hit.
        let places = whole.ranges(of: text)
        try #require(!places.isEmpty)
        var damaged = whole
        for place in places { damaged[place.lowerBound + offset] ^= bit }
        try damaged.write(to: URL(filePath: store))
        let run = try blazz("dump", store, "chats")
        #expect(run.status == 1, "\(run.errors)")
        #expect(run.errorLines.count == 1 && run.errors.contains("chats"), "\(run.errors)")
        #expect(try blazz("dump", store, "contacts").status == 0)
      }
    }
  }

  @Test func anotherApplicationsFile() throws {
    try withDump { folder, dump in
      let file = folder.appending(path: "other.blazz").path
      let environment = try Environment(path: file)
      let keyspace = try #require(try environment.openKeyspaces(["settings"], create: true)["settings"])
      try write(environment, [1, 2, 3], "key", keyspace)
      try environment.close()
      try expectRefused(file, dump: dump, mentions: "another application")
      let reopened = try Environment(path: file)
      #expect(try reopened.keyspaceNames() == ["settings"], "nothing was added")
      try reopened.close()
    }
  }

  @Test func anotherApplicationsFileWithAKeyspaceOfOurName() throws {
    try withDump { folder, dump in
      let file = folder.appending(path: "other.blazz").path
      let environment = try Environment(path: file)
      let keyspace = try #require(try environment.openKeyspaces(["meta"], create: true)["meta"])
      try write(environment, Array("something else".utf8), "format", keyspace)
      try environment.close()
      try expectRefused(file, dump: dump, mentions: "another application")
    }
  }

  @Test func aNewerFormat() throws {
    try withSampleStore { store, dump in
      let environment = try Environment(path: store)
      let meta = try #require(try environment.openKeyspaces(["meta"], create: false)["meta"])
      try write(environment, Array("blazz store\n".utf8) + [2, 0, 0, 0], "format", meta)
      try environment.close()
      try expectRefused(store, dump: dump, mentions: "version 2", "newer program")
    }
  }

  @Test func aTableOfAnotherDeclaration() throws {
    try withSampleStore { store, dump in
      let environment = try Environment(path: store)
      let meta = try #require(try environment.openKeyspaces(["meta"], create: false)["meta"])
      try write(environment, Array("chats: something else".utf8), "fingerprint/chats", meta)
      try environment.close()
      try expectRefused(store, dump: dump, mentions: "chats")
    }
  }

  private func write(_ environment: Environment, _ value: [UInt8], _ key: String, _ keyspace: Keyspace) throws {
    var transaction = try environment.beginWrite()
    _ = try transaction.put(value.span.bytes, for: Array(key.utf8).span.bytes, in: keyspace)
    try transaction.commit()
  }

  @Test func aFolder() throws {
    try withDump { folder, dump in try expectRefused(folder.path, dump: dump, mentions: "folder") }
  }

  @Test func aPathInAMissingFolder() throws {
    try withDump { folder, dump in try expectRefused(folder.appending(path: "no/such.blazz").path, dump: dump) }
  }

  @Test func aMissingStoreIsNotMadeByReading() throws {
    try withScratchFolder { folder in
      let store = folder.appending(path: "none.blazz").path
      let run = try blazz("tables", store)
      #expect(run.status == 1 && run.errors.contains("none.blazz") && run.errorLines.count == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }
}
