/// Where a filter and an aggregate read columns from: a row, or the key of an index entry that has all they need.
protocol FieldReading: ~Copyable {
  /// Any column without the others.
  func field(_ ordinal: Int) throws(StoreError) -> RowReader.Field
  /// A column that is no text and no bytes; `nil` for NULL.
  func number(_ slot: FieldSlot) throws(StoreError) -> Int128?
  /// Whether a column is NULL.
  func isNull(_ slot: FieldSlot) throws(StoreError) -> Bool
}

/// A column's place in a row, worked out once for many rows.
struct FieldSlot: Sendable, BitwiseCopyable {
  enum Kind: UInt8, BitwiseCopyable {
    case key, scope, signed, unsigned, decimal, variable
  }

  let ordinal: Int32
  let kind: Kind
  /// The width of a number.
  let width: UInt8
  /// Whether the tenant's column reads NULL for rows of nobody, and not 0.
  let isNullable: Bool
  /// The NULL bit.
  let bit: Int32
  /// Behind the start of the fixed part.
  let offset: Int32

  init(_ ordinal: Int, _ schema: TableSchema) {
    let column = schema.columns[ordinal]
    self.ordinal = Int32(ordinal)
    isNullable = column.isNullable
    switch schema.layout.slots[ordinal] {
    case .key: (kind, width, bit, offset) = (.key, 8, 0, 0)
    case .scope: (kind, width, bit, offset) = (.scope, 8, 0, 0)
    case .fixed(let bit, let offset, let width):
      let isSigned = if case .integer(_, true) = column.storage { true } else { false }
      kind = column.storage == .decimal ? .decimal : isSigned ? .signed : .unsigned
      (self.width, self.bit, self.offset) = (UInt8(width), Int32(bit), Int32(offset))
    case .variable(let bit, _): (kind, width, self.bit, offset) = (.variable, 0, Int32(bit), 0)
    }
  }
}

extension RowReader: FieldReading {
  @inline(__always)
  func isNull(_ slot: FieldSlot) -> Bool {
    switch slot.kind {
    case .key: false
    case .scope: slot.isNullable && scope.tenant == nil
    default: isNull(Int(slot.bit))
    }
  }

  @inline(__always)
  func number(_ slot: FieldSlot) -> Int128? {
    switch slot.kind {
    case .key: return Int128(key)
    case .scope:
      guard let tenant = scope.tenant else { return slot.isNullable ? nil : 0 }
      return Int128(tenant)
    case .variable: return nil
    case .decimal, .signed, .unsigned: break
    }
    guard !isNull(Int(slot.bit)) else { return nil }
    let place = fixedStart + Int(slot.offset)
    switch (slot.width, slot.kind) {
    case (1, .signed): return Int128(place.loadUnaligned(as: Int8.self))
    case (1, _): return Int128(place.loadUnaligned(as: UInt8.self))
    case (4, .signed): return Int128(Int32(littleEndian: place.loadUnaligned(as: Int32.self)))
    case (4, _): return Int128(UInt32(littleEndian: place.loadUnaligned(as: UInt32.self)))
    case (8, .signed): return Int128(Int64(littleEndian: place.loadUnaligned(as: Int64.self)))
    case (8, _): return Int128(UInt64(littleEndian: place.loadUnaligned(as: UInt64.self)))
    default: return Int128(littleEndian: place.loadUnaligned(as: Int128.self))
    }
  }
}
