/// Reads a stored row: column by column in declared order (`next…`), or any column by its slot.
///
/// Unsafe, and kept in order so: a reader is only made inside `RowReader.lend`, from bytes that outlive the call; it is
/// `~Copyable`, so it cannot be kept. `init` proves that header, fixed part and end offsets lie inside the bytes, each
/// variable read proves its own two offsets.
public struct RowReader: ~Copyable {
  @usableFromInline let bitmap: UnsafeRawPointer
  @usableFromInline let fixedStart: UnsafeRawPointer
  @usableFromInline let offsets: UnsafeRawPointer
  @usableFromInline let variableStart: UnsafeRawPointer
  @usableFromInline let variableBytes: Int
  @usableFromInline let isWide: Bool
  @usableFromInline let key: UInt64
  @usableFromInline let scope: Scope
  @usableFromInline let schema: Unmanaged<TableSchema>
  /// Where text goes that is kept without making a `String` of it; `nil` where each has memory of its own.
  @usableFromInline let texts: Unmanaged<TextArena>?
  /// Whether the row was held against its checksum: it is as it was written, and its text is UTF-8.
  @usableFromInline let isVerified: Bool

  /// The next column of a walk in declared order.
  @usableFromInline var bit = 0
  @usableFromInline var fixedOffset = 0
  @usableFromInline var variableIndex = 0
  @usableFromInline var variableOffset = 0

  /// - Parameters:
  ///   - base: a whole row without its checksum, with all of the schema's stored columns.
  ///   - frame: where its parts lie, proved to be inside.
  ///   - key: the integer primary key, or 0.
  @inline(__always)
  private init(
    _ base: UnsafeRawPointer, _ frame: Frame, schema: TableSchema, scope: Scope, key: UInt64,
    texts: Unmanaged<TextArena>?, isVerified: Bool
  ) {
    isWide = frame.isWide
    bitmap = base + 2
    fixedStart = base + frame.fixedStart
    offsets = base + frame.offsetsStart
    variableStart = base + frame.variableStart
    variableBytes = frame.variableBytes
    self.schema = .passUnretained(schema)
    self.scope = scope
    self.key = key
    self.texts = texts
    self.isVerified = isVerified
  }

  /// Lends a reader of `row`, which is whole, checked by its checksum or not, and without it.
  ///
  /// - Parameters:
  ///   - texts: where text goes that is kept; it outlives the call.
  ///   - isVerified: whether the checksum was compared.
  @inline(__always)
  static func lend<Result, E: Error>(
    _ row: RawSpan, schema: TableSchema, scope: Scope, key: UInt64, texts: Unmanaged<TextArena>? = nil,
    isVerified: Bool = false,
    _ body: (inout RowReader) throws(E) -> Result
  ) throws -> Result {
    try row.withUnsafeBytes { bytes in
      guard let frame = Frame(bytes, schema.shape), let base = bytes.baseAddress else {
        throw StoreError.damagedRow(schema)
      }
      var reader = RowReader(
        base, frame, schema: schema, scope: scope, key: key, texts: texts, isVerified: isVerified)
      return try body(&reader)
    }
  }
}

/// Where the parts of a row lie, by its first bytes.
private struct Frame {
  let isWide: Bool
  let fixedStart: Int
  let offsetsStart: Int
  let variableStart: Int
  let variableBytes: Int

  /// `nil` when the parts do not fit into the bytes, or the row has other columns than the layout.
  @inline(__always)
  init?(_ bytes: UnsafeRawBufferPointer, _ shape: RowShape) {
    fixedStart = shape.headerBytes
    guard bytes.count >= fixedStart, bytes[0] & ~RowFormat.wideOffsets == 0, Int(bytes[1]) == shape.storedCount
    else { return nil }
    isWide = bytes[0] != 0
    offsetsStart = fixedStart &+ shape.fixedBytes
    variableStart = offsetsStart &+ shape.variableCount &* (isWide ? 4 : 2)
    variableBytes = bytes.count &- variableStart
    guard variableBytes >= 0 else { return nil }
  }
}

// MARK: Walking in declared order

extension RowReader {
  /// Whether the next column is NULL.
  @inlinable public var nextIsNull: Bool {
    bitmap.load(fromByteOffset: bit &>> 3, as: UInt8.self) & (1 &<< UInt8(bit & 7)) != 0
  }

  /// Reads the next column, which is fixed, and goes on.
  @inlinable public mutating func nextFixed<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type) -> T {
    let value = fixedStart.loadUnaligned(fromByteOffset: fixedOffset, as: T.self)
    fixedOffset &+= MemoryLayout<T>.size
    bit &+= 1
    return T(littleEndian: value)
  }

  /// The bytes of the next column, which is variable; goes on. They live as long as the reader.
  @inlinable mutating func nextVariable() throws(StoreError) -> (bytes: UnsafeRawBufferPointer, isPackedUUID: Bool) {
    let (end, isPacked) = endOffset(variableIndex)
    let start = variableOffset
    guard start <= end && end <= variableBytes else { throw damaged }
    variableIndex &+= 1
    variableOffset = end
    bit &+= 1
    return (UnsafeRawBufferPointer(start: variableStart + start, count: end - start), isPacked)
  }

  /// Reads the next column, which is text, and goes on.
  @inlinable mutating func nextString() throws(StoreError) -> String {
    let (bytes, isPacked) = try nextVariable()
    guard !isPacked else {
      guard bytes.count == 16 else { throw damaged }
      return PackedUUID.string(of: bytes)
    }
    return isVerified ? String(utf8: bytes) : String(decoding: bytes, as: UTF8.self)
  }

  /// Keeps the bytes of the next column, which is text, without making a `String` of them; goes on.
  @inlinable mutating func nextSlice() throws(StoreError) -> TextSlice {
    let (bytes, isPacked) = try nextVariable()
    guard isPacked else { return keep(bytes) }
    guard bytes.count == 16 else { throw damaged }
    return PackedUUID.withText(of: bytes) { keep($0) }
  }

  @inlinable @inline(__always)
  func keep(_ bytes: UnsafeRawBufferPointer) -> TextSlice {
    guard let texts else { return TextSlice(copying: bytes) }
    return texts._withUnsafeGuaranteedRef { $0.add(bytes) }
  }

  /// Passes over the next column, of the given storage.
  @inlinable public mutating func skip(_ storage: ColumnStorage) throws(StoreError) {
    if let width = storage.fixedWidth {
      fixedOffset &+= width
      bit &+= 1
    } else {
      _ = try nextVariable()
    }
  }

  /// Where the variable column `index` ends, and whether it is a packed UUID.
  @inlinable func endOffset(_ index: Int) -> (end: Int, isPackedUUID: Bool) {
    if isWide {
      let word = UInt32(littleEndian: offsets.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
      return (Int(word & 0x7FFF_FFFF), word >> 31 == 1)
    }
    let word = UInt16(littleEndian: offsets.loadUnaligned(fromByteOffset: index &* 2, as: UInt16.self))
    return (Int(word & 0x7FFF), word >> 15 == 1)
  }

  /// The integer primary key, from the row's key.
  @inlinable public var keyInteger: UInt64 { key }

  /// The tenant, from the row's key.
  @inlinable public var keyTenant: Scope { scope }

  /// What to throw when the bytes do not follow the format.
  @usableFromInline var damaged: StoreError { .damagedRow(schema.takeUnretainedValue()) }
}

extension StoreError {
  static func damagedRow(_ schema: TableSchema) -> StoreError {
    StoreError(.damaged, "a stored row does not follow the format; run blazz verify", table: schema.name)
  }
}
