internal import LMDB

/// The buffers that changes to one table go through, kept for a transaction.
final class TableWriter {
  /// What the write keeps in mind about the table, which must not end before this.
  unowned(unsafe) let tally: TableTally
  var table: StoredTable { tally.table }
  /// Puts new rows together.
  @exclusivity(unchecked) var rows: RowWriter
  /// The row as it was, without checksum.
  let old = ByteBuffer(capacity: 2048)
  /// The row as it will be, without checksum at first.
  let new = ByteBuffer(capacity: 2048)
  /// The primary key as an element.
  let primaryKey = ByteBuffer(capacity: 32)
  /// The row's key.
  let rowKey = ByteBuffer()
  /// What the values of unique indexes say, and of those across tenants: scope and primary key.
  let holder = ByteBuffer(capacity: 32)
  /// The index keys of `old` and `new`.
  @exclusivity(unchecked) var oldKeys = KeyList()
  @exclusivity(unchecked) var newKeys = KeyList()

  init(_ tally: TableTally) {
    self.tally = tally
    rows = RowWriter(tally.table.schema)
  }

  /// Puts the primary key and the row's key into their buffers.
  func setKey(_ scope: Scope, integer: UInt64?, text: String?) {
    primaryKey.removeAll()
    if let integer {
      primaryKey.appendKey(integer)
    } else if let text {
      text.withUTF8Bytes {
        _ = primaryKey.appendKey(text: $0, prefix: nil, budget: KeyLimits.textPrimaryKey)
      }
    }
    setScope(scope)
  }

  /// Makes what such values say of the row.
  func setHolder(_ scope: Scope) {
    holder.removeAll()
    holder.appendKey(scope)
    holder.append(primaryKey.bytes)
  }

  /// A column's value in `new`.
  func newValue(_ column: Int, at place: RowPlace) throws -> SQLValue {
    try RowReader.lend(new.bytes, schema: table.schema, scope: place.scope, key: place.integer) { row in
      try row.value(column)
    }
  }

  /// Makes the row's key anew for a scope.
  func setScope(_ scope: Scope) {
    rowKey.removeAll()
    rowKey.append(KeySpace.rows)
    rowKey.appendKey(scope)
    rowKey.append(primaryKey.bytes)
  }
}

/// The keys of one row in a table's maintained indexes, one behind the other.
struct KeyList: ~Copyable {
  private let bytes = ByteBuffer(capacity: 1024)
  private var ends: [Int] = []
  private let scratch = ByteBuffer()

  init() {}

  /// Whether there is a key for each index.
  var isEmpty: Bool { ends.isEmpty }

  /// Forgets the keys.
  mutating func removeAll() {
    bytes.removeAll()
    ends.removeAll(keepingCapacity: true)
  }

  /// Makes the keys of a row; one that is not in a partial index has an empty one there.
  mutating func fill(
    _ table: StoredTable, row: borrowing RowReader, scope: Scope, primaryKey: RawSpan, _ session: Session
  ) throws {
    removeAll()
    for (position, index) in table.indexes.enumerated() {
      if try table.conditions[position]?.accepts(row, session) ?? true {
        try index.makeKey(scratch, of: row, scope: scope, primaryKey: primaryKey)
        bytes.append(scratch.bytes)
      }
      ends.append(bytes.count)
    }
  }

  /// Lends the key of the index at `position`.
  func withKey<Result, E: Error>(_ position: Int, _ body: (RawSpan) throws(E) -> Result) throws(E) -> Result {
    let start = position == 0 ? 0 : ends[position - 1]
    return try body(bytes.bytes.extracting(start..<ends[position]))
  }
}
