import Testing

@testable import TableStore

extension Tables where Mode == Writing {
  /// Loads a row as an import does: `nil` is NULL, a column that is not named is missing.
  @discardableResult
  func load(_ name: String, _ values: [String: Bytes?], firstNewKey: UInt64 = .max) throws -> LoadOutcome {
    let found = self.table(named: name)
    let table = try #require(found)
    let isGiven = table.schema.columns.map { values.keys.contains($0.name) }
    return try load(values, with: RowLoader(table.schema, isGiven: isGiven, firstNewKey: firstNewKey))
  }

  /// The same with a loader that is used again.
  @discardableResult
  func load(_ values: [String: Bytes?], with loader: RowLoader) throws -> LoadOutcome {
    let found = self.table(named: loader.schema.name)
    let table = try #require(found)
    let memory = values.mapValues { bytes in
      bytes.map { bytes in
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        copy.copyBytes(from: bytes)
        return UnsafeRawBufferPointer(copy)
      }
    }
    defer { for bytes in memory.values { bytes?.deallocate() } }
    return try table.load(loader) { ordinal throws(StoreError) in
      switch memory[table.schema.columns[ordinal].name] {
      case nil: .missing
      case .some(nil): .null
      case .some(let text?): .text(text)
      }
    }
  }
}
