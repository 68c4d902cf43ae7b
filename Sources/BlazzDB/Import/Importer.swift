internal import Foundation
internal import TableStore

/// Brings the rows of a dump into a store, run by run of one table's rows.
///
/// A long run is a load: a transaction of its own that is sorted before it is stored. Short ones share transactions, row
/// by row. So an import that breaks off keeps what it stored, and when it is run again it passes over rows that are there
/// already. Rows of tables that inherit their tenant wait for another pass over the file, so that their parents are there
/// whatever the dump's order.
final class Importer {
  /// Rows and bytes after which a transaction of short runs is committed: well below what LMDB holds in memory.
  static let mostSingleRows = 50_000
  private static let mostSingleBytes = 48 << 20

  let system: System
  let path: String
  let options: ImportOptions
  let onRefusal: (RefusedRow) -> Void
  let onProgress: (ImportProgress) -> Void
  /// What does not get into the store.
  let kept: KeptRows
  /// What loaded rows refer to and was not there then.
  let missing: MissingReferences
  /// The tables that had no rows and got theirs by loads alone.
  private(set) var loadedTables: Set<String>
  /// What is known of the dump.
  let structure: DumpStructure
  var report = ImportReport()
  /// By the place of a table in the report.
  private var counts: [Int: RowCounts] = [:]
  /// Takes rows that are stored one by one.
  private var taker: RowTaker
  /// Rows that loads of this pass left out, for others claim what they claim: their tables, and their numbers in order.
  private var withheld: (tables: Set<String>, rows: [Int]) = ([], [])

  init(
    _ system: System, path: String, _ options: ImportOptions, onRefusal: @escaping (RefusedRow) -> Void,
    onProgress: @escaping (ImportProgress) -> Void
  ) throws {
    self.system = system
    self.path = path
    self.options = options
    self.onRefusal = onRefusal
    self.onProgress = onProgress
    let identity = try DumpIdentity(path: path)
    // A store that cannot be written says so before the files beside it are touched.
    try system.writeSync { _ in }
    kept = try KeptRows(store: system.store.path, dump: identity)
    missing = MissingReferences(system.store, memoryBytes: options.memoryBytes / 32)
    (structure, loadedTables) = try system.read { db in
      let empty = try Blazz.tables.map { $0.schema.name }.filter { try db.table(named: $0)?.isEmpty ?? false }
      return (DumpStructure(path: path, try ImportTargets(db)), Set(empty))
    }
    taker = RowTaker(path: path, dump: kept.dump)
  }

  /// Imports the whole file.
  func run() throws -> ImportReport {
    var number = 0
    repeat {
      try read(DumpPass(structure, number: number))
      number += 1
    } while number <= structure.lastPass
    report.tables = structure.tables
    for (entry, counts) in counts { report.tables[entry].add(counts) }
    if structure.breakage == nil { try removeDangling() }
    try kept.finish(system, volatile: structure.volatileColumns)
    if let breakage = structure.breakage { throw breakage.error }
    if kept.refused.lineCount > 0 { report.refusedFile = kept.refused.path }
    if kept.aside.lineCount > 0 { report.asideFile = kept.aside.path }
    return report
  }

  /// Goes over the file once and stores the rows whose turn it is.
  private func read(_ pass: DumpPass) throws {
    structure.beginPass()
    let runs = DumpRuns(pass, longFrom: options.loadedRows)
    while let run = runs.next() {
      if withheld.tables.contains(run.table) { try takeWithheld(pass.number) }
      if run.isLong { try load(run, of: runs) } else { try storeSingly(run, and: runs) }
      try system.store.releaseMemory()
      onProgress(pass.progress)
    }
    try takeWithheld(pass.number)
  }

  /// Notes what became of some rows.
  func note(_ outcome: BatchOutcome) throws {
    counts[outcome.shape.entry, default: RowCounts()] += outcome.counts
    try kept.refused.append(lines: outcome.refusedLines.bytes, count: outcome.refusedLines.count)
    try kept.aside.append(lines: outcome.asideLines.bytes, count: outcome.asideLines.count)
  }
}

// MARK: Row by row

extension Importer {
  /// Stores short runs, one behind the other, in one transaction.
  private func storeSingly(_ first: DumpRun, and runs: DumpRuns) throws {
    var refused: [RefusedRow] = []
    try system.writeSync { db in
      var (rows, bytes) = (0, 0)
      var run = first
      while true {
        for batch in run.batches {
          try store(batch, in: db, &refused)
          rows += batch.count
          bytes += batch.byteCount
        }
        guard rows < Self.mostSingleRows, bytes < Self.mostSingleBytes, let next = runs.peek(), !next.isLong,
          !withheld.tables.contains(next.table)
        else { break }
        run = next
        _ = runs.next()
      }
      try kept.flush()
    }
    refused.forEach(onRefusal)
  }

  /// Stores rows of a batch.
  ///
  /// - Parameter again: which of them, when they were left out of a load before.
  private func store(
    _ batch: DumpBatch, in db: Tables<Writing>, again: [Int]? = nil, _ refused: inout [RefusedRow]
  ) throws {
    let target = SingleRows(table: db.table(named: batch.shape.table))
    loadedTables.remove(batch.shape.table)
    let outcome = BatchOutcome(of: batch.shape)
    for index in again ?? Array(0..<batch.count) {
      try taker.take(
        index, of: batch, batch.shape.binding, by: target, into: outcome, isAgain: again != nil,
        takingBack: { kept.aside.takeBack($0) })
    }
    refused += outcome.refused
    try note(outcome)
  }

  /// Notes that a load left rows out, which are to be stored one by one before other rows of the table.
  func leaveOut(_ rows: [Int], of shape: InsertShape) {
    guard !rows.isEmpty else { return }
    withheld.tables.insert(shape.table)
    withheld.rows += rows
    // They are read again.
    counts[shape.entry, default: RowCounts()].read -= rows.count
    counts[shape.entry, default: RowCounts()].stored -= rows.count
  }

  /// Reads the rows again that loads left out, and stores them one by one, in the dump's order: the first that claims
  /// something gets it.
  private func takeWithheld(_ number: Int) throws {
    var rows = withheld.rows[...]
    guard !rows.isEmpty else { return }
    withheld = ([], [])
    try structure.again {
      let pass = try DumpPass(structure, number: number)
      while !rows.isEmpty {
        var refused: [RefusedRow] = []
        try system.writeSync { db in
          let most = rows.count - Self.mostSingleRows
          while !rows.isEmpty, rows.count > most, let batch = pass.next() {
            let end = batch.firstRow + batch.count
            let indices = rows.prefix { $0 < end }.map { $0 - batch.firstRow }
            rows = rows.dropFirst(indices.count)
            if !indices.isEmpty { try store(batch, in: db, again: indices, &refused) }
          }
          if pass.peek() == nil {
            // Where a dump breaks off is noted; where it ends too early it is another one by now.
            guard rows.isEmpty || structure.breakage != nil else {
              throw StoreError(.malformedInput, "\(path) changed while it was read; import it again")
            }
            rows = []
          }
          try kept.flush()
        }
        refused.forEach(onRefusal)
        try system.store.releaseMemory()
      }
    }
  }
}
