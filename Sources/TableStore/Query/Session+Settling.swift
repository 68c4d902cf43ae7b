internal import LMDB

/// An index entry taken out of the file.
struct IndexEntry: Hashable {
  /// The key without key space and scope: columns, then primary key.
  var suffix: [UInt8]
  /// Where that begins in the key.
  var suffixStart: Int
  /// The row that it points to.
  var address: RowAddress
}

/// Entries whose keys agree as far as they say how rows are ordered: those of text that is indexed by a prefix, or was
/// cut. Their rows decide the order, and whether they are what was asked for.
struct SettlingGroup {
  let table: StoredTable
  let index: IndexLayout
  let reach: Reach
  let request: ScanRequest
  fileprivate var entries: [IndexEntry] = []
  private var prefix: [UInt8] = []

  init(_ table: StoredTable, _ index: IndexLayout, _ reach: Reach, _ request: ScanRequest) {
    (self.table, self.index, self.reach, self.request) = (table, index, reach, request)
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Adds an entry that belongs to the group.
  ///
  /// - Parameter exact: where the part of its key ends that says how it is ordered.
  mutating func takes(_ entry: IndexEntry, _ exact: Int) -> Bool {
    let bytes = max(0, exact - entry.suffixStart)
    guard !entries.isEmpty, bytes == prefix.count, entry.suffix.starts(with: prefix) else { return false }
    entries.append(entry)
    return true
  }

  /// Starts a new group.
  mutating func start(with entry: IndexEntry, _ exact: Int) {
    entries = [entry]
    prefix = Array(entry.suffix.prefix(max(0, exact - entry.suffixStart)))
  }

  fileprivate mutating func takeAll() -> [IndexEntry] {
    defer { entries = [] }
    return entries
  }
}

extension Session {
  /// Reads an entry of an index.
  final func entry(
    _ key: RawSpan, _ value: RawSpan, _ table: StoredTable, _ index: IndexLayout
  ) throws(StoreError) -> IndexEntry {
    var scanner = KeyScanner(at: 1)
    var scope: Scope = index.hasScope ? try scanner.scope(in: key) : .global
    var element = key.extracting(droppingFirst: try index.scan(key, columns: index.parts.count))
    if index.isUnique {
      let (holder, offset) = try holder(in: value, table)
      scope = holder
      element = value.extracting(droppingFirst: offset)
    }
    return IndexEntry(
      suffix: key.extracting(droppingFirst: scanner.offset).withUnsafeBytes { Array($0) },
      suffixStart: scanner.offset,
      address: RowAddress(scope: scope, element: element.withUnsafeBytes { Array($0) }))
  }

  /// Visits the rows of a group in the order that they settle, and empties it; `false` when `visit` has enough.
  final func visitGroup(_ group: inout SettlingGroup, _ visit: (inout RowReader) throws -> Bool) throws -> Bool {
    var entries = group.takeAll()
    if entries.count > 1 { try settle(&entries, group) }
    for entry in entries where try admits(entry, group) {
      let goesOn = try visitRow(
        group.table, entry.address.scope, element: entry.address.element.span.bytes, visit)
      guard goesOn else { return false }
    }
    return true
  }

  /// Orders entries by what their rows hold.
  private final func settle(_ entries: inout [IndexEntry], _ group: SettlingGroup) throws {
    let terms = group.index.parts.map { ($0.column, Direction.ascending) }
    var keyed: [(key: [UInt8], entry: IndexEntry)] = []
    for entry in entries {
      var key: [UInt8] = []
      _ = try visitRow(group.table, entry.address.scope, element: entry.address.element.span.bytes) { row in
        key = try row.sortKey(terms)
        return true
      }
      keyed.append((key + entry.address.element, entry))
    }
    keyed.sort { left, right in
      let order = left.key.span.bytes.compare(right.key.span.bytes)
      return group.request.direction == .descending ? order > 0 : order < 0
    }
    entries = keyed.map(\.entry)
  }

  /// Whether the row of an entry is within reach and is what was asked for where the key alone does not tell.
  private final func admits(_ entry: IndexEntry, _ group: SettlingGroup) throws -> Bool {
    let (index, request) = (group.index, group.request)
    if case .tenant(let tenant) = group.reach, group.table.schema.isScoped, entry.address.scope != .tenant(tenant) {
      return false
    }
    let values = zip(index.parts, request.equal).filter { $0.0.isText }
    let bounded = request.equal.count < index.parts.count ? index.parts[request.equal.count] : nil
    guard !values.isEmpty || bounded?.isText == true else { return true }
    var isAdmitted = true
    _ = try visitRow(group.table, entry.address.scope, element: entry.address.element.span.bytes) { row in
      func compare(_ column: Int, _ value: SQLValue) throws -> Int {
        let stored = try row.sortKey([(column, .ascending)])
        let asked = try value.sortKey(group.table.schema.columns[column])
        return stored.span.bytes.compare(asked.span.bytes)
      }
      for (part, value) in values where try compare(part.column, value) != 0 { isAdmitted = false }
      if let bounded {
        if let lower = request.lower, try compare(bounded.column, lower) < 0 { isAdmitted = false }
        if let upper = request.upper, try compare(bounded.column, upper) > 0 { isAdmitted = false }
      }
      return true
    }
    return isAdmitted
  }
}

extension IndexLayout {
  /// Whether text is among the columns.
  var hasText: Bool { parts.contains(where: \.isText) }

  /// Where the part of a key ends that says how its row is ordered; `nil` when all of it does.
  func exactEnd(of key: RawSpan) throws(StoreError) -> Int? {
    var scanner = KeyScanner(at: 1)
    if hasScope { _ = try scanner.integer(in: key) }
    for part in parts {
      let start = scanner.offset
      try scanner.skip(isText: part.isText, in: key)
      guard part.isText else { continue }
      if part.prefix != nil { return scanner.offset }
      if scanner.offset - start > exactTextBytes { return start + exactTextBytes }
    }
    return nil
  }
}

extension ScanRequest {
  /// The key of the one entry of a unique index that can have the request's values; `nil` when more can.
  func uniqueKey(_ index: IndexLayout, _ schema: TableSchema) throws(StoreError) -> ByteBuffer? {
    guard equal.count == index.parts.count, !equal.contains(.null) else { return nil }
    let key = ByteBuffer()
    index.beginKey(key, scope: .global)
    for (part, value) in zip(index.parts, equal) { try index.append(value, part, schema, to: key) }
    return key
  }
}
