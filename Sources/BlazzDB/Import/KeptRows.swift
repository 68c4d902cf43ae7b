internal import Foundation
internal import TableStore

/// What an import keeps of a dump beside the store: rows that were refused, and the tables, columns and values that the
/// schema has no place for.
///
/// An import that is run again does not double lines. Those about rows of the dump go at its start, for they come again.
/// Those about rows that the foreign key check took out of the store stay, for such a row may have come from another
/// dump: they are not written twice, and go when the row is in the store.
final class KeptRows {
  /// Rows that are not in the store.
  let refused: KeptFile
  /// Tables, columns and values that the schema has no place for.
  let aside: KeptFile

  private let dump: String
  /// Held while the import lives: two at once would take out each other's lines.
  private let lock: Int32
  /// Lines of earlier imports of this dump about rows that were taken out of the store, and did not come again yet.
  private var earlier: Set<LineDigest> = []
  /// What a line about a row of this dump begins with, up to the number.
  private let beginning: [UInt8]
  /// The same for a row that was taken out of the store.
  private var removalBeginning: [UInt8] { beginning + Array("null,".utf8) }

  /// Makes the files ready for an import.
  ///
  /// - Parameter store: the store's file.
  init(store: String, dump: DumpIdentity) throws {
    self.dump = dump.name
    lock = open(store, O_RDONLY | O_CLOEXEC)
    var status = stat()
    let mode = fstat(lock, &status) == 0 ? status.st_mode & 0o666 : 0o600
    refused = KeptFile(path: store + ".refused.jsonl", mode: mode)
    aside = KeptFile(path: store + ".aside.jsonl", mode: mode)
    var line = KeptLine()
    line.begin()
    line.member(.dump)
    line.append(text: dump.name)
    line.member(.line)
    beginning = line.array
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw StoreError(.cannotOpen, "another import into \(store) is under way; run this one when it has ended")
    }
    try forgetEarlier()
  }

  deinit { if lock >= 0 { close(lock) } }

  /// Brings what was kept to the disk.
  func flush() throws {
    try refused.flush()
    try aside.flush()
  }

  private func forgetEarlier() throws {
    let (beginning, removalBeginning) = (beginning, removalBeginning)
    try aside.rewrite { !$0.starts(with: beginning) }
    try refused.rewrite { line in
      guard line.starts(with: beginning) else { return true }
      guard line.starts(with: removalBeginning) else { return false }
      earlier.insert(LineDigest(line))
      return true
    }
  }
}

// MARK: Rows of the dump

extension KeptRows {
  /// Keeps a row that the store refused.
  func refuse(_ row: borrowing DumpRow, _ columns: DumpColumns, table: String, _ error: StoreError) throws {
    try refused.append { line in
      begin(&line, row.line, table)
      line.member(.reason)
      line.append(text: error.description)
      line.append(row, columns)
    }
  }

  /// Keeps a row of a table that the schema lacks.
  func setAside(_ row: borrowing DumpRow, _ columns: DumpColumns, table: String) throws {
    try aside.append { line in
      begin(&line, row.line, table)
      line.append(row, columns)
    }
  }

  /// Keeps the values of a stored row that no column holds as they came.
  func setAside(_ row: borrowing DumpRow, _ columns: DumpColumns, _ binding: ColumnBinding) throws {
    try aside.append { line in
      begin(&line, row.line, binding.schema.name)
      line.member(.key)
      binding.appendKey(of: row, to: &line)
      line.member(.columns)
      line.open()
      for place in binding.placesAside { line.append(row, place, columns) }
      line.close()
    }
  }

  private func begin(_ line: inout KeptLine, _ number: Int?, _ table: String) {
    line.member(.dump)
    line.append(text: dump)
    line.member(.line)
    line.append(number: number)
    line.member(.table)
    line.append(text: table)
  }
}

// MARK: Rows of the store

extension KeptRows {
  /// Keeps a row that is about to be taken out of the store.
  func refuse(_ row: borrowing RowReader, _ schema: TableSchema, _ error: StoreError) throws {
    try refused.append(unless: { earlier.remove(LineDigest($0)) != nil }) { line in
      begin(&line, nil, schema.name)
      line.member(.reason)
      line.append(text: error.description)
      line.member(.row)
      line.open()
      for (ordinal, column) in schema.columns.enumerated() {
        line.member(MemberName(column.name))
        line.append(try row.value(ordinal))
      }
      line.close()
    }
  }

  /// Takes out the lines about rows that were once taken out of the store and are in it now.
  func forgetReturned(_ system: System) throws {
    guard !earlier.isEmpty else { return }
    let (earlier, beginning) = (earlier, removalBeginning)
    try system.read { db in
      try refused.rewrite { line in
        guard line.starts(with: beginning), earlier.contains(LineDigest(line)) else { return true }
        let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
        guard let name = object?["table"] as? String, let table = db.table(named: name),
          let row = object?["row"] as? [String: Any],
          let key = row[table.schema.columns[table.schema.primaryKey].name] as? String
        else { return true }
        return try !table.get(key) { _ in }
      }
    }
  }
}

/// 128 bits that stand for a line while the process lives.
private struct LineDigest: Hashable {
  private let first: Int
  private let second: Int

  init(_ line: UnsafeRawBufferPointer) {
    var hasher = Hasher()
    hasher.combine(bytes: line)
    first = hasher.finalize()
    hasher = Hasher()
    hasher.combine(line.count)
    hasher.combine(bytes: line)
    second = hasher.finalize()
  }
}
