import Foundation
import LMDB
import TestSupport
import Testing

@testable import TableStore

/// A file that is no store of this program gives one sentence that names it, and is left as it was.
@Suite struct BadFileTests {
  @Test func emptyAndForeignBytes() throws {
    try withScratchFolder { folder in
      var random = SeededRandom(for: "random bytes as a file")
      let garbage = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &random) }
      for bytes in [[], Bytes("hello\n".utf8), garbage, Bytes(repeating: 0, count: 8_192)] {
        let path = folder.path + "/bad-\(bytes.count)"
        try Data(bytes).write(to: URL(filePath: path))
        try expectRefused(path, .notAStore)
      }
    }
  }

  @Test(arguments: [1, 100, 4_095, 4_096, 8_191, 8_192, 12_288, 20_000]) func truncatedStores(size: Int) throws {
    try withScratchFolder { folder in
      let path = folder.path + "/cut.store"
      try makeStore(path)
      let whole = try Data(contentsOf: URL(filePath: path))
      try #require(whole.count > 40_000)
      try whole.prefix(size).write(to: URL(filePath: path))
      try expectRefused(path, size < 100 ? .notAStore : .damaged, orElse: .notAStore)
    }
  }

  @Test func aFileOfAnotherApplication() throws {
    try withScratchFolder { folder in
      for name in ["settings", "tenants", MetaRecords.keyspaceName] {
        let path = folder.path + "/" + name
        let environment = try Environment(path: path)
        let keyspace = try #require(try environment.openKeyspaces([name], create: true)[name])
        var transaction = try environment.beginWrite()
        try transaction.put(Bytes("value".utf8).span.bytes, for: Bytes("format".utf8).span.bytes, in: keyspace)
        try transaction.commit()
        try environment.close()
        try expectRefused(path, .notAStore)
      }
    }
  }

  @Test(arguments: [
    (MetaRecords.format, MetaRecords.magic + [2, 0, 0, 0], StoreError.Code.incompatible),
    (MetaRecords.format, MetaRecords.magic + [0xFF, 0xFF, 0xFF, 0xFF], .incompatible),
    (MetaRecords.format, MetaRecords.magic + [0, 0, 0, 0], .incompatible),
    (MetaRecords.format, MetaRecords.magic + [1, 0, 0], .notAStore),
    (MetaRecords.format, Bytes("other store\n".utf8) + [1, 0, 0, 0], .notAStore),
    (MetaRecords.collation, Bytes("utf8mb4_0900_ai_ci".utf8), .incompatible),
    (MetaRecords.fingerprint("tenants"), Bytes("1 global id |  | id bigint".utf8), .incompatible),
  ])
  func otherRecords(key: Bytes, value: Bytes, code: StoreError.Code) throws {
    try withScratchFolder { folder in
      let path = folder.path + "/other.store"
      try makeStore(path)
      let environment = try Environment(path: path)
      let meta = try #require(try environment.openKeyspaces(["meta"], create: false)["meta"])
      var transaction = try environment.beginWrite()
      try transaction.put(value.span.bytes, for: key.span.bytes, in: meta)
      try transaction.commit()
      try environment.close()
      try expectRefused(path, code)
    }
  }

  @Test func pathsThatCannotBeOpened() throws {
    try withScratchFolder { folder in
      try expectRefused(folder.path, .cannotOpen)
      try expectRefused(folder.path + "/none/a.store", .cannotOpen)
      try expectRefused("/dev/null", .cannotOpen)
      #expect(
        storeError { _ = try Store(path: folder.path + "/none", tables: sampleTables, options: .readOnly) }?.code
          == .cannotOpen)
      var options = StoreOptions.testing
      options.createIfMissing = false
      #expect(
        storeError { _ = try Store(path: folder.path + "/none", tables: sampleTables, options: options) }?.code
          == .cannotOpen)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func aSecondOpeningInOneProcess() throws {
    try withScratchFolder { folder in
      let path = folder.path + "/a.store"
      let store = try Store(path: path, tables: sampleTables, options: .testing)
      try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: path)
      try expectRefused(path, .cannotOpen)
      try expectRefused(folder.path + "/link", .cannotOpen)
      try expectRefused(folder.path + "/./a.store", .cannotOpen)
      try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(name: "still open")) }
      try store.close()
      try Store(path: folder.path + "/link", tables: sampleTables, options: .testing).close()
    }
  }

  private func makeStore(_ path: String) throws {
    let store = try Store(path: path, tables: sampleTables, options: .testing)
    try store.writeSync(.everything) { db in
      for index in 0..<300 { _ = try db.tenants.insert(.init(name: "tenant \(index)")) }
    }
    try store.close()
  }

  /// Opens a path for writing and for reading: both give the code, a sentence with the path, and change no byte.
  private func expectRefused(
    _ path: String, _ code: StoreError.Code, orElse other: StoreError.Code? = nil,
    _ sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = FileManager.default.contents(atPath: path)
    for options in [StoreOptions.testing, .readOnly] {
      let error = storeError(sourceLocation) { _ = try Store(path: path, tables: sampleTables, options: options) }
      #expect(
        error?.code == code || error != nil && error?.code == other, "\(String(describing: error))",
        sourceLocation: sourceLocation)
      let name = URL(filePath: path).lastPathComponent
      #expect(
        error.map { $0.description.contains(name) || $0.description.contains("a.store") } == true,
        "\(String(describing: error))", sourceLocation: sourceLocation)
      #expect(error?.message.contains("\n") == false, sourceLocation: sourceLocation)
    }
    #expect(FileManager.default.contents(atPath: path) == before, sourceLocation: sourceLocation)
  }
}
