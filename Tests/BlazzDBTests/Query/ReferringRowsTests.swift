import Foundation
import TestSupport
import Testing

@testable import BlazzDB
@testable import TableStore

/// The rows that refer to some of many rows, found by indexes, held against a look at every row: all references of all
/// tables, over the rows of all tenants.
@Suite struct ReferringRowsTests {
  private struct Found: Hashable, Comparable {
    let scope: Scope
    let element: [UInt8]
    let target: [UInt8]

    static func < (left: Found, right: Found) -> Bool { left.order.lexicographicallyPrecedes(right.order) }
    private var order: [UInt8] { target + scope.element + element }
  }

  @Test func indexAndScanAgree() throws {
    try withScratchFolder { folder in
      var random = SeededRandom()
      let path = folder.appending(path: "referring.blazz").path
      let store = try Store(path: path, tables: Blazz.tables + [ProbeRow.self], options: .testing)
      _ = try QueryRows(store, random).tables()
      var (checked, found, absent) = (0, 0, 0)
      try store.read(.everything) { db in
        let session = db.session
        for table in session.catalog.all {
          for pointer in table.pointers where pointer.column != table.schema.layout.scopeInKey {
            var all: [Found] = []
            try session.scanRows(table, .everything) { row, address in
              if let target = try session.element(of: row, pointer.column) {
                all.append(Found(scope: address.scope, element: address.element, target: target))
              }
              return true
            }
            let target = session.catalog[pointer.target.id]
            for share in [1, 2, 10, 100] {
              var wanted = Set(all.map(\.target).filter { _ in random.chance(share) })
              for _ in 0..<Int.random(in: 0..<40, using: &random) { wanted.insert(Self.absent(target, &random)) }
              let references = try session.references(
                of: table, pointer.column, to: Array(wanted).shuffled(using: &random), in: target)
              let answer = references.map {
                Found(scope: $0.address.scope, element: $0.address.element, target: $0.target)
              }
              let expected = all.filter { wanted.contains($0.target) }
              #expect(
                answer.sorted() == expected.sorted(),
                "seed \(random.seed): \(table.schema.name), column \(pointer.column), \(wanted.count) wanted")
              (checked, found, absent) = (checked + 1, found + expected.count, absent + wanted.count)
            }
          }
        }
      }
      try store.close()
      print("  \(checked) looks for \(absent) keys, \(found) rows found")
      #expect(checked > 200 && found > 4_000)
    }
  }

  /// A key that hardly any row refers to.
  private static func absent(_ target: StoredTable, _ random: inout SeededRandom) -> [UInt8] {
    if target.schema.hasIntegerKey { return NumberElement(Int128.random(in: 1..<1 << 20, using: &random)).bytes }
    let words = (0...Int.random(in: 0..<(random.chance(10) ? 80 : 3), using: &random)).map { _ in
      "word\(Int.random(in: 0..<100, using: &random))"
    }
    return SQLValue.textKey(words.joined(separator: " "), .unicodeCI)
  }
}
