internal import TableStore

/// Brings the rows of a dump into a store, batch by batch.
///
/// Each batch is a transaction of its own: an import that breaks off keeps what it stored, and when it is run again it
/// passes over rows that are there already. Rows of tables that inherit their tenant wait for another pass over the
/// file, so that their parents are there whatever the dump's order.
final class Importer {
  /// Rows and bytes after which a batch is committed: well below what LMDB holds in memory.
  static let batchRows = 50_000
  private static let batchBytes = 48 << 20

  let system: System
  let path: String
  let onRefusal: (RefusedRow) -> Void
  /// What does not get into the store.
  let kept: KeptRows
  var report = ImportReport()
  private let onProgress: (ImportProgress) -> Void
  /// By table, the columns that no row of the dump has and that are filled otherwise each time.
  private(set) var volatileColumns: [String: Set<String>] = [:]
  private var targets: ImportTargets
  private var definitions: [String: DumpTable] = [:]
  private var shapes: [InsertShape.Key: InsertShape] = [:]
  /// The rows that are being read.
  private var current: InsertShape?
  /// The last pass that a table of the dump waits for.
  private var lastPass = 0
  /// Where the dump breaks off: no pass goes on behind it.
  private var breakage: (error: DumpError, offset: Int)?

  init(
    _ system: System, path: String, onRefusal: @escaping (RefusedRow) -> Void,
    onProgress: @escaping (ImportProgress) -> Void
  ) throws {
    self.system = system
    self.path = path
    self.onRefusal = onRefusal
    self.onProgress = onProgress
    let identity = try DumpIdentity(path: path)
    // A store that cannot be written says so before the files beside it are touched.
    try system.writeSync { _ in }
    kept = try KeptRows(store: system.store.path, dump: identity)
    targets = try system.read { db in try ImportTargets(db) }
  }

  /// Imports the whole file.
  func run() throws -> ImportReport {
    var pass = 0
    repeat {
      try readFile(pass)
      pass += 1
    } while pass <= lastPass
    if breakage == nil { try removeDangling() }
    try kept.finish(system, volatile: volatileColumns)
    if let breakage { throw breakage.error }
    if kept.refused.lineCount > 0 { report.refusedFile = kept.refused.path }
    if kept.aside.lineCount > 0 { report.asideFile = kept.aside.path }
    return report
  }

  /// Reads the file once and stores the rows whose turn it is.
  private func readFile(_ pass: Int) throws {
    var reader = try DumpReader(path: path)
    var isMore = true
    while isMore {
      var refused: [RefusedRow] = []
      try system.writeSync { db in
        isMore = try fill(db, &reader, pass, &refused)
        try kept.flush()
      }
      try system.store.releaseMemory()
      refused.forEach(onRefusal)
      onProgress(ImportProgress(bytesRead: reader.bytesRead, totalBytes: reader.totalBytes, pass: pass))
    }
    current = nil
  }

  /// Fills one transaction with rows.
  ///
  /// - Returns: whether there may be more.
  private func fill(
    _ db: Tables<Writing>, _ reader: inout DumpReader, _ pass: Int, _ refused: inout [RefusedRow]
  ) throws -> Bool {
    let start = reader.offset
    var rows = 0
    var target = current.flatMap { db.table(named: $0.table) }
    do {
      while rows < Self.batchRows, reader.offset - start < Self.batchBytes {
        guard let shape = current else {
          guard try advance(&reader, pass) else { return false }
          target = current.flatMap { db.table(named: $0.table) }
          continue
        }
        guard try reader.nextRow() else {
          current = nil
          continue
        }
        rows += 1
        if let error = try take(reader.row, shape, target) {
          refused.append(RefusedRow(file: path, line: reader.row.line, error: error))
        }
      }
      return true
    } catch let error as DumpError {
      if reader.offset < breakage?.offset ?? .max { breakage = (error, reader.offset) }
      return false
    }
  }

  /// Goes on to the next INSERT whose turn it is; false when there is none.
  private func advance(_ reader: inout DumpReader, _ pass: Int) throws -> Bool {
    while let event = try reader.next() {
      if let breakage, reader.offset >= breakage.offset { return false }
      switch event {
      case .createTable(let table):
        targets.note(table.name)
        if definitions.updateValue(table, forKey: table.name) != table {
          shapes[InsertShape.Key(table: table.name, list: nil)] = nil
        }
      case .insert(let name, let columns):
        targets.note(name)
        let turn = targets.pass(of: name)
        lastPass = max(lastPass, turn)
        guard turn == pass else { continue }
        current = shape(InsertShape.Key(table: name, list: columns))
        return true
      }
    }
    return false
  }

  private func shape(_ key: InsertShape.Key) -> InsertShape {
    if let shape = shapes[key] { return shape }
    let target = targets[key.table]
    let names = key.list ?? definitions[key.table]?.columns.map(\.name)
    let entry = entry(key.table, target?.schema.name)
    let destination: InsertShape.Destination
    switch (target, names) {
    case (nil, _): destination = .aside
    case (let target?, let names?):
      let binding = ColumnBinding(names, target)
      binding.describe(in: &report.tables[entry])
      let volatile = binding.volatileColumns
      volatileColumns[binding.schema.name, default: volatile].formIntersection(volatile)
      destination = .table(binding)
    case (let target?, nil):
      destination = .nowhere(
        StoreError(
          .malformedInput, "an INSERT names no columns and the dump has no CREATE TABLE before it",
          table: target.schema.name))
    }
    let shape = InsertShape(
      entry: entry, table: target?.schema.name ?? key.table, columns: DumpColumns(names ?? []),
      destination: destination)
    shapes[key] = shape
    return shape
  }

  /// The place of a table in the report.
  func entry(_ name: String, _ target: String?) -> Int {
    if let index = report.tables.firstIndex(where: { $0.name == name }) { return index }
    report.tables.append(.init(name: name, target: target))
    return report.tables.count - 1
  }
}
