import LMDB

@testable import TableStore

/// Typed rows and indexes of tables that are only known when a test runs.
extension Table {
  /// A row of these values, which are in the columns' order and fit their columns.
  static func make(_ values: [SQLValue]) throws -> Self {
    var writer = RowWriter(schema)
    writer.begin()
    for ordinal in schema.layout.stored { try writer.append(sqlValue: values[ordinal]) }
    let bytes = ByteBuffer(capacity: 256)
    writer.finish(into: bytes)
    defer { withExtendedLifetime(bytes) {} }
    let scope = schema.layout.scopeInKey.map { Scope(tenant: values[$0]) } ?? .global
    return try RowReader.lend(bytes.bytes, schema: schema, scope: scope, key: Self.integer(values)) { row in
      try Self(from: &row)
    }
  }

  /// The values in the columns' order.
  func values() throws -> [SQLValue] {
    let schema = Self.schema
    var writer = RowWriter(schema)
    writer.begin()
    try write(to: &writer)
    let bytes = ByteBuffer(capacity: 256)
    writer.finish(into: bytes)
    defer { withExtendedLifetime(bytes) {} }
    let key = primaryKey.keyInteger ?? 0
    return try RowReader.lend(bytes.bytes, schema: schema, scope: ownScope ?? .global, key: key) { row in
      try row.values(schema)
    }
  }

  /// The typed key that a row's values hold.
  static func key(_ values: [SQLValue]) -> Key {
    guard !schema.hasIntegerKey, case .text(let text) = values[schema.primaryKey] else {
      return Key.make(integer: integer(values))
    }
    // The only key that is no number is text.
    return text as! Key
  }

  private static func integer(_ values: [SQLValue]) -> UInt64 {
    if case .integer(let key) = values[schema.primaryKey] { UInt64(key) } else { 0 }
  }

  /// All indexes that can be read in order.
  static var orderedIndexes: [TableIndex<Self>] {
    schema.indexes.filter { $0.kind != .fulltext }.map { TableIndex($0) }
  }
}

extension Scope {
  /// The scope that the value of a tenant's column names.
  init(tenant value: SQLValue) {
    if case .integer(let tenant) = value { self = .tenant(UInt64(tenant)) } else { self = .system }
  }
}

extension SQLValue {
  /// The value as a query takes it.
  var columnValue: any ColumnValue {
    switch self {
    case .null: String?.none
    case .bool(let bool): bool
    case .integer(let integer): UInt64(exactly: integer).map { $0 as any ColumnValue } ?? Int64(integer)
    case .text(let text): text
    case .bytes(let bytes): bytes
    }
  }

  /// The value of a primary key as text.
  var keyText: String {
    switch self {
    case .integer(let integer): "\(integer)"
    case .text(let text): text
    case .null, .bool, .bytes: ""
    }
  }
}

extension TableHandle {
  /// `matching` with values that are counted when a test runs.
  func matching(_ index: TableIndex<Row>, all values: [SQLValue]) -> BoundQuery<Row, Mode> {
    let values = values.map(\.columnValue)
    return switch values.count {
    case 1: matching(index, values[0])
    case 2: matching(index, values[0], values[1])
    case 3: matching(index, values[0], values[1], values[2])
    default: matching(index, values[0], values[1], values[2], values[3])
    }
  }

  /// `find` with values that are counted when a test runs.
  func find(_ index: TableIndex<Row>, all values: [SQLValue]) throws -> Row? {
    let values = values.map(\.columnValue)
    return values.count == 1 ? try find(index, values[0]) : try find(index, values[0], values[1])
  }
}
