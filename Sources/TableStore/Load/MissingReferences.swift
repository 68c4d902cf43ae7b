internal import LMDB

/// What rows refer to by declared foreign keys and was not there when they were loaded: it may come later.
///
/// The key of an entry is the id of the table that refers, the pointer's place, and the target's primary key.
package final class MissingReferences {
  private let store: Store
  private let entries: EntrySorter

  /// - Parameter memoryBytes: what may lie in memory.
  package init(_ store: Store, memoryBytes: Int) {
    self.store = store
    entries = EntrySorter(folder: store.folder, memoryBytes: memoryBytes)
  }

  /// Adds what the rows of a load refer to in vain, once they are stored.
  package func add(_ load: TableLoad) throws {
    let key = ByteBuffer()
    try forEach(EntryMerge(load.workers.compactMap(\.references?.entries)), of: load.table) { reference, _ in
      key.removeAll()
      key.append(load.table.schema.id)
      key.append(reference)
      try entries.append(key.bytes, RawSpan())
    }
  }

  /// The names of tables that still refer to what is not there. Nothing is added afterwards.
  package func tables() throws -> Set<String> {
    entries.finish()
    var found: Set<String> = []
    try forEach(EntryMerge([entries]), of: nil) { reference, session in
      found.insert(session.catalog[reference.unsafeLoad(fromByteOffset: 0, as: UInt8.self)].schema.name)
    }
    return found
  }

  /// Lends each reference to what is not there, once.
  ///
  /// - Parameter table: which table refers; `nil` where the references say so.
  private func forEach(
    _ references: consuming EntryMerge, of table: StoredTable?, _ body: (RawSpan, Session) throws -> Void
  ) throws {
    let session = try ReadSession(store, .everything)
    defer { session.end() }
    let last = ByteBuffer()
    try references.forEach { key, _ in
      guard !key.isEqual(to: last.bytes) else { return }
      last.removeAll()
      last.append(key)
      let start = table == nil ? 1 : 0
      let referring = table ?? session.catalog[key.unsafeLoad(fromByteOffset: 0, as: UInt8.self)]
      let pointer = referring.pointers[Int(key.unsafeLoad(fromByteOffset: start, as: UInt8.self))]
      let target = session.catalog[pointer.target.id]
      if try session.locate(target, element: key.extracting(droppingFirst: start + 1)) == nil { try body(key, session) }
    }
  }
}
