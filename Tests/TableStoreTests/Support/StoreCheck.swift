import Testing

@testable import TableStore

/// A look at every entry of a store, by the layout of keys alone:
/// 1. every row has exactly one entry in each maintained index of all rows and, in a scoped table, one in the locator;
/// 2. every chunk belongs to a row that lies in chunks, and together they are as long as that row's stub says;
/// 3. the recorded sizes equal a recount.
extension Store {
  func requireConsistent(_ sourceLocation: SourceLocation = #_sourceLocation) throws {
    for table in catalog.all {
      let entries = try rawEntries(table.schema)
      let count = try Recount(entries)
      let spaces = table.schema.maintained.map(\.id) + (table.schema.isScoped ? [KeySpace.locator] : [])
      let partial = Set(table.schema.maintained.filter { $0.condition != nil }.map(\.id))
      for space in spaces where !partial.contains(space) {
        #expect(
          count.sizes[space].entries == count.sizes[KeySpace.rows].entries,
          "\(table.schema.name): key space \(space)", sourceLocation: sourceLocation)
      }
      let known = Set(spaces + table.schema.searches.map(\.id) + [KeySpace.rows, KeySpace.overflow])
      #expect(entries.allSatisfy { known.contains($0.key[0]) }, sourceLocation: sourceLocation)
      let stored = try read(.everything) { db in try db.session.storedSizes(table) }
      for space in UInt8.min...UInt8.max {
        #expect(
          stored[space] == count.sizes[space], "\(table.schema.name): key space \(space)",
          sourceLocation: sourceLocation)
      }
    }
  }
}

extension Store {
  /// Has the store look through itself; rows that were loaded may refer to nothing.
  func requireSound(_ sourceLocation: SourceLocation = #_sourceLocation) throws {
    let faults = try verify().faults.filter { $0.kind != .missingReference }
    #expect(faults.isEmpty, "\(faults.map(\.description))", sourceLocation: sourceLocation)
  }
}

/// Entries and bytes by key space; a row in chunks counts as one entry with all its bytes.
private struct Recount {
  var sizes = TableSizes()

  init(_ entries: [RawEntry]) throws {
    let rowKeys = Set(entries.lazy.map(\.key).filter { $0[0] == KeySpace.rows })
    var chunkBytes: [Bytes: Int] = [:]
    for entry in entries where entry.key[0] == KeySpace.overflow {
      // A chunk's number is the last element: the length of the row's key tells it apart.
      let row = try #require(
        (1...9).map { [KeySpace.rows] + entry.key.dropFirst().dropLast($0) }.first { key in
          rowKeys.contains(key) && Self.isInteger(entry.key.suffix(entry.key.count - key.count))
        })
      chunkBytes[row, default: 0] += entry.value.count
    }
    for entry in entries where entry.key[0] != KeySpace.overflow {
      var bytes = entry.value.count
      if entry.key[0] == KeySpace.rows, entry.value[0] & 0x80 != 0 {
        try #require(entry.value.count == 10)
        bytes = entry.value.suffix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(chunkBytes.removeValue(forKey: entry.key) == bytes)
      }
      sizes.count(entry.key[0], entries: 1, bytes: entry.key.count + bytes)
    }
    #expect(chunkBytes.isEmpty, "chunks without a row")
  }

  private static func isInteger(_ element: ArraySlice<UInt8>) -> Bool {
    element.first.map { Int($0) - 0x80 == element.count - 1 } ?? false
  }
}
