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
}

extension Session {
  /// The rows that refer to one of some rows, by an index that begins with the column and keeps all that is wanted.
  ///
  /// In each tenant's part of the index, entries and the keys that are wanted are gone through side by side, both in order:
  /// after some entries in vain the next key is sought, and keys are passed over by halves. A tenant whose entries all lie
  /// before or behind the wanted keys costs two seeks.
  ///
  /// - Parameter elements: the primary keys of the rows that are referred to.
  final func references(
    in index: IndexLayout, of table: StoredTable, to elements: [[UInt8]]
  ) throws -> [ReferringRow] {
    guard !elements.isEmpty else { return [] }
    try settleIndexes(table)
    let wanted = elements.sorted { Self.order($0, $1.span.bytes) < 0 }
    var found: [ReferringRow] = []
    var part = [index.id]
    try transaction.withCursor(in: table.requireKeyspace()) { cursor in
      while try cursor.seek(toFirstAtOrAfter: part.span.bytes),
        cursor.key.unsafeLoad(fromByteOffset: 0, as: UInt8.self) == index.id
      {
        var scanner = KeyScanner(at: 1)
        if index.hasScope { try scanner.skip(isText: false, in: cursor.key) }
        part = cursor.key.extracting(first: scanner.offset).withUnsafeBytes { Array($0) }
        var left = wanted[...]
        while let next = left.first, try cursor.seek(toFirstAtOrAfter: (part + next).span.bytes) {
          try requireTime()
          guard try walkReferences(index, table, part, &cursor, &left, &found) else { break }
        }
        guard index.hasScope else { return }
        part = KeyRange.successor(of: part)
      }
    }
    return found
  }

  /// Walks entries from where the cursor is, until too many in a row are not wanted; `false` when the part of the index, or
  /// what is wanted, has come to its end.
  ///
  /// - Parameter left: the wanted keys that lie at the present entry or behind it.
  private final func walkReferences(
    _ index: IndexLayout, _ table: StoredTable, _ part: [UInt8], _ cursor: inout Cursor,
    _ left: inout ArraySlice<[UInt8]>, _ found: inout [ReferringRow]
  ) throws -> Bool {
    var missed = 0
    while missed < Self.entriesPerSeek {
      let key = cursor.key
      guard key.byteCount > part.count, key.extracting(first: part.count).compare(part.span.bytes) == 0 else {
        return false
      }
      var scanner = KeyScanner(at: part.count)
      try scanner.skip(isText: index.parts[0].isText, in: key)
      let element = key.extracting(part.count..<scanner.offset)
      Self.passOver(&left, before: element)
      guard let next = left.first else { return false }
      missed += 1
      if Self.order(next, element) == 0 {
        missed = 0
        found.append(ReferringRow(address: try address(index, table, cursor), target: next))
      }
      guard try cursor.next() else { return false }
    }
    return true
  }

  /// Leaves out the keys before an element: mostly none or one, so that steps double before they halve.
  private static func passOver(_ keys: inout ArraySlice<[UInt8]>, before element: RawSpan) {
    var (low, step) = (keys.startIndex, 1)
    while low + step <= keys.endIndex, order(keys[low + step - 1], element) < 0 {
      low += step
      step *= 2
    }
    var high = min(low + step, keys.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if order(keys[middle], element) < 0 { low = middle + 1 } else { high = middle }
    }
    keys = keys[low...]
  }

  private static func order(_ left: [UInt8], _ right: RawSpan) -> Int { left.span.bytes.compare(right) }

  /// Whose row the cursor's entry is.
  private final func address(
    _ index: IndexLayout, _ table: StoredTable, _ cursor: borrowing Cursor
  ) throws -> RowAddress {
    let (key, value) = (cursor.key, cursor.value)
    if index.isUnique {
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
