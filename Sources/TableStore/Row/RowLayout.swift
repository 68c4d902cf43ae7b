/// Where each column of a table lies; see docs/format.md, "Rows".
struct RowLayout: Sendable {
  /// A column's place.
  enum Slot: Hashable, Sendable {
    /// The integer primary key: in the row's key.
    case key
    /// The tenant's column: in the row's key.
    case scope
    /// `bit` in the NULL bitmap, `offset` bytes behind the start of the fixed part.
    case fixed(bit: Int, offset: Int, width: Int)
    /// `bit` in the NULL bitmap, `index` among the end offsets.
    case variable(bit: Int, index: Int)
  }

  /// By column ordinal.
  let slots: [Slot]
  /// Ordinals of the columns that are stored in the row itself, in order.
  let stored: [Int]
  /// The sizes of the parts.
  let shape: RowShape
  /// The scope's column when the key holds it.
  let scopeInKey: Int?

  init(columns: [ColumnDefinition], primaryKey: Int, scopeInKey: Int?) {
    self.scopeInKey = scopeInKey
    var slots: [Slot] = []
    var stored: [Int] = []
    var fixed = 0
    var variable = 0
    for (ordinal, column) in columns.enumerated() {
      if ordinal == primaryKey && column.storage != .text {
        slots.append(.key)
      } else if ordinal == scopeInKey {
        slots.append(.scope)
      } else if let width = column.storage.fixedWidth {
        slots.append(.fixed(bit: stored.count, offset: fixed, width: width))
        fixed += width
        stored.append(ordinal)
      } else {
        slots.append(.variable(bit: stored.count, index: variable))
        variable += 1
        stored.append(ordinal)
      }
    }
    precondition(stored.count <= 255, "a table has at most 255 stored columns")
    self.slots = slots
    self.stored = stored
    shape = RowShape(storedCount: stored.count, fixedBytes: fixed, variableCount: variable)
  }

  /// A column's bit in the NULL bitmap; `nil` for one that lies in the row's key.
  func nullBit(of column: Int) -> Int? {
    switch slots[column] {
    case .key, .scope: nil
    case .fixed(let bit, _, _), .variable(let bit, _): bit
    }
  }
}

/// The sizes of a row's parts: all that is needed to find them, and nothing to retain.
struct RowShape: Sendable {
  /// Columns that are stored in the row itself.
  let storedCount: Int
  /// Bytes of the fixed part.
  let fixedBytes: Int
  /// Number of variable columns.
  let variableCount: Int

  /// Bytes before the fixed part: format byte, column count, NULL bitmap.
  let headerBytes: Int

  init(storedCount: Int, fixedBytes: Int, variableCount: Int) {
    (self.storedCount, self.fixedBytes, self.variableCount) = (storedCount, fixedBytes, variableCount)
    headerBytes = 2 + (storedCount + 7) / 8
  }
}

/// The bits of a row's first byte.
enum RowFormat {
  /// End offsets take 4 bytes instead of 2.
  static let wideOffsets: UInt8 = 0x01
  /// The row lies in chunks; what is here is only its length.
  static let overflow: UInt8 = 0x80
  /// Every other bit must be 0.
  static let known: UInt8 = 0x81

  /// Bytes of the checksum at a row's end.
  static let checksumBytes = 4
}
