internal import LMDB

/// A row that refers to another one.
struct ReferringRow {
  let address: RowAddress
  /// The primary key that it refers to, as an element.
  let target: [UInt8]
}

extension IndexLayout {
  /// Whether the first part of a key is the same bytes as the primary key that it refers to: text that is not cut in either.
  func keeps(_ element: [UInt8]) -> Bool {
    parts[0].isText ? element.count <= min(exactTextBytes, KeyLimits.exactPrimaryKey) : true
  }

  /// What a stored key begins with: key space and, where it stands in front, the scope.
  fileprivate func beginning(of key: RawSpan) throws(StoreError) -> [UInt8] {
    var scanner = KeyScanner(at: 1)
    if hasScope { try scanner.skip(isText: false, in: key) }
    return key.extracting(first: scanner.offset).withUnsafeBytes { Array($0) }
  }
}

extension Session {
  /// The rows that refer to one of some rows, by an index that begins with the column and keeps all that is wanted.
  ///
  /// In each tenant's part of the index, entries and the keys that are wanted are gone through side by side, both in order:
  /// after some entries in vain the next key is sought, and keys are passed over by halves. A tenant whose entries all lie
  /// before or behind the wanted keys costs one seek.
  ///
  /// - Parameter elements: the primary keys of the rows that are referred to.
  final func references(
    in index: IndexLayout, of table: StoredTable, to elements: [[UInt8]]
  ) throws -> [ReferringRow] {
    guard !elements.isEmpty else { return [] }
    try settleIndexes(table)
    let wanted = elements.sorted { $0.span.bytes.compare($1.span.bytes) < 0 }
    var found: [ReferringRow] = []
    try transaction.withCursor(in: table.requireKeyspace()) { cursor in
      var (part, left, missed, sought) = ([UInt8](), wanted[...], 0, -1)
      var isFound = try cursor.seek(toFirstAtOrAfter: [index.id].span.bytes)
      while isFound, cursor.key.unsafeLoad(fromByteOffset: 0, as: UInt8.self) == index.id {
        if part.isEmpty || Self.order(part, cursor.key) != 0 {
          // Keys that are out of order must not lead in a circle.
          guard Self.order(part, cursor.key) <= 0 else { throw StoreError.damagedKey }
          part = try index.beginning(of: cursor.key)
          (left, missed, sought) = (wanted[...], Self.entriesPerSeek, -1)
        }
        let rest = cursor.key.extracting(droppingFirst: part.count)
        Self.passOver(&left, before: rest)
        guard let next = left.first else {
          guard index.hasScope else { break }
          isFound = try cursor.seek(toFirstAtOrAfter: KeyRange.successor(of: part).span.bytes)
          continue
        }
        if Self.order(next, rest) == 0 {
          found.append(ReferringRow(address: try address(index, table, cursor), target: next))
          missed = 0
        } else if sought == left.startIndex {
          throw StoreError.damagedKey
        }
        sought = -1
        if missed < Self.entriesPerSeek {
          missed += 1
          isFound = try cursor.next()
        } else {
          try requireTime()
          (missed, sought) = (0, left.startIndex)
          isFound = try cursor.seek(toFirstAtOrAfter: (part + next).span.bytes)
        }
      }
    }
    return found
  }

  /// Leaves out the keys before an entry: mostly none or one, so that steps double before they halve.
  private static func passOver(_ keys: inout ArraySlice<[UInt8]>, before entry: RawSpan) {
    var (low, step) = (keys.startIndex, 1)
    while low + step <= keys.endIndex, order(keys[low + step - 1], entry) < 0 {
      low += step
      step *= 2
    }
    var high = min(low + step, keys.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if order(keys[middle], entry) < 0 { low = middle + 1 } else { high = middle }
    }
    keys = keys[low...]
  }

  /// How an element and the bytes of an entry lie to each other; 0 where these begin with the element, which tells its own
  /// end.
  private static func order(_ element: [UInt8], _ entry: RawSpan) -> Int {
    element.span.bytes.compare(entry.extracting(first: element.count))
  }

  /// Whose row the cursor's entry is.
  private final func address(
    _ index: IndexLayout, _ table: StoredTable, _ cursor: borrowing Cursor
  ) throws -> RowAddress {
    let (key, value) = (cursor.key, cursor.value)
    if index.hasHolder {
      let (scope, start) = try holder(in: value, table)
      return RowAddress(scope: scope, element: value.extracting(droppingFirst: start).withUnsafeBytes { Array($0) })
    }
    var scanner = KeyScanner(at: 1)
    let scope = index.hasScope ? try scanner.scope(in: key) : .global
    let start = try index.scan(key, columns: index.parts.count)
    return RowAddress(scope: scope, element: key.extracting(droppingFirst: start).withUnsafeBytes { Array($0) })
  }

  /// So many entries are walked in the time of a seek.
  private static let entriesPerSeek = 16
}
