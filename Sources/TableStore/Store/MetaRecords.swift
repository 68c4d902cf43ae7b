internal import LMDB

/// The records of the meta key space; see docs/format.md, "Meta".
enum MetaRecords {
  /// The named database that holds them, and whose presence makes an LMDB file a store.
  static let keyspaceName = "meta"
  /// The version of the file format that this program writes.
  static let formatVersion: UInt32 = 1
  /// `format` → magic and version.
  static let format: [UInt8] = Array("format".utf8)
  /// What the format record begins with.
  static let magic: [UInt8] = Array("blazz store\n".utf8)
  /// `collation` → the versions that stored keys depend on.
  static let collation: [UInt8] = Array("collation".utf8)
  /// The rules behind collation keys: changes when the bytes of a key would.
  static let collationVersion: [UInt8] = Array("utf8mb4_unicode_ci UCA 4.0.0, key form 1".utf8)

  /// `fingerprint/NAME` → the table's description when it was last written.
  static func fingerprint(_ table: String) -> [UInt8] { Array("fingerprint/\(table)".utf8) }
  /// `sequence/NAME` → the next AUTO_INCREMENT value.
  static func sequence(_ table: String) -> [UInt8] { Array("sequence/\(table)".utf8) }
  /// `sizes/NAME` → entries and bytes of the table's key spaces.
  static func sizes(_ table: String) -> [UInt8] { Array("sizes/\(table)".utf8) }
  /// `catalog` → how many openings of the store changed what its tables have; see `CatalogCache`.
  static let catalog: [UInt8] = Array("catalog".utf8)
  /// `cursor key` → 16 random bytes that sign the places of pages.
  static let cursorKey: [UInt8] = Array("cursor key".utf8)
  /// `own/NAME` → our own indexes that the table has, a line each.
  static func own(_ table: String) -> [UInt8] { Array("own/\(table)".utf8) }
  /// `search/NAME/ID` → the versions that the lists of a full-text index were made with; none until it is built.
  static func search(_ table: String, _ index: UInt8) -> [UInt8] { Array("search/\(table)/\(index)".utf8) }
  /// `erasing/ID` → nothing: the tenant is being erased, and no more rows come to it.
  static func erasing(_ tenant: UInt64) -> [UInt8] { erasingPrefix + withUnsafeBytes(of: tenant.bigEndian, Array.init) }
  static let erasingPrefix: [UInt8] = Array("erasing/".utf8)
}

extension Transaction where Self: ~Copyable {
  /// A meta record's bytes.
  borrowing func record(_ key: [UInt8], in meta: Keyspace) throws(LMDBError) -> [UInt8]? {
    guard let value = try get(key.span.bytes, in: meta) else { return nil }
    return value.withUnsafeBytes { Array($0) }
  }
}

/// Entries and bytes (keys and values) of each key space of a table.
struct TableSizes: Hashable, Sendable {
  struct Size: Hashable, Sendable {
    var entries: Int64 = 0
    var bytes: Int64 = 0
  }

  /// By key space: counted with every entry, so found without a search.
  private var sizes = [Size](repeating: Size(), count: 256)

  /// What a file can hold: sums over all key spaces and tables have room in 64 bits.
  private static let plausible: ClosedRange<Int64> = 0...1 << 47

  init() {}

  /// `nil` when the record is malformed.
  init?(record: [UInt8]) {
    guard record.count.isMultiple(of: 17) else { return nil }
    var isPlausible = true
    record.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: 17) {
        sizes[Int(bytes[start])] = Size(
          entries: Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 1, as: Int64.self)),
          bytes: Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 9, as: Int64.self)))
        let size = sizes[Int(bytes[start])]
        isPlausible = isPlausible && Self.plausible.contains(size.entries) && Self.plausible.contains(size.bytes)
      }
    }
    if !isPlausible { return nil }
  }

  /// Key space, entries, bytes: 17 bytes each.
  func encode(into record: ByteBuffer) {
    for (space, size) in sizes.enumerated() where size != Size() {
      record.append(UInt8(space))
      record.append(littleEndian: size.entries)
      record.append(littleEndian: size.bytes)
    }
  }

  subscript(space: UInt8) -> Size { sizes[Int(space)] }

  /// Sets what a key space has.
  mutating func set(_ space: UInt8, _ size: Size) { sizes[Int(space)] = size }

  /// Counts `entries` more (or fewer) with `bytes` in all.
  mutating func count(_ space: UInt8, entries: Int64, bytes: Int) {
    sizes[Int(space)].entries += entries
    sizes[Int(space)].bytes += Int64(bytes)
  }
}
