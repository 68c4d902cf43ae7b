internal import LMDB

/// An entry taken out of the file.
struct SettlingEntry: Hashable {
  /// What of its key says how its row is ordered, and the primary key.
  var suffix: [UInt8]
  /// How much of that says it for sure; `nil` for all.
  var exactBytes: Int?
  /// The row that it points to.
  var address: RowAddress
}

/// Entries whose keys agree as far as they say how rows are ordered: those of text that was cut. Their rows decide.
struct SettlingGroup {
  let plan: Plan
  private(set) var entries: [SettlingEntry] = []
  private var prefix: [UInt8] = []

  init(_ plan: Plan) { self.plan = plan }

  /// Adds an entry that belongs to the group.
  mutating func takes(_ entry: SettlingEntry, _ exact: Int) -> Bool {
    guard !entries.isEmpty, exact == prefix.count, entry.suffix.starts(with: prefix) else { return false }
    entries.append(entry)
    return true
  }

  /// Starts a new group.
  mutating func start(with entry: SettlingEntry, _ exact: Int) {
    entries = [entry]
    prefix = Array(entry.suffix.prefix(exact))
  }

  mutating func takeAll() -> [SettlingEntry] {
    defer { entries = [] }
    return entries
  }
}

extension Session {
  /// Visits the rows of a group in the order that they settle, and empties it; `false` when `visit` has enough.
  final func settle(_ group: inout SettlingGroup, _ visit: (inout RowReader) throws -> Bool) throws -> Bool {
    let plan = group.plan
    var addresses = group.takeAll().map(\.address)
    if addresses.count > 1 {
      var keyed: [(key: [UInt8], address: RowAddress)] = []
      for address in addresses {
        _ = try withRow(at: address, plan.table) { row in
          keyed.append((try row.sortKey(plan.terms), address))
          return true
        }
      }
      keyed.sort { $0.key.span.bytes.compare($1.key.span.bytes) < 0 }
      addresses = keyed.map(\.address)
    }
    for address in addresses {
      guard try row(at: address, plan, visit) else { return false }
    }
    return true
  }

  /// Lends the row at an address.
  final func withRow(
    at address: RowAddress, _ table: StoredTable, _ visit: (inout RowReader) throws -> Bool
  ) throws -> Bool {
    try requireTime()
    let element = address.element.span.bytes
    makeRowKey(address.scope, element: element)
    guard let result = try withRow(table, scope: address.scope, integer: table.schema.integer(element), visit) else {
      throw StoreError.missingRow(table.schema)
    }
    return result
  }

  /// Visits the rows of a path with text in its keys: those whose text was cut are settled together with their like.
  final func settledRows(
    _ path: AccessPath, _ plan: Plan, _ visit: (inout RowReader) throws -> Bool
  ) throws {
    var group = SettlingGroup(plan)
    var goesOn = true
    let neighbor: Cursor.Neighbor = path.isDescending ? .previous : .next
    try transaction.withCursor(in: plan.table.requireKeyspace()) { rows in
      try walk(path, plan) { key, value, scope, element in
        if let exact = try path.exactEnd(of: key, plan.table.schema, from: 0) {
          let address = RowAddress(scope: scope, element: element.withUnsafeBytes { Array($0) })
          let entry = SettlingEntry(suffix: key.withUnsafeBytes { Array($0) }, exactBytes: exact, address: address)
          if group.takes(entry, exact) { return true }
          goesOn = try settle(&group, visit)
          group.start(with: entry, exact)
          return goesOn
        }
        if !group.entries.isEmpty {
          goesOn = try settle(&group, visit)
          guard goesOn else { return false }
        }
        makeRowKey(scope, element: element)
        guard try rows.seek(exactly: keyBuffer.bytes, trying: neighbor) else {
          throw StoreError.missingRow(plan.table.schema)
        }
        rows.prefetch(neighbor)
        tally.rows &+= 1
        goesOn = try withRow(
          rows.value, key: keyBuffer.bytes, plan.table.schema, scope: scope,
          integer: plan.table.schema.integer(element)
        ) { row in
          guard try accepts(row, plan.recheck.unownedProgram, deletedBit: plan.recheck.deletedBit) else { return true }
          return try visit(&row)
        }
        return goesOn
      }
    }
    if goesOn { _ = try settle(&group, visit) }
  }
}

extension AccessPath {
  /// Where the part of a key ends that says how its row is ordered; `nil` when all of it does.
  ///
  /// - Parameter from: the first part that says something of the order.
  func exactEnd(of key: RawSpan, _ schema: TableSchema, from first: Int) throws(StoreError) -> Int? {
    // A key that is shorter than what is exact of any text has none that was cut.
    let exactBytes = KeyLimits.exactPrimaryKey
    guard key.byteCount > min(index?.exactTextBytes ?? exactBytes, exactBytes) else { return nil }
    var scanner = KeyScanner(at: 1)
    switch source {
    case .locator: break
    case .rows: if schema.isScoped { _ = try scanner.integer(in: key) }
    case .index(let index):
      if index.hasScope { _ = try scanner.integer(in: key) }
      for (place, part) in index.parts.enumerated() {
        let start = scanner.offset
        try scanner.skip(isText: part.isText, in: key)
        guard part.isText, place >= first, part.prefix == nil else { continue }
        if scanner.offset - start > index.exactTextBytes { return start + index.exactTextBytes }
      }
    }
    // The primary key follows, but in a unique index.
    guard !schema.hasIntegerKey, key.byteCount - scanner.offset > exactBytes else { return nil }
    return scanner.offset + exactBytes
  }
}

extension IndexLayout {
  /// Whether text is among the columns.
  var hasText: Bool { parts.contains(where: \.isText) }
}
