internal import LMDB

/// How an index's keys are made; see docs/format.md, "Index keys".
///
/// An object, because it is passed about for every row, and a value would have its parts retained one by one.
final class IndexLayout: Sendable {
  /// One column of the key.
  struct Part: Sendable {
    let column: Int
    let prefix: Int?
    let isText: Bool
  }

  /// One of the conditions that hold together for every row with an entry, and what it says of one column.
  struct ConditionPart: Sendable {
    let filter: Filter
    let column: Int
    let bounds: ColumnBounds?

    init(_ filter: Filter) {
      self.filter = filter
      (column, bounds) = filter.bounds().map { ($0.column, $0.bounds) } ?? (0, nil)
    }
  }

  let id: UInt8
  let name: String
  let isUnique: Bool
  /// What must be true of a row that has an entry; `nil` for all rows.
  let condition: Filter?
  /// What the condition consists of.
  let conditionParts: [ConditionPart]
  /// Whether SQL's schema does not have the index.
  let isOwn: Bool
  /// The columns that the key holds: the scope's own column is left out where the scope stands in front.
  let parts: [Part]
  /// Whether the scope stands in front.
  let hasScope: Bool
  /// Whether an entry's value says whose it is, scope and primary key, because the key does not.
  let hasHolder: Bool
  /// Whether it is for reads across all tenants.
  let isAcross: Bool
  /// Bytes that each text column may take.
  let textBudget: Int
  /// Whether the table's primary key is text.
  let hasTextKey: Bool
  /// By column ordinal: its place among the parts; -1 where it is none, or only by a prefix.
  let positions: [Int8]
  /// The columns that can be read from an entry without its row: numbers, the tenant's and the primary key.
  let readable: ColumnSet

  init(
    _ index: IndexDefinition, columns: [ColumnDefinition], primaryKey: Int, scopeColumn: Int?, isScoped: Bool
  ) {
    id = index.id
    name = index.name
    isUnique = index.kind == .unique
    condition = index.condition
    conditionParts = index.condition?.conjuncts.map(ConditionPart.init) ?? []
    isOwn = index.isOwn
    isAcross = isScoped && index.isAcross
    hasScope = isScoped && !isUnique && !isAcross
    hasHolder = isUnique || isAcross
    let dropsScope = hasScope
    parts = index.parts.filter { !(dropsScope && $0.column == scopeColumn) }.map { part in
      let column = columns[part.column]
      precondition(
        column.storage != .bytes && column.collation == .unicodeCI,
        "index \(index.name): column \(column.name) cannot be indexed")
      return Part(column: part.column, prefix: part.prefix, isText: column.storage == .text)
    }
    precondition(parts.count <= 8, "index \(index.name): more than 8 columns")
    hasTextKey = columns[primaryKey].storage == .text
    var positions = [Int8](repeating: -1, count: columns.count)
    var readable = ColumnSet()
    for (position, part) in parts.enumerated() where part.prefix == nil {
      positions[part.column] = Int8(position)
      if !part.isText { readable.insert(part.column) }
    }
    if !hasTextKey { readable.insert(primaryKey) }
    if let scopeColumn { readable.insert(scopeColumn) }
    self.positions = positions
    self.readable = readable
    let keyBytes = hasTextKey ? KeyLimits.textPrimaryKey : KeyLimits.integer
    let numbers = parts.count { !$0.isText } * KeyLimits.decimal
    let left = KeyLimits.key - 1 - KeyLimits.integer - keyBytes - numbers
    textBudget = left / max(1, parts.count(where: \.isText))
    precondition(textBudget >= 32, "index \(index.name): too many columns for a key of \(KeyLimits.key) bytes")
  }

  /// Text beyond so many bytes of its key may be out of order: it may be cut.
  var exactTextBytes: Int { textBudget - KeyLimits.cutTail - 3 }
}

extension IndexLayout {
  /// Starts a key: key space and, where it stands in front, the scope.
  func beginKey(_ key: ByteBuffer, scope: Scope) {
    key.removeAll()
    key.append(id)
    if hasScope { key.appendKey(scope) }
  }

  /// Makes the key of a row.
  ///
  /// - Parameter primaryKey: the row's primary key as an element; part of the key unless the index is unique and no
  ///   column is NULL.
  func makeKey(
    _ key: ByteBuffer, of row: borrowing RowReader, scope: Scope, primaryKey: RawSpan
  ) throws(StoreError) {
    beginKey(key, scope: scope)
    var hasNull = false
    for part in parts {
      switch try row.field(part.column) {
      case .null:
        key.appendKeyNull()
        hasNull = true
      case .integer(let value), .decimal(let value): key.appendKey(value)
      case .text(let bytes, let isPacked):
        if isPacked {
          key.appendKey(packedUUID: bytes, prefix: part.prefix, budget: textBudget)
        } else {
          key.appendKey(text: bytes, prefix: part.prefix, budget: textBudget)
        }
      case .bytes: preconditionFailure("index \(name): bytes cannot be indexed")
      }
    }
    if !isUnique || hasNull { key.append(primaryKey) }
  }

  /// Passes over key space, scope and the first `count` columns of a stored key.
  func scan(_ key: RawSpan, columns count: Int) throws(StoreError) -> Int {
    var scanner = KeyScanner(at: 1)
    if hasScope { try scanner.skip(isText: false, in: key) }
    for position in 0..<min(count, parts.count) { try scanner.skip(isText: parts[position].isText, in: key) }
    return scanner.offset
  }
}
