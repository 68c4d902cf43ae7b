internal import LMDB

/// What is done with what a walk along the rows meets.
protocol RowVisitor: AnyObject {
  /// A row that can be read.
  ///
  /// - Parameters:
  ///   - bytes: the length of the row with its checksum.
  ///   - problem: what is wrong with its values.
  func visit(
    _ row: borrowing RowReader, _ place: RowWalk.Place, key: RawSpan, bytes: Int, _ problem: RowCheck.Problem?) throws

  /// A row that cannot be read; without a place where its key cannot be read either.
  func visitUnreadable(_ place: RowWalk.Place?, key: RawSpan, stored: RawSpan, _ reason: String) throws

  /// A chunk that belongs to no row.
  func visitSurplusChunk(key: RawSpan, value: RawSpan) throws
}

extension RowVisitor {
  func visitUnreadable(_ place: RowWalk.Place?, key: RawSpan, stored: RawSpan, _ reason: String) throws {}
  func visitSurplusChunk(key: RawSpan, value: RawSpan) throws {}
}

/// A walk along all rows of a table, with the chunks of long ones beside it: two sorted streams, one pass.
///
/// Nothing is trusted: what cannot be read is handed to its visitor with the reason, and the walk goes on.
final class RowWalk {
  let session: Session
  let table: StoredTable
  private let keyspace: Keyspace
  private let check: RowCheck
  private let whole = ByteBuffer()
  private let upgraded = ByteBuffer()
  private let canonical = ByteBuffer()
  private let chunkKey = ByteBuffer()

  /// A row's key, taken apart.
  struct Place {
    let scope: Scope
    /// Where the primary key begins in the row's key.
    let offset: Int
    /// The integer primary key, or 0.
    let integer: UInt64
  }

  init(_ session: Session, _ table: StoredTable) throws {
    (self.session, self.table) = (session, table)
    keyspace = try table.requireKeyspace()
    check = RowCheck(table.schema)
  }

  /// Visits every row.
  func run(_ visitor: some RowVisitor) throws {
    try session.transaction.withCursors(in: keyspace) { rows, chunks in
      _ = try chunks.seek(toFirstAtOrAfter: [KeySpace.overflow].span.bytes)
      var isFound = try rows.seek(toFirstAtOrAfter: [KeySpace.rows].span.bytes)
      while isFound {
        let (key, value) = (rows.key, rows.value)
        guard key.unsafeLoad(fromByteOffset: 0, as: UInt8.self) == KeySpace.rows else { break }
        try passChunks(before: key, &chunks, visitor)
        try visit(key, value, &chunks, visitor)
        isFound = try rows.next()
      }
      while chunks.isPositioned {
        try visitor.visitSurplusChunk(key: chunks.key, value: chunks.value)
        try chunks.next()
      }
    }
  }

  /// Passes over the chunks that lie before those of a row.
  @inline(__always)
  private func passChunks(before key: RawSpan, _ chunks: inout Cursor, _ visitor: some RowVisitor) throws {
    while chunks.isPositioned {
      let (chunk, row) = (chunks.key.extracting(droppingFirst: 1), key.extracting(droppingFirst: 1))
      if chunk.byteCount > row.byteCount && chunk.starts(with: row) { return }
      guard chunk.compare(row) < 0 else { return }
      try visitor.visitSurplusChunk(key: chunks.key, value: chunks.value)
      try chunks.next()
    }
  }

  private func visit(_ key: RawSpan, _ value: RawSpan, _ chunks: inout Cursor, _ visitor: some RowVisitor) throws {
    guard let place = place(of: key) else {
      return try visitor.visitUnreadable(nil, key: key, stored: value, "its key does not follow the format")
    }
    let isLong = value.byteCount > 0 && value.unsafeLoad(fromByteOffset: 0, as: UInt8.self) & RowFormat.overflow != 0
    let isWhole = try isLong ? gather(key, value, &chunks) : true
    var reason: String? = "its chunks are not what its stub says"
    if isWhole { reason = try isLong ? read(whole.bytes, key, place, visitor) : read(value, key, place, visitor) }
    // The chunks of a row that cannot be read are part of that fault.
    try passRest(of: key, &chunks, reason == nil ? visitor : nil)
    if let reason { try visitor.visitUnreadable(place, key: key, stored: value, reason) }
  }

  /// Takes a row's key apart; `nil` where it is not the one key that its parts have.
  func place(of key: RawSpan) -> Place? {
    var scanner = KeyScanner(at: 1)
    var (scope, integer) = (Scope.global, UInt64(0))
    do {
      if table.schema.isScoped { scope = try scanner.scope(in: key) }
      let offset = scanner.offset
      canonical.removeAll()
      canonical.append(KeySpace.rows)
      canonical.appendKey(scope)
      if table.schema.hasIntegerKey {
        integer = try scanner.id(in: key)
        canonical.appendKey(integer)
        guard canonical.bytes.isEqual(to: key), integer > 0 else { return nil }
      } else {
        try scanner.skipText(in: key)
        guard scanner.offset == key.byteCount, key.starts(with: canonical.bytes) else { return nil }
      }
      return Place(scope: scope, offset: offset, integer: integer)
    } catch {
      return nil
    }
  }

  /// Gathers the chunks of a long row into `whole`; `false` where they are not what the stub says.
  private func gather(_ key: RawSpan, _ stub: RawSpan, _ chunks: inout Cursor) throws -> Bool {
    whole.removeAll()
    guard stub.byteCount == OverflowStub.byteCount,
      stub.unsafeLoad(fromByteOffset: 0, as: UInt8.self) == RowFormat.overflow,
      stub.unsafeLoad(fromByteOffset: 1, as: UInt8.self) == 0
    else { return false }
    let length = UInt64(littleEndian: stub.unsafeLoadUnaligned(fromByteOffset: 2, as: UInt64.self))
    guard length < 1 << 32 else { return false }
    var number: UInt64 = 0
    while chunks.isPositioned && whole.count < Int(length) {
      OverflowStub.setChunk(number, in: chunkKey, row: key)
      guard chunks.key.isEqual(to: chunkKey.bytes) else { break }
      whole.append(chunks.value)
      number += 1
      try chunks.next()
    }
    return whole.count == Int(length)
  }

  /// Passes over the chunks of a row that are left, and lends them to a visitor as surplus ones.
  @inline(__always)
  private func passRest(of key: RawSpan, _ chunks: inout Cursor, _ visitor: (some RowVisitor)?) throws {
    while chunks.isPositioned, chunks.key.extracting(droppingFirst: 1).starts(with: key.extracting(droppingFirst: 1)) {
      if let visitor { try visitor.visitSurplusChunk(key: chunks.key, value: chunks.value) }
      try chunks.next()
    }
  }

  /// Lends a whole row to its visitor; gives the reason where it cannot be read.
  private func read(_ stored: RawSpan, _ key: RawSpan, _ place: Place, _ visitor: some RowVisitor) throws -> String? {
    let schema = table.schema
    let length = stored.byteCount - RowFormat.checksumBytes
    guard length >= 2 else { return "it is too short" }
    let row = stored.extracting(first: length)
    let sum = UInt32(littleEndian: stored.unsafeLoadUnaligned(fromByteOffset: length, as: UInt32.self))
    guard sum == RowChecksum.of(row, key: key, table: schema.id) else { return "its checksum is wrong" }
    guard Int(row.unsafeLoad(fromByteOffset: 1, as: UInt8.self)) != schema.shape.storedCount else {
      return try lend(row, key, place, stored.byteCount, visitor)
    }
    upgraded.removeAll()
    do { try schema.upgrade(row, into: upgraded) } catch let error as StoreError { return error.message }
    return try lend(upgraded.bytes, key, place, stored.byteCount, visitor)
  }

  @inline(__always)
  private func lend(
    _ row: RawSpan, _ key: RawSpan, _ place: Place, _ bytes: Int, _ visitor: some RowVisitor
  ) throws -> String? {
    // What the visitor throws ends the walk; that a row has no frame is a finding.
    var isFramed = false
    do {
      return try RowReader.lend(
        row, schema: table.schema, scope: place.scope, key: place.integer, isVerified: true
      ) { reader in
        isFramed = true
        var problem = check.problem(in: reader)
        if case .unreadable(let reason) = problem { return reason }
        if problem == nil { problem = try keyProblem(reader, key, place) }
        if case .unreadable(let reason) = problem { return reason }
        try visitor.visit(reader, place, key: key, bytes: bytes, problem)
        return nil
      }
    } catch  where !isFramed {
      return "its layout is not the table's"
    }
  }

  /// What is wrong between a row and its key.
  @inline(__always)
  private func keyProblem(_ row: borrowing RowReader, _ key: RawSpan, _ place: Place) throws -> RowCheck.Problem? {
    let schema = table.schema
    guard schema.hasIntegerKey else {
      guard let element = try session.element(of: row, schema.primaryKey),
        element.span.bytes.isEqual(to: key.extracting(droppingFirst: place.offset))
      else { return .unreadable("its key is not that of its primary key") }
      return nil
    }
    // Few keys are beyond the range of an int, and none beyond that of a bigint.
    guard place.integer > UInt64(Int32.max), let range = schema.columns[schema.primaryKey].type.integerRange,
      !range.contains(Int128(place.integer))
    else { return nil }
    return .value(column: schema.primaryKey, "is out of range")
  }
}
