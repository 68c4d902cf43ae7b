import Foundation
import TestSupport
import Testing

@testable import TableStore

/// What a store's opening looks through is what its options ask for.
@Suite struct StructureTests {
  @Test func aDamagedPageIsFoundWhereItIsLookedFor() throws {
    try withScratchFolder { folder in
      let path = folder.path + "/a.store"
      let store = try Store(path: path, tables: sampleTables, options: .testing)
      try store.writeSync(.everything) { db in
        for index in 0..<300 { _ = try db.tenants.insert(.init(name: "tenant \(index)")) }
      }
      let report = try store.checkStructure()
      #expect(report.pages == report.usedPages + report.freePages && report.leakedPages == 0)
      #expect(report.tables == sampleTables.count + 1 && report.entries > 300)
      #expect(try report.freePages == store.statistics().freePages)
      try store.close()

      var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let leaf = try #require(LMDBFileMap(bytes).leaves.last)
      bytes[leaf * LMDBFileMap.pageBytes + 12] ^= 1
      try Data(bytes).write(to: URL(filePath: path))
      var options = StoreOptions.testing
      for (checking, isFound) in [
        (StoreOptions.Checking.roots, false), (.structure, true), (.structureUpTo(bytes: bytes.count), true),
        (.structureUpTo(bytes: bytes.count - 1), false),
      ] {
        options.checking = checking
        guard isFound else {
          try Store(path: path, tables: sampleTables, options: options).close()
          continue
        }
        let error = storeError { _ = try Store(path: path, tables: sampleTables, options: options) }
        #expect(error?.code == .damaged && error?.message.contains("page \(leaf) of tree") == true)
      }
      let damaged = try Store(path: path, tables: sampleTables, options: .testing)
      #expect(storeError { try damaged.checkStructure() }?.code == .damaged)
      try damaged.close()
    }
  }
}
