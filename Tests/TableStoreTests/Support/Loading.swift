import Testing

@testable import TableStore

extension Tables where Mode == Writing {
  /// Loads a row as an import does: `nil` is NULL, a column that is not named is missing.
  @discardableResult
  func load(_ name: String, _ values: [String: Bytes?]) throws -> LoadOutcome {
    let found = self.table(named: name)
    let table = try #require(found)
    let memory = values.mapValues { bytes in
      bytes.map { bytes in
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        copy.copyBytes(from: bytes)
        return UnsafeRawBufferPointer(copy)
      }
    }
    defer { for bytes in memory.values { bytes?.deallocate() } }
    return try table.load { ordinal throws(StoreError) in
      switch memory[table.schema.columns[ordinal].name] {
      case nil: .missing
      case .some(nil): .null
      case .some(let text?): .text(text)
      }
    }
  }
}
