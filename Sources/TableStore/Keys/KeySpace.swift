/// The first byte of every key in a table's named database. Written in every file: never reused, never changed.
enum KeySpace {
  /// `scope | primary key` → row.
  static let rows: UInt8 = 0x00
  /// The largest index id; `id | …` for each index.
  static let lastIndex: UInt8 = 0xEF
  /// `primary key` → scope, for scoped tables: where a row is, and that a primary key is used once.
  static let locator: UInt8 = 0xFE
  /// `scope | primary key | chunk number` → up to 4,080 bytes of a row too long for one value.
  static let overflow: UInt8 = 0xFF
}

/// The sizes that keys and values are held to.
enum KeyLimits {
  /// LMDB's longest key.
  static let key = 511
  /// A text primary key takes at most so many bytes of any key.
  static let textPrimaryKey = 255
  /// A text primary key beyond so many bytes may be out of order: it may be cut.
  static let exactPrimaryKey = textPrimaryKey - cutTail - 3
  /// Tag and eight bytes.
  static let integer = 9
  /// Tag and sixteen bytes.
  static let decimal = 17
  /// Mark and hash at the end of a cut text.
  static let cutTail = 17
  /// A key and value of up to so many bytes share a leaf page (LMDB 0.9, 4,096-byte pages).
  static let inlineEntry = 2_030
  /// A longer row value goes into chunks.
  static let inlineValue = 2_000
  /// Bytes of a chunk: with its page header, one page.
  static let chunk = 4_080
}
