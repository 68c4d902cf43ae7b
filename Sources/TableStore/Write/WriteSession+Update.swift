internal import LMDB

/// Where a row is.
struct RowPlace {
  var scope: Scope
  /// The integer primary key, or 0.
  var integer: UInt64
}

extension WriteSession {
  /// The one way by which rows come, change and go: brings every index, the locator, the row and the counts from
  /// `writer.old` to `writer.new`.
  ///
  /// The writer's keys are set. All that can be refused is refused before the first change, so a statement that throws
  /// leaves nothing behind. A row that comes was looked up in the locator before.
  ///
  /// - Parameters:
  ///   - hasOld: whether there is such a row now, in `writer.old`.
  ///   - hasNew: whether there will be one, in `writer.new`.
  func update(_ writer: TableWriter, at place: RowPlace, hasOld: Bool, hasNew: Bool) throws {
    let table = writer.table
    writer.oldKeys.removeAll()
    writer.newKeys.removeAll()
    if hasOld {
      try RowReader.lend(writer.old.bytes, schema: table.schema, scope: place.scope, key: place.integer) { row in
        try writer.oldKeys.fill(
          table, row: row, scope: place.scope, primaryKey: writer.primaryKey.bytes, self)
      }
    }
    if hasNew {
      try RowReader.lend(writer.new.bytes, schema: table.schema, scope: place.scope, key: place.integer) { row in
        try writer.newKeys.fill(
          table, row: row, scope: place.scope, primaryKey: writer.primaryKey.bytes, self)
      }
    }
    if hasOld { try readAhead(changeOf: writer, hasOld: hasOld, hasNew: hasNew) }
    if hasNew { try checkUnique(writer, place, hasOld: hasOld) }
    if hasOld || writer.tally.waiting.byteCount > Self.mostWaitingBytes { try putWaiting(writer.tally) }
    try updateIndexes(writer, place, hasOld: hasOld, hasNew: hasNew)
    if hasOld { try removeRow(writer, replaced: hasNew) }
    if hasNew { try putRow(writer) }
    if table.schema.isScoped && hasOld != hasNew { try updateLocator(writer, place.scope, isPresent: hasNew) }
    if !table.searches.isEmpty { try noteTexts(writer, at: place, hasOld: hasOld, hasNew: hasNew) }
  }

  /// Bytes of index entries that wait at most: what a large transaction may take beside its pages.
  private static let mostWaitingBytes = 64 << 20

  private func checkUnique(_ writer: TableWriter, _ place: RowPlace, hasOld: Bool) throws {
    let table = writer.table
    for (position, index) in table.indexes.enumerated() where index.isUnique {
      if hasOld && writer.keysAreEqual(at: position) { continue }
      let holder: [UInt8]? = try writer.newKeys.withKey(position) { key in
        try transaction.withValue(for: key, in: table.requireKeyspace()) { $0.withUnsafeBytes { Array($0) } }
      }
      guard let holder else { continue }
      let values = try index.parts.map { part in try writer.newValue(part.column, at: place).messageText }
      var scanner = KeyScanner(at: 0)
      let scope = table.schema.isScoped ? try scanner.scope(in: holder.span.bytes) : .global
      let other = holder.span.bytes.extracting(droppingFirst: scanner.offset)
      throw StoreError(
        .duplicate, "the value is already there", table: table.schema.name,
        column: index.parts.map { table.schema.columns[$0.column].name }.joined(separator: ","),
        constraint: index.name, value: values.joined(separator: ","),
        otherKey: try shownKeyText(table, scope, element: other))
    }
  }

  private func updateIndexes(_ writer: TableWriter, _ place: RowPlace, hasOld: Bool, hasNew: Bool) throws {
    let table = writer.table
    let keyspace = try table.requireKeyspace()
    writer.setHolder(place.scope)
    for (position, index) in table.indexes.enumerated() {
      if hasOld && hasNew && writer.keysAreEqual(at: position) { continue }
      let valueBytes = index.hasHolder ? writer.holder.count : 0
      if hasOld {
        try writer.oldKeys.withKey(position) { key in
          guard key.byteCount > 0 else { return }
          guard try change({ raw throws(LMDBError) in try raw.delete(key, in: keyspace) }) else {
            throw StoreError(
              .damaged, "an index entry is missing; run blazz verify", table: table.schema.name,
              constraint: index.name)
          }
          writer.tally.count(index.id, entries: -1, bytes: -key.byteCount - valueBytes)
        }
      }
      if hasNew {
        try writer.newKeys.withKey(position) { key in
          guard key.byteCount > 0 else { return }
          if index.hasHolder {
            _ = try change { raw throws(LMDBError) in try raw.put(writer.holder.bytes, for: key, in: keyspace) }
          } else {
            writer.tally.waiting.append(key)
          }
          writer.tally.count(index.id, entries: 1, bytes: key.byteCount + valueBytes)
        }
      }
    }
  }

  private func updateLocator(_ writer: TableWriter, _ scope: Scope, isPresent: Bool) throws {
    let table = writer.table
    let keyspace = try table.requireKeyspace()
    let key = ByteBuffer(capacity: 32)
    key.append(KeySpace.locator)
    key.append(writer.primaryKey.bytes)
    let value = ByteBuffer(capacity: 16)
    value.appendKey(scope)
    let bytes = key.count + value.count
    if isPresent {
      _ = try change { raw throws(LMDBError) in try raw.put(value.bytes, for: key.bytes, in: keyspace) }
    } else {
      _ = try change { raw throws(LMDBError) in try raw.delete(key.bytes, in: keyspace) }
    }
    writer.tally.count(KeySpace.locator, entries: isPresent ? 1 : -1, bytes: isPresent ? bytes : -bytes)
  }
}

extension TableWriter {
  /// Whether a change leaves an index's key as it is.
  func keysAreEqual(at position: Int) -> Bool {
    oldKeys.withKey(position) { old in newKeys.withKey(position) { new in old.isEqual(to: new) } }
  }
}

extension SQLValue {
  /// The value in a message.
  var messageText: String {
    switch self {
    case .null: "NULL"
    case .bool(let bool): bool ? "1" : "0"
    case .integer(let integer): "\(integer)"
    case .text(let text): text
    case .bytes(let bytes): "\(bytes.count) bytes"
    }
  }
}
