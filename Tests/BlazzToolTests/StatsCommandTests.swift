import Foundation
import LMDB
import TestSupport
import Testing

/// `blazz stats`: the documented members, held against the file and against `blazz tables`.
@Suite struct StatsCommandTests {
  private struct Stats: Decodable {
    struct Readers: Decodable {
      var used: Int
      var max: Int
    }
    struct Table: Decodable {
      var name: String
      var rows: Int
      var rowBytes: Int
      var indexBytes: Int
    }
    struct Index: Decodable {
      var table: String
      var name: String
      var entries: Int
      var bytes: Int
    }
    struct Reader: Decodable, Equatable {
      var process: Int32
      var transaction: UInt64
      var commitsBehind: Int
    }
    var path: String
    var fileBytes: Int
    var mapBytes: Int
    var pageBytes: Int
    var pages: Int
    var usedPages: Int
    var freePages: Int
    var lastTransaction: Int
    var readers: Readers
    var tables: Int
    var rows: Int
    var rowBytes: Int
    var indexes: Int
    var indexEntries: Int
    var indexBytes: Int
    var largestTables: [Table]
    var largestIndexes: [Index]
    var activeReaders: [Reader]
    var heldBackPages: Int
  }

  private func stats(_ store: String) throws -> Stats {
    let run = try blazz("stats", store, "--format", "json")
    #expect(run.status == 0 && run.errors.isEmpty && run.lines.count == 1)
    return try JSONDecoder().decode(Stats.self, from: run.output)
  }

  @Test func theFilesNumbersAreTheFiles() throws {
    try withSampleStore { store, _ in
      let stats = try stats(store)
      let attributes = try FileManager.default.attributesOfItem(atPath: store)
      #expect(stats.fileBytes == (attributes[.size] as? Int))
      #expect(URL(filePath: stats.path).lastPathComponent == "crm.blazz")
      #expect(stats.pageBytes == 4096 && stats.pages * 4096 <= stats.fileBytes && stats.mapBytes >= stats.fileBytes)
      #expect(stats.usedPages + stats.freePages == stats.pages && stats.usedPages > 0 && stats.freePages >= 0)
      #expect((1...stats.readers.max).contains(stats.readers.used) && stats.lastTransaction > 0)
      #expect(stats.rowBytes + stats.indexBytes < stats.usedPages * 4096)
    }
  }

  /// mdb_stat, where it is installed, counts pages too.
  @Test func freePagesAreThoseOfMDBStat() throws {
    let tool = URL(filePath: "/usr/bin/mdb_stat")
    guard FileManager.default.isExecutableFile(atPath: tool.path) else {
      return print("skipped: there is no /usr/bin/mdb_stat")
    }
    try withSampleStore { store, dump in
      #expect(try blazz("import", dump, "--into", store).status == 0)
      let process = Process()
      let pipe = Pipe()
      process.executableURL = tool
      process.arguments = ["-n", "-e", "-f", store]
      process.standardOutput = pipe
      try process.run()
      let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      func number(_ label: String) -> Int? {
        text.split(separator: "\n").first { $0.contains(label) }?.split(separator: " ").last.flatMap { Int($0) }
      }
      let stats = try stats(store)
      #expect(stats.freePages == number("Free pages:"))
      #expect(stats.pages == number("Number of pages used:"))
    }
  }

  @Test func sumsAreThoseOfTables() throws {
    struct Table: Decodable {
      struct Index: Decodable {
        var name: String
        var entries: Int
        var bytes: Int
        var state: String
      }
      var name: String
      var rows: Int
      var bytes: Int
      var indexes: [Index]
    }
    try withSampleStore { store, _ in
      let stats = try stats(store)
      let tables = try JSONDecoder().decode([Table].self, from: blazz("tables", store, "--format", "json").output)
      let indexes = tables.flatMap(\.indexes).filter { $0.state != "left out" }
      #expect(stats.tables == tables.count && stats.indexes == indexes.count)
      #expect(stats.rows == SampleCRM().tables.map(\.rows.count).reduce(0, +))
      #expect(stats.indexEntries == indexes.map(\.entries).reduce(0, +))
      #expect(stats.indexBytes == indexes.map(\.bytes).reduce(0, +))
      #expect(stats.rowBytes + stats.indexBytes == tables.map(\.bytes).reduce(0, +))
      let largest = tables.filter { $0.rows > 0 }.sorted { $0.bytes > $1.bytes }.prefix(10)
      #expect(stats.largestTables.map { $0.rowBytes + $0.indexBytes } == largest.map(\.bytes))
      #expect(stats.largestIndexes.map(\.bytes) == indexes.map(\.bytes).sorted(by: >).prefix(10).filter { $0 > 0 })
    }
  }

  @Test func readsOfOtherProcessesAreTold() throws {
    try withSampleStore { store, _ in
      let before = try stats(store)
      #expect(before.activeReaders.isEmpty && before.heldBackPages == 0)
      let environment = try Environment(path: store)
      defer { try? environment.close() }
      let keyspace = try #require(try environment.openKeyspaces(["scratch"], create: true)["scratch"])
      let reader = try environment.beginRead()
      for number in UInt8(1)...5 {
        var transaction = try environment.beginWrite()
        try transaction.put([number].span.bytes, for: [1].span.bytes, in: keyspace)
        try transaction.commit()
      }
      let found = try stats(store)
      #expect(found.activeReaders == [.init(process: getpid(), transaction: reader.number, commitsBehind: 5)])
      #expect((5...found.freePages).contains(found.heldBackPages))
      let lines = try blazz("stats", store, "--format", "table").lines
      #expect(lines.contains("reads under way   1; \(found.heldBackPages) free pages held back"))
      #expect(lines.contains { $0.split(separator: " ") == ["\(getpid())", "\(reader.number)", "5"] })
    }
  }

  @Test func theTableSaysTheSame() throws {
    try withSampleStore { store, _ in
      let (run, stats) = (try blazz("stats", store, "--format", "table"), try stats(store))
      #expect(run.lines.first?.hasPrefix("file              ") == true)
      #expect(run.lines.contains("file size         \(stats.fileBytes) bytes"))
      #expect(run.text.contains("\(stats.usedPages) used, \(stats.freePages) free"))
      #expect(run.lines.contains { $0.hasPrefix("largest tables ") })
    }
  }

  @Test func whatIsNoStoreSaysSo() throws {
    try withScratchFolder { folder in
      let run = try blazz("stats", folder.appending(path: "nowhere.blazz").path)
      #expect(run.status == 1 && run.errorLines.count == 1 && run.errors.contains("does not exist"))
    }
  }
}
