internal import LMDB

/// The end of a look through a store: holds counts and records against what was found, and puts the report together.
struct VerifySummary {
  private let session: Session
  private let findings: [Verifier.Findings]
  private let context: VerifyContext
  private var faults = FaultList()
  private var result = VerifyReport()

  init(_ session: Session, _ findings: [Verifier.Findings], _ context: VerifyContext) {
    (self.session, self.findings, self.context) = (session, findings, context)
  }

  mutating func report() throws -> VerifyReport {
    result.transaction = session.transaction.number
    for findings in findings { try add(findings) }
    try checkMeta()
    result.faults = faults.listed
    result.faultCount = faults.count
    return result
  }

  private mutating func add(_ findings: Verifier.Findings) throws {
    guard let rows = findings.rows else { return }
    let table = findings.table
    result.tables += 1
    result.rows += Int(rows.size.entries)
    for (_, sums) in zip(table.indexes, findings.entries) {
      result.indexEntries += Int(sums.value?.size.entries ?? 0)
    }
    faults.add(rows.faults)
    result.notes += rows.notes
    faults.add(findings.strays.faults)
    if let naming = findings.naming { faults.add(naming.faults) }
    for search in findings.searches.compactMap(\.value) {
      faults.add(search.faults)
      result.indexEntries += Int(search.size?.entries ?? 0)
      if let note = search.note { result.notes.append(note) }
    }
    try checkSequence(table, rows)
    checkSizes(findings, rows)
  }

  // MARK: Counts

  private mutating func checkSequence(_ table: StoredTable, _ rows: RowSums) throws {
    guard table.schema.hasIntegerKey, rows.largestKey > 0 else { return }
    let name = table.schema.name
    let record = try session.transaction.record(MetaRecords.sequence(name), in: session.store.meta)
    let wanted = rows.largestKey == .max ? rows.largestKey : rows.largestKey + 1
    if let record, record.count == 8 {
      let next = record.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard next < wanted else { return }
      faults.add(
        .wrongSequence, name, "the next AUTO_INCREMENT value is \(next), but there is a row \(rows.largestKey)")
    } else {
      faults.add(.wrongSequence, name, "there is no next AUTO_INCREMENT value, but there is a row \(rows.largestKey)")
    }
    context.mends?.add(
      .record(key: MetaRecords.sequence(name), value: withUnsafeBytes(of: wanted.littleEndian, Array.init)))
  }

  /// Holds the record of a table's sizes against what should be there. Where entries are missing or surplus, a record of
  /// either state is taken: what is wrong with them is said already.
  private mutating func checkSizes(_ findings: Verifier.Findings, _ rows: RowSums) {
    let (table, name) = (findings.table, findings.table.schema.name)
    // Of rows that cannot be read neither the length nor the entries are known.
    let isSettled = rows.unreadable.isEmpty
    var wanted = TableSizes()
    let stored = try? session.storedSizes(table)
    wanted.set(KeySpace.rows, isSettled ? rows.size : stored?[KeySpace.rows] ?? rows.size)
    for (position, space) in ExpectedEntries.spaces(of: table).enumerated() {
      let (asked, there) = (rows.sums[position].size, findings.entries[position].value!.size)
      let isTaken = !isSettled || (asked != there && stored?[space.id] == there)
      wanted.set(space.id, isTaken ? stored?[space.id] ?? asked : asked)
    }
    for (index, search) in zip(table.searches, findings.searches.map(\.value)) {
      if let size = search?.size, search?.faults.count == 0 {
        wanted.set(index.id, size)
      } else {
        wanted.set(index.id, stored?[index.id] ?? TableSizes.Size())
      }
    }
    guard stored != wanted else { return }
    if let stored {
      let space = (UInt8.min...UInt8.max).first { stored[$0] != wanted[$0] } ?? 0
      faults.add(
        .wrongSizes, name, index: table.schema.indexes.first { $0.id == space }?.name,
        "the record of sizes says \(stored[space].entries) entries with \(stored[space].bytes) bytes in key space "
          + "\(space), but there are \(wanted[space].entries) with \(wanted[space].bytes)")
    } else {
      faults.add(.malformedRecord, name, "the record of the table's sizes cannot be read")
    }
    guard isSettled else { return }
    let record = ByteBuffer(capacity: 256)
    wanted.encode(into: record)
    context.mends?.add(.record(key: MetaRecords.sizes(name), value: record.array))
  }

  // MARK: Meta

  /// What records the meta key space has beside those that are looked at elsewhere.
  private mutating func checkMeta() throws {
    var (found, notes) = (faults, [String]())
    try session.walk(session.store.meta, KeyRange(lower: [0], upper: [0xFF])) { key, value in
      let name = key.copied
      if name.starts(with: MetaRecords.erasingPrefix) {
        guard name.count == MetaRecords.erasingPrefix.count + 8 else {
          found.add(.malformedRecord, nil, "the mark of a workspace that is being erased cannot be read: \(key.hex)")
          return true
        }
        let id = name.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        notes.append("workspace \(id) is being erased; the erasure was not finished")
      } else if name == MetaRecords.cursorKey {
        if value.byteCount != 16 {
          found.add(
            .malformedRecord, nil, "the key that signs the places of pages has \(value.byteCount) bytes, not 16")
          context.mends?.add(.record(key: name, value: (0..<16).map { _ in UInt8.random(in: .min ... .max) }))
        }
      } else if !MetaRecords.isKnown(name) {
        notes.append("the meta key space has a record that this program does not know: \(key.hex)")
      }
      return true
    }
    faults = found
    result.notes += notes
  }
}

extension MetaRecords {
  /// Whether a record is of a kind that this program writes.
  fileprivate static func isKnown(_ key: [UInt8]) -> Bool {
    [format, collation, cursorKey, catalog].contains(key) || key.starts(with: erasingPrefix)
      || ["fingerprint/", "own/", "search/", "sequence/", "sizes/"].contains { key.starts(with: Array($0.utf8)) }
  }
}
