internal import LMDB

/// What rows of a load refer to: each target once, in the order in which it is looked up.
///
/// The key of an entry is the pointer's place, the target's primary key and, where scopes matter, that which refers to it;
/// the value is the primary key of a row that does.
final class LoadReferences {
  /// A reference that was noted already.
  private struct Known: Equatable {
    let target: UInt64
    let scope: Scope
  }

  let entries: EntrySorter
  private let table: StoredTable
  private let isOfDeclared: Bool
  /// For each pointer to an integer key, the last references by some of their bits: most rows refer to what the rows
  /// before them refer to.
  @exclusivity(unchecked) private var known: [Known?]
  private static let knownBits = 12
  private let key = ByteBuffer()

  /// - Parameter isOfDeclared: whether only declared foreign keys are noted, and that their target is there is all that
  ///   matters.
  init(_ table: StoredTable, folder: String, memoryBytes: Int, isOfDeclared: Bool) {
    (self.table, self.isOfDeclared) = (table, isOfDeclared)
    entries = EntrySorter(folder: folder, memoryBytes: memoryBytes)
    known = [Known?](repeating: nil, count: table.pointers.count << Self.knownBits)
  }

  /// Notes what a row refers to.
  func append(_ row: borrowing RowReader, _ place: RowPlace, primaryKey: RawSpan, _ session: Session) throws {
    let scope: Scope = isOfDeclared ? .global : place.scope
    for (position, pointer) in table.pointers.enumerated() {
      guard pointer.foreignKey != nil || !isOfDeclared, !row.namesNobody(pointer.column) else { continue }
      key.removeAll()
      key.append(UInt8(position))
      switch try row.field(pointer.column) {
      case .null: continue
      case .integer(let value):
        guard isNew(UInt64(truncatingIfNeeded: value), scope, position) else { continue }
        key.appendKey(value)
      case .text(let bytes, let isPacked):
        if isPacked {
          key.appendKey(packedUUID: bytes, prefix: nil, budget: KeyLimits.textPrimaryKey)
        } else {
          key.appendKey(text: bytes, prefix: nil, budget: KeyLimits.textPrimaryKey)
        }
      case .decimal, .bytes: preconditionFailure("a reference is a number or text")
      }
      if !isOfDeclared { key.appendKey(scope) }
      try entries.append(key.bytes, primaryKey)
    }
  }

  private func isNew(_ target: UInt64, _ scope: Scope, _ position: Int) -> Bool {
    let mixed = (target ^ (scope.tenant ?? 0) << 40) &* 0x9E37_79B9_7F4A_7C15
    let slot = position << Self.knownBits | Int(mixed >> UInt64(64 - Self.knownBits))
    let reference = Known(target: target, scope: scope)
    if known[slot] == reference { return false }
    known[slot] = reference
    return true
  }
}

extension WriteSession {
  /// Checks what the rows of a load refer to, once they are there.
  func checkReferences(of table: StoredTable, _ references: [LoadReferences]) throws {
    let last = ByteBuffer()
    try EntryMerge(references.map(\.entries)).forEach { key, row in
      guard !key.isEqual(to: last.bytes) else { return }
      last.removeAll()
      last.append(key)
      let pointer = table.pointers[Int(key.unsafeLoad(fromByteOffset: 0, as: UInt8.self))]
      let target = catalog[pointer.target.id]
      var scanner = KeyScanner(at: 1)
      try scanner.skip(isText: !target.schema.hasIntegerKey, in: key)
      let element = key.extracting(1..<scanner.offset)
      let own: Scope = table.schema.isScoped ? try scanner.scope(in: key) : .global
      let found = try locate(target, element: element)
      if found == nil, pointer.foreignKey != nil {
        throw try dangling(.missingReference, table, pointer, row, "there is no such row in \(target.schema.name)")
      }
      if let tenant = found?.tenant, let own = own.tenant, tenant != own {
        throw try dangling(
          .crossesScope, table, pointer, row, "there is no such row in \(target.schema.name) of this workspace")
      }
    }
  }

  private func dangling(
    _ code: StoreError.Code, _ table: StoredTable, _ pointer: StoredTable.Pointer, _ element: RawSpan,
    _ message: String
  ) throws -> StoreError {
    let scope = try locate(table, element: element) ?? .global
    makeRowKey(scope, element: element)
    var value = "?"
    _ = try withRow(table, scope: scope, integer: table.schema.integer(element)) { row in
      value = try row.value(pointer.column).messageText
      return true
    }
    return StoreError(
      code, message, table: table.schema.name, column: table.schema.columns[pointer.column].name,
      constraint: pointer.foreignKey, value: value, otherKey: try keyText(table, scope, element: element))
  }
}
