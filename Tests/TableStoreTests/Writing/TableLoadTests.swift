import Synchronization
import TestSupport
import Testing

@testable import TableStore

/// Loads of rows as a dump has them: rows that claim the same are left out, for the caller to decide.
@Suite struct TableLoadTests {
  private struct Row: Sendable {
    var id: Int
    var workspace = 1
    var code: String?
    var title = "a title"

    var values: [String: Bytes?] {
      [
        "id": Bytes("\(id)".utf8), "workspace_id": Bytes("\(workspace)".utf8), "code": code.map { Bytes($0.utf8) },
        "title": Bytes(title.utf8),
      ]
    }
  }

  /// A load whose rows are encoded; their tags are their places.
  private func load(_ rows: [Row], into store: Store, _ options: LoadOptions = .init()) throws -> TableLoad {
    var options = options
    options.threads = 2
    options.memoryBytes = 1
    options.checksReferences = false
    let load = try TableLoad(store, table: "notes", options: options)
    let given = Note.schema.columns.map { ["id", "workspace_id", "code", "title"].contains($0.name) }
    let parts = stride(from: 0, to: rows.count, by: 100).map { $0..<min($0 + 100, rows.count) }
    try load.run(parts) { worker, part in
      let loader = RowLoader(Note.schema, isGiven: given, firstNewKey: .max)
      for place in part { try worker.append(rows[place].values, loader, tag: UInt32(place)) }
      return part.count
    }
    return load
  }

  @Test func rowsThatClaimTheSameAreLeftOut() throws {
    var rows = (0..<3_000).map { Row(id: $0 + 10, code: "n\($0)") }
    rows[7].code = "N2000"
    rows[100].id = rows[200].id
    rows[300].code = "taken"
    rows[400].id = 1
    rows[500].title = String(repeating: "long ", count: 2_000)
    rows[501].code = "n500"
    rows[600].code = nil
    rows[601].code = nil
    let contested = [7, 2_000, 100, 200, 300, 500, 501].sorted()
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        for code in ["taken", "second"] { _ = try db.notes.insert(.init(code: code)) }
      }
      // Row 1 is there already, and another: that is known at once.
      let error = storeError { _ = try load([rows[400]], into: store) }
      #expect(error?.code == .duplicate && error?.constraint == "PRIMARY" && error?.value == "1")
      rows.remove(at: 400)
      let places = contested.map { $0 > 400 ? $0 - 1 : $0 }
      let result = try load(rows, into: store).finish()
      #expect(result.withheld.map(Int.init) == places && result.rows == rows.count - places.count)
      let expected = rows.indices.filter { !places.contains($0) }.map { UInt64(rows[$0].id) }
      let ids = try store.read(.everything) { db in try db.notes.all().map(\.id.rawValue) }
      #expect(ids.sorted() == [1, 2] + expected)
    }
  }

  /// What writers take between the sorting and the storing is theirs.
  @Test func writersGoOnMeanwhile() throws {
    try withTenants { store in
      let load = try load((0..<500).map { Row(id: $0 + 10, code: "n\($0)") }, into: store)
      try store.writeSync(.tenant(2)) { db in
        _ = try db.notes.insert(.init(id: 100, code: "mine"))
        _ = try db.notes.insert(.init(id: 5, code: "n7"))
      }
      #expect(try load.finish().withheld == [7, 90])
      let codes = try store.read(.tenant(2)) { db in try db.notes.orderedByKey().all().map(\.code) }
      #expect(codes == ["n7", "mine"])
    }
  }

  /// A load that ends while its entries are stored leaves the store as it was.
  @Test func aLoadThatEndsWhileItStoresLeavesNoTrace() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in _ = try db.notes.insert(.init(code: "there")) }
      let before = try store.rawEntries(Note.schema)
      let stored = Mutex(0)
      var options = LoadOptions()
      options.onProgress = { progress in
        stored.withLock { $0 = progress.storedEntries }
        if progress.storedEntries > 0 { throw Abandoned() }
      }
      let load = try load((0..<11_000).map { Row(id: $0 + 10, code: "n\($0)") }, into: store, options)
      #expect(throws: Abandoned.self) { try load.finish() }
      #expect(stored.withLock { $0 } > 0)
      #expect(try store.rawEntries(Note.schema) == before)
    }
  }

  @Test func whatIsReferredToInVainIsKnown() throws {
    try withTenants { store in
      let missing = MissingReferences(store, memoryBytes: 1)
      for (id, workspace) in [(10, 2), (20, 4), (30, 9)] {
        let load = try load([Row(id: id, workspace: workspace)], into: store)
        _ = try load.finish()
        try missing.add(load)
      }
      try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(id: 9, name: "late")) }
      #expect(try missing.tables() == ["notes"])
      try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(id: 4, name: "later")) }
      #expect(try missing.tables().isEmpty)
    }
  }
}

extension LoadWorker {
  /// Takes one row, of whose columns all are given.
  fileprivate func append(_ values: [String: Bytes?], _ loader: RowLoader, tag: UInt32) throws {
    let memory = values.mapValues { bytes in
      bytes.map { bytes in
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        copy.copyBytes(from: bytes)
        return UnsafeRawBufferPointer(copy)
      }
    }
    defer { for bytes in memory.values { bytes?.deallocate() } }
    let outcome = try append(loader, tag: tag) { ordinal throws(StoreError) in
      memory[Note.schema.columns[ordinal].name]!.map { .text($0) } ?? .null
    }
    #expect(outcome == .stored)
  }
}
