extension RowReader {
  /// A column's value by its place, as the engine sees it: without Swift types, for keys, dumps and checks. Text and bytes
  /// are lent by the row.
  public enum Field {
    /// NULL.
    case null
    /// An integer, a truth value, an enumeration's number, a time in seconds or a date in days.
    case integer(Int128)
    /// A decimal without its point.
    case decimal(Int128)
    /// UTF-8, or the 16 bytes of a UUID.
    case text(UnsafeRawBufferPointer, isPackedUUID: Bool)
    /// Bytes as they are.
    case bytes(UnsafeRawBufferPointer)
  }

  /// Reads any column without touching the others; the bytes live as long as the reader.
  func field(_ ordinal: Int) throws(StoreError) -> Field {
    let schema = schema._withUnsafeGuaranteedRef { $0 }
    let storage = schema.columns[ordinal].storage
    switch schema.layout.slots[ordinal] {
    case .key:
      return .integer(Int128(key))
    case .scope:
      guard let tenant = scope.tenant else { return schema.columns[ordinal].isNullable ? .null : .integer(0) }
      return .integer(Int128(tenant))
    case .fixed(let bit, let offset, let width):
      guard !isNull(bit) else { return .null }
      if storage == .decimal { return .decimal(fixed(offset, Int128.self)) }
      return .integer(integer(offset, width, storage))
    case .variable(let bit, let index):
      guard !isNull(bit) else { return .null }
      let start = index == 0 ? 0 : endOffset(index - 1).end
      let (end, isPacked) = endOffset(index)
      guard start <= end && end <= variableBytes else { throw damaged }
      let bytes = UnsafeRawBufferPointer(start: variableStart + start, count: end - start)
      if storage == .bytes { return .bytes(bytes) }
      guard !isPacked || bytes.count == 16 else { throw damaged }
      return .text(bytes, isPackedUUID: isPacked)
    }
  }

  /// Whether a column is NULL.
  func isNull(column ordinal: Int) -> Bool {
    switch schema._withUnsafeGuaranteedRef({ $0.layout.slots[ordinal] }) {
    case .key: false
    case .scope: scope.tenant == nil && schema._withUnsafeGuaranteedRef({ $0.columns[ordinal].isNullable })
    case .fixed(let bit, _, _), .variable(let bit, _): isNull(bit)
    }
  }

  /// Whether a column would name the tenant of a row that belongs to nobody: it holds NULL, or 0 where it takes no NULL.
  func namesNobody(_ ordinal: Int) -> Bool {
    scope.tenant == nil && schema._withUnsafeGuaranteedRef({ $0.layout.slots[ordinal] }) == .scope
  }

  @inline(__always)
  func isNull(_ bit: Int) -> Bool {
    bitmap.load(fromByteOffset: bit >> 3, as: UInt8.self) & (1 << UInt8(bit & 7)) != 0
  }

  private func fixed<T: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, _: T.Type) -> T {
    T(littleEndian: fixedStart.loadUnaligned(fromByteOffset: offset, as: T.self))
  }

  private func integer(_ offset: Int, _ width: Int, _ storage: ColumnStorage) -> Int128 {
    let isSigned = if case .integer(_, true) = storage { true } else { false }
    return switch width {
    case 1: isSigned ? Int128(fixed(offset, Int8.self)) : Int128(fixed(offset, UInt8.self))
    case 2: isSigned ? Int128(fixed(offset, Int16.self)) : Int128(fixed(offset, UInt16.self))
    case 4: isSigned ? Int128(fixed(offset, Int32.self)) : Int128(fixed(offset, UInt32.self))
    default: isSigned ? Int128(fixed(offset, Int64.self)) : Int128(fixed(offset, UInt64.self))
    }
  }
}
