import Foundation
import LMDB
import TestSupport
import Testing

@testable import TableStore

/// Reads that go on: what is told of them, what they hold back, and the limit after which they throw.
@Suite struct LongReadTests {
  @Test func readsUnderWayAreTold() throws {
    try withStore([Shared.self]) { store in
      try store.put((0..<50).map { "row\($0)" })
      #expect(try store.statistics().activeReaders.isEmpty)
      #expect(try store.statistics().heldBackPages == 0)
      let before = try store.statistics().lastTransaction
      try store.read(.everything) { db in
        _ = try db.shared.count()
        for number in 0..<20 { try store.put(["new\(number)"]) }
        try store.read(.everything) { inner in
          _ = try inner.shared.count()
          let found = try store.statistics()
          #expect(found.activeReaders.map(\.transaction) == [before, before + 20])
          #expect(found.activeReaders.map(\.commitsBehind) == [20, 0])
          #expect(found.activeReaders.allSatisfy { $0.process == getpid() && $0.age! >= .zero })
          #expect(found.activeReaders[0].age! >= found.activeReaders[1].age!)
          #expect(found.heldBackPages > 20 && found.heldBackPages <= found.freePages)
        }
      }
      #expect(try store.statistics().activeReaders.isEmpty)
      #expect(try store.statistics().heldBackPages == 0)
    }
  }

  /// What is held back is what the file's list of free pages says, read without LMDB.
  @Test func heldBackPagesAreThoseOfTheRecords() throws {
    try withStore([Shared.self]) { store in
      try store.put((0..<200).map { "row\($0)" })
      for number in 0..<10 { try store.put(["new\(number)"]) }
      try store.read(.everything) { db in
        let oldest = db.session.transaction.number
        for number in 10..<40 { try store.put(["new\(number)"]) }
        let counts = freePages(try Bytes(Data(contentsOf: URL(filePath: store.path))))
        let found = try store.statistics()
        #expect(found.heldBackPages == counts.filter { $0.key >= oldest }.values.reduce(0, +))
        #expect(found.freePages == counts.values.reduce(0, +))
      }
    }
  }

  /// By transaction, how many pages it freed that are free still.
  private func freePages(_ file: Bytes) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for node in LMDBFileMap(file).freeLeaves.flatMap({ LMDBFileMap.nodes(file, page: $0) }) {
      var value = node + 16
      if file.integer(node + 4, UInt16.self) == 1 {
        value = Int(file.integer(value, UInt64.self)) * LMDBFileMap.pageBytes + 16
      }
      counts[file.integer(node + 8, UInt64.self)] = Int(file.integer(value, UInt64.self))
    }
    return counts
  }

  /// Every way to ask throws, and only in reads.
  @Test func aReadThatLastsTooLongThrows() throws {
    var options = StoreOptions.testing
    options.readerLimit = .milliseconds(200)
    try withStore([Shared.self], options: options) { store in
      try store.writeSync(.everything) { db in
        for number in 0..<200 { try db.shared.insert(.init(code: "c\(number)", text: "word \(number)")) }
        usleep(250_000)
        // Writes have no limit.
        let rows = try db.shared.orderedByKey().all()
        #expect(rows.count == 200)
      }
      let asks: [(String, (Tables<Reading>) throws -> Void)] = [
        ("get", { _ = try $0.shared.get(1) }),
        ("find", { _ = try $0.shared.find(Shared.byCode, "c7") }),
        ("all", { _ = try $0.shared.all() }),
        ("count", { _ = try $0.shared.count() }),
        ("where", { _ = try $0.shared.where { $0.code > "c2" }.order(by: \.text).limit(3).all() }),
        ("search", { _ = try $0.shared.search("word", in: Shared.words).hits() }),
        (
          "dump",
          { db in
            let table = try #require(db.table(named: "shared"))
            try table.forEach { _ in }
          }
        ),
        (
          "key",
          { db in
            let table = try #require(db.table(named: "shared"))
            _ = try table.get("3") { _ in }
          }
        ),
      ]
      for (name, ask) in asks {
        let error = storeError {
          try store.read(.everything) { db in
            try ask(db)
            usleep(250_000)
            try ask(db)
          }
        }
        #expect(error?.code == .readTooLong, "\(name)")
        #expect(error?.message.contains("longer than the 0.20 s") == true, "\(name)")
      }
      // What threw has let its state go, and the next read is none the worse.
      #expect(try store.environment.readers().isEmpty)
      #expect(try store.codes().count == 200)
    }
  }

  /// A query whose rows take their time ends between two of them.
  @Test func aQueryUnderWayEnds() throws {
    var options = StoreOptions.testing
    options.readerLimit = .milliseconds(200)
    try withStore([Shared.self], options: options) { store in
      try store.put((0..<400).map { "c\($0)" })
      for order in [[], [OrderTerm(Shared.schema.ordinal(of: "text")!, .descending)]] {
        var visited = 0
        let error = storeError {
          try store.read(.everything) { db in
            let table = try #require(db.table(named: "shared"))
            try table.forEach(order: order) { _ in
              visited += 1
              usleep(2_000)
            }
          }
        }
        #expect(error?.code == .readTooLong)
        #expect(visited < 400)
      }
    }
  }

  @Test func withoutALimitNothingThrows() throws {
    try withStore([Shared.self]) { store in
      try store.put(["a"])
      try store.read(.everything) { db in
        usleep(50_000)
        let row = try db.shared.get(1)
        #expect(row?.code == "a")
      }
    }
  }
}
