internal import LMDB

/// Reads the columns that an index entry's key has: numbers, NULL marks of all, the tenant and the primary key.
///
/// Unsafe, and kept in order so: it is made inside a walk from bytes that outlive the call, and cannot be kept.
struct EntryReader: ~Copyable, FieldReading {
  private let key: UnsafeRawBufferPointer
  private let index: Unmanaged<IndexLayout>
  private let schema: Unmanaged<TableSchema>
  /// Where each part of the key begins.
  private var starts = InlineArray<8, UInt16>(repeating: 0)
  private let scope: Scope
  /// The primary key.
  private let integer: UInt64

  init(_ key: UnsafeRawBufferPointer, _ index: IndexLayout, _ schema: TableSchema, scope: Scope, integer: UInt64)
    throws(StoreError)
  {
    (self.key, self.scope, self.integer) = (key, scope, integer)
    self.index = .passUnretained(index)
    self.schema = .passUnretained(schema)
    var scanner = KeyScanner(at: 1)
    if index.hasScope { try scanner.skip(isText: false, in: key.bytes) }
    for position in 0..<index.parts.count {
      starts[position] = UInt16(truncatingIfNeeded: scanner.offset)
      try scanner.skip(isText: index.parts[position].isText, in: key.bytes)
    }
  }

  @inline(__always)
  func number(_ slot: FieldSlot) throws(StoreError) -> Int128? {
    switch slot.kind {
    case .key: return Int128(integer)
    case .scope:
      guard let tenant = scope.tenant else { return slot.isNullable ? nil : 0 }
      return Int128(tenant)
    default:
      var scanner = KeyScanner(at: try start(of: Int(slot.ordinal)))
      return try scanner.integer(in: key.bytes)
    }
  }

  func isNull(_ slot: FieldSlot) throws(StoreError) -> Bool {
    switch slot.kind {
    case .key: return false
    case .scope: return slot.isNullable && scope.tenant == nil
    default: return key[try start(of: Int(slot.ordinal))] == 0
    }
  }

  func field(_ ordinal: Int) throws(StoreError) -> RowReader.Field {
    let schema = schema._withUnsafeGuaranteedRef { $0 }
    guard let number = try number(FieldSlot(ordinal, schema)) else { return .null }
    return schema.columns[ordinal].storage == .decimal ? .decimal(number) : .integer(number)
  }

  private func start(of ordinal: Int) throws(StoreError) -> Int {
    let position = index._withUnsafeGuaranteedRef { Int($0.positions[ordinal]) }
    precondition(position >= 0, "an index entry is asked for a column that it lacks")
    return Int(starts[position])
  }
}
