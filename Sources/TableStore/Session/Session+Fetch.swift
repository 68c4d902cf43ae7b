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
      text.withUTF8Bytes { element.appendKey(text: $0, prefix: nil, budget: KeyLimits.textPrimaryKey) }
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
