internal import LMDB

/// Where a full-text index keeps what, in its table's named database: `index id | scope | list | …`.
///
/// See docs/format.md, "Full-text index".
final class SearchLayout: Sendable {
  /// What lies behind an index's scope.
  enum List: UInt8, Sendable {
    /// → the scope's `SearchState`.
    case state = 0
    /// `row's id` → the row's texts as the lists have them: rows whose change is yet to be folded in.
    case pending = 1
    /// Whole terms, with what ranking needs.
    case words = 2
    /// The first bytes of terms.
    case edges = 3
    /// Terms of digits, last digit first.
    case reversed = 4
    /// Two neighbouring characters of scripts that are written without spaces.
    case pairs = 5
    /// The rows that are marked as deleted, under an empty term: so that nobody has to look at a row for that.
    case marked = 6
  }

  /// The version of what the lists have; a file that was written under another has to rebuild them.
  static let version = 2

  let definition: IndexDefinition
  let id: UInt8
  /// The columns, in the order of the fields.
  let columns: [Int]
  /// For each field, the member of a JSON column that is indexed; `nil` for the column's text.
  let paths: [JSONPath?]

  /// The null bit of the column that marks rows as deleted.
  let softDeleteBit: Int?

  /// A posting says in one byte in which fields its term stands, with one bit to spare.
  static let mostFields = 7

  init(_ definition: IndexDefinition, table: String, hasIntegerKey: Bool, softDeleteBit: Int?) {
    precondition(hasIntegerKey, "table \(table): a full-text index needs a number as primary key")
    precondition(
      (1...Self.mostFields).contains(definition.parts.count),
      "table \(table): a full-text index has 1…\(Self.mostFields) columns")
    self.definition = definition
    self.softDeleteBit = softDeleteBit
    id = definition.id
    columns = definition.parts.map(\.column)
    paths = definition.parts.map { $0.member.map { JSONPath($0) } }
  }

  /// What the keys of a list begin with; without one, those of a scope.
  func prefix(_ scope: Scope, _ list: List? = nil) -> [UInt8] {
    let key = ByteBuffer(capacity: 16)
    key.append(id)
    key.appendKey(scope)
    if let list { key.append(list.rawValue) }
    return key.array
  }

  /// The key of a pending row.
  static func key(_ prefix: [UInt8], row: UInt64) -> [UInt8] {
    prefix + withUnsafeBytes(of: row.bigEndian, Array.init)
  }

  /// The key of a block of postings: it begins at or behind this term and row.
  static func key(_ prefix: [UInt8], term: [UInt8], row: UInt64) -> [UInt8] {
    var key = prefix
    key.append(blockOf: term[...], row: row)
    return key
  }
}

extension [UInt8] {
  /// Appends what follows a list's prefix in the key of a block that begins with this term and row.
  mutating func append(blockOf term: ArraySlice<UInt8>, row: UInt64) {
    append(contentsOf: term)
    append(0)
    Swift.withUnsafeBytes(of: row.bigEndian) { append(contentsOf: $0) }
  }
}

/// What is known of a scope's rows in a full-text index.
struct SearchState: Hashable, Sendable {
  /// Rows in the lists: those with a term.
  var rows: Int64 = 0
  /// The sum of their lengths, as postings have them.
  var length: Int64 = 0
  /// Rows whose change is yet to be folded in.
  var pending: Int64 = 0

  init() {}

  /// `nil` when the bytes are no state.
  init?(_ bytes: RawSpan) {
    guard bytes.byteCount == 24 else { return nil }
    func number(_ place: Int) -> Int64 {
      Int64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place * 8, as: Int64.self))
    }
    (rows, length, pending) = (number(0), number(1), number(2))
    // What a file can hold; sums stay in range.
    guard [rows, length, pending].allSatisfy({ (0...1 << 56).contains($0) }) else { return nil }
  }

  func encode(into buffer: ByteBuffer) {
    for number in [rows, length, pending] { buffer.append(littleEndian: number) }
  }
}

extension StoreError {
  /// What to say of postings that do not follow the format.
  static func damagedSearch(_ table: String, _ index: String) -> StoreError {
    StoreError(
      .damaged, "the full-text index does not follow the format; rebuild it", table: table, constraint: index)
  }
}
