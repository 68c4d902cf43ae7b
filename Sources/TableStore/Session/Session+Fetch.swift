internal import LMDB

/// A primary key without its type: so that what is done with it is compiled once, not looked up at run time.
@usableFromInline enum KeyParts {
  case integer(UInt64)
  case text(String)
}

extension KeyParts {
  /// Lends the key as an element.
  func withElement<Result>(_ body: (RawSpan) throws -> Result) rethrows -> Result {
    let element = ByteBuffer(capacity: 32)
    switch self {
    case .integer(let integer): element.appendKey(integer)
    case .text(let text):
      text.withUTF8Bytes { _ = element.appendKey(text: $0, prefix: nil, budget: KeyLimits.textPrimaryKey) }
    }
    // Nothing but this keeps the buffer while its bytes are lent.
    return try withExtendedLifetime(element) { try body(element.bytes) }
  }
}

extension PrimaryKeyValue {
  /// The key without its type.
  @inlinable var keyParts: KeyParts {
    if let integer = keyInteger { return .integer(integer) }
    guard case .text(let text) = sqlValue else { preconditionFailure("a primary key is a number or text") }
    return .text(text)
  }
}

extension Session {
  /// Lends the row with a primary key, when there is one that a read may see.
  @usableFromInline final func fetch(
    _ table: StoredTable, _ reach: Reach, includesDeleted: Bool, _ key: KeyParts,
    _ body: (inout RowReader) throws -> Void
  ) throws {
    requireOpen()
    try requireTime()
    guard let scope = try locate(table, reach, key) else { return }
    let deletedBit = includesDeleted ? nil : table.schema.softDeleteBit
    let integer: UInt64 = if case .integer(let integer) = key { integer } else { 0 }
    _ = try withRow(table, scope: scope, integer: integer) { row in
      if let deletedBit, !row.isNull(deletedBit) { return false }
      try body(&row)
      return true
    }
  }

  /// Lends the row with these values in a unique index, when there is one that a read may see.
  ///
  /// - Returns: whether the entry's key alone tells; it does not where a value is NULL, of another kind than its column
  ///   or too long, nor where the index has a condition or is missing.
  @usableFromInline final func find(
    _ table: StoredTable, _ reach: Reach, includesDeleted: Bool, index id: UInt8, _ values: [StoredValue],
    _ body: (inout RowReader) throws -> Void
  ) throws -> Bool {
    requireOpen()
    try requireTime()
    try settleIndexes(table)
    guard let index = table.indexes.first(where: { $0.id == id }), index.condition == nil,
      values.count == index.parts.count, makeEntryKey(index, values)
    else { return false }
    guard let entry = try transaction.get(locatorBuffer.bytes, in: table.requireKeyspace()) else { return true }
    let (scope, offset) = try holder(in: entry, table)
    guard reach.includes(scope) else { return true }
    var scanner = KeyScanner(at: offset)
    let integer = table.schema.hasIntegerKey ? try scanner.id(in: entry) : 0
    makeRowKey(scope, element: entry.extracting(droppingFirst: offset))
    let deletedBit = includesDeleted ? nil : table.schema.softDeleteBit
    let found = try withRow(table, scope: scope, integer: integer) { row in
      if let deletedBit, !row.isNull(deletedBit) { return false }
      try body(&row)
      return true
    }
    if found == nil { throw StoreError.missingRow(table.schema) }
    return true
  }

  /// Puts the key of a unique index's entry into `locatorBuffer`; `false` where it would not say everything.
  private final func makeEntryKey(_ index: IndexLayout, _ values: [StoredValue]) -> Bool {
    let key = locatorBuffer
    index.beginKey(key, scope: .global)
    for (part, value) in zip(index.parts, values) {
      switch value {
      case .number(let number) where !part.isText: key.appendKey(number)
      case .text(let text) where part.isText && part.prefix == nil:
        let isWhole = text.withUTF8Bytes { key.appendKey(text: $0, prefix: nil, budget: index.textBudget) }
        guard isWhole else { return false }
      default: return false
      }
    }
    return true
  }

  /// Puts a row's key into `keyBuffer` and says whose it is; `nil` when it is known that there is no such row.
  final func locate(_ table: StoredTable, _ reach: Reach, _ key: KeyParts) throws -> Scope? {
    let scope: Scope
    if !table.schema.isScoped {
      scope = .global
    } else if case .tenant(let tenant) = reach {
      scope = .tenant(tenant)
    } else {
      guard let found = try key.withElement({ try locate(table, element: $0) }) else { return nil }
      scope = found
    }
    switch key {
    case .integer(let integer): makeRowKey(scope, integer: integer)
    case .text: key.withElement { makeRowKey(scope, element: $0) }
    }
    return scope
  }
}
