internal import Foundation
internal import TableStore

/// What an import keeps of a dump beside the store: rows that were refused, and the tables, columns and values that the
/// schema has no place for.
///
/// An import that is run again does not double lines: at its end, those that earlier imports of the dump wrote about its
/// rows go, for they came again. Not before, so that nothing is lost when it breaks off. Lines about rows that the
/// foreign key check took out of the store have no number: such a row may have come from another dump, and its line
/// stays until it is written again or the row is in the store.
final class KeptRows {
  /// Rows that are not in the store.
  let refused: KeptFile
  /// Tables, columns and values that the schema has no place for.
  let aside: KeptFile

  /// What the lines name the dump by.
  let dump: String
  private let lock: ImportLock
  /// The rows that this import took out of the store, without what it made up for them.
  private var removed: Set<RemovedRow.Digest> = []

  /// Makes the files ready for an import.
  ///
  /// - Parameter store: the store's file.
  init(store: String, dump: DumpIdentity) throws {
    self.dump = dump.name
    lock = try ImportLock(store: store)
    refused = try KeptFile(path: store + ".refused.jsonl", mode: lock.mode)
    aside = try KeptFile(path: store + ".aside.jsonl", mode: lock.mode)
  }

  /// Brings what was kept to the disk.
  func flush() throws {
    try refused.flush()
    try aside.flush()
  }

  /// Takes out what earlier imports of the dump wrote and what does not hold any more.
  ///
  /// - Parameter volatile: by table, the columns whose values this import made up.
  func finish(_ system: System, volatile: [String: Set<String>]) throws {
    var line = KeptLine()
    line.begin()
    line.member(.dump)
    line.append(text: dump)
    line.member(.line)
    let beginning = line.array
    let removal = beginning + Array("null,".utf8)
    try aside.forgetOld { !$0.starts(with: beginning) }
    try system.read { db in
      try refused.forgetOld { line in
        guard line.starts(with: beginning) else { return true }
        guard line.starts(with: removal), let row = RemovedRow(line) else { return false }
        return try !removed.contains(row.digest(without: volatile[row.table] ?? [])) && !row.isStored(in: db)
      }
    }
  }
}

// MARK: Rows of the store

extension KeptRows {
  /// Keeps a row that is about to be taken out of the store.
  ///
  /// - Parameter volatile: the columns whose values this import made up.
  func refuse(
    _ row: borrowing RowReader, _ schema: TableSchema, _ error: StoreError, volatile: Set<String>
  ) throws {
    func note(_ line: UnsafeRawBufferPointer) {
      if let row = RemovedRow(line) { removed.insert(row.digest(without: volatile)) }
    }
    try refused.append(then: note) { line in
      line.begin(dump, nil, table: schema.name)
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
}
