internal import LMDB

/// The entries that a row should have: in each of the table's indexes and, in a scoped table, in the locator. They are
/// made by the code that writes them.
final class ExpectedEntries {
  /// A key space whose entries follow from the rows.
  struct Space: Sendable {
    let id: UInt8
    /// `nil` for the locator.
    let index: IndexLayout?

    /// How faults name it.
    var name: String { index?.name ?? "locator" }
  }

  let table: StoredTable
  private let session: Session
  private let locator: Int?
  @exclusivity(unchecked) private var keys = KeyList()
  private let holder = ByteBuffer(capacity: 64)
  private let locatorKey = ByteBuffer(capacity: 64)
  private let locatorValue = ByteBuffer(capacity: 16)

  init(_ table: StoredTable, _ session: Session) {
    (self.table, self.session) = (table, session)
    locator = table.schema.isScoped ? table.indexes.count : nil
  }

  /// The key spaces of a table, in the order in which a row's entries come.
  static func spaces(of table: StoredTable) -> [Space] {
    table.indexes.map { Space(id: $0.id, index: $0) }
      + (table.schema.isScoped ? [Space(id: KeySpace.locator, index: nil)] : [])
  }

  /// Lends each entry of a row with the place of its key space.
  @inline(__always)
  func forEach(
    _ row: borrowing RowReader, _ place: RowWalk.Place, key: RawSpan,
    _ body: (_ space: Int, _ key: RawSpan, _ value: RawSpan) throws -> Void
  ) throws {
    let element = key.extracting(droppingFirst: place.offset)
    try keys.fill(table, row: row, scope: place.scope, primaryKey: element, session)
    holder.removeAll()
    holder.appendKey(place.scope)
    holder.append(element)
    for (position, index) in table.indexes.enumerated() {
      try keys.withKey(position) { key in
        if key.byteCount > 0 { try body(position, key, index.hasHolder ? holder.bytes : RawSpan()) }
      }
    }
    try withLocator(place, key: key, body)
  }

  /// Lends the entry in the locator alone, which needs no more than the row's key.
  @inline(__always)
  func withLocator(
    _ place: RowWalk.Place, key: RawSpan, _ body: (_ space: Int, _ key: RawSpan, _ value: RawSpan) throws -> Void
  ) throws {
    guard let locator else { return }
    locatorKey.removeAll()
    locatorKey.append(KeySpace.locator)
    locatorKey.append(key.extracting(droppingFirst: place.offset))
    locatorValue.removeAll()
    locatorValue.appendKey(place.scope)
    try body(locator, locatorKey.bytes, locatorValue.bytes)
  }
}

extension ExpectedEntries.Space {
  /// Makes `row` the key of the row that an entry names; `false` where the entry does not follow the format.
  func fillRowKey(_ row: ByteBuffer, _ table: StoredTable, key: RawSpan, value: RawSpan) -> Bool {
    row.removeAll()
    row.append(KeySpace.rows)
    do {
      if let index, !index.hasHolder {
        let end = try index.scan(key, columns: .max)
        if index.hasScope {
          var scanner = KeyScanner(at: 1)
          _ = try scanner.scope(in: key)
          row.append(key.extracting(1..<scanner.offset))
        }
        row.append(key.extracting(droppingFirst: end))
      } else {
        row.append(value)
        if index == nil { row.append(key.extracting(droppingFirst: 1)) }
      }
      return true
    } catch {
      return false
    }
  }
}
