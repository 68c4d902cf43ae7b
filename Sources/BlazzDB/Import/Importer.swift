internal import TableStore

/// Brings the rows of a dump into a store, batch by batch.
///
/// Each batch is a transaction of its own: an import that breaks off keeps what it stored, and when it is run again it
/// passes over rows that are there already. Rows of tables that inherit their tenant wait for another pass over the
/// file, so that their parents are there whatever the dump's order.
struct Importer {
  /// Rows and bytes after which a batch is committed: well below what LMDB holds in memory.
  private static let batchRows = 100_000
  private static let batchBytes = 64 << 20

  let system: System
  let path: String
  let onRefusal: (RefusedRow) -> Void
  let onProgress: (ImportProgress) -> Void
  private var report = ImportReport()
  private var definitions: [String: DumpTable] = [:]
  /// By table name, how many passes wait until its rows are stored.
  private let depths: [String: Int]

  init(
    _ system: System, path: String, onRefusal: @escaping (RefusedRow) -> Void,
    onProgress: @escaping (ImportProgress) -> Void
  ) throws {
    self.system = system
    self.path = path
    self.onRefusal = onRefusal
    self.onProgress = onProgress
    depths = try system.read { db in
      Dictionary(
        uniqueKeysWithValues: Blazz.tables.map { table in
          (table.schema.name, db.table(named: table.schema.name)?.scopeDepth ?? 0)
        })
    }
  }

  /// Imports the whole file.
  mutating func run() throws -> ImportReport {
    do {
      var pass = 0
      while try readFile(pass) > pass { pass += 1 }
    } catch let error as DumpError {
      throw StoreError(.malformedInput, error.line > 0 ? "\(error); the rows before that are stored" : "\(error)")
    }
    try removeDangling()
    return report
  }

  /// Reads the file once and stores the rows whose turn it is.
  ///
  /// - Returns: the deepest pass that a table of the dump waits for.
  private mutating func readFile(_ pass: Int) throws -> Int {
    var reader = try DumpReader(path: path)
    var deepest = 0
    while let event = try reader.next() {
      switch event {
      case .createTable(let table): definitions[table.name] = table
      case .insert(let name, let columns):
        let depth = depths[name]
        deepest = max(deepest, depth ?? 0)
        guard (depth ?? 0) == pass else { continue }
        let table = entry(name, isKnown: depth != nil)
        if depth == nil {
          while try reader.nextRow() { report.tables[table].rowsRead += 1 }
        } else {
          try load(&reader, table, ColumnBinding(try names(columns, name, &reader), name, &report.tables[table]), pass)
        }
      }
    }
    return deepest
  }

  private mutating func entry(_ name: String, isKnown: Bool) -> Int {
    if let index = report.tables.firstIndex(where: { $0.name == name }) { return index }
    report.tables.append(.init(name: name, isKnown: isKnown))
    return report.tables.count - 1
  }

  private func names(_ columns: [String]?, _ table: String, _ reader: inout DumpReader) throws -> [String] {
    if let columns { return columns }
    if let definition = definitions[table] { return definition.columns.map(\.name) }
    _ = try reader.nextRow()  // Its line is the statement's, or the one behind it.
    throw DumpError(
      code: .unexpectedText, file: path, line: reader.row.line, table: table,
      message: "an INSERT names no columns and the dump has no CREATE TABLE before it")
  }

  /// Stores the rows of one INSERT.
  private mutating func load(_ reader: inout DumpReader, _ table: Int, _ binding: ColumnBinding, _ pass: Int) throws {
    var isMore = true
    while isMore {
      // Counted apart, so that a batch that is not kept is not reported either.
      var counts = report.tables[table]
      var refused: [RefusedRow] = []
      var broken: DumpError?
      try system.writeSync { db in
        guard let target = db.table(named: counts.name) else { preconditionFailure("a known table is in the store") }
        let start = reader.bytesOfRows
        do {
          for _ in 0..<Self.batchRows {
            isMore = try reader.nextRow()
            guard isMore else { break }
            counts.rowsRead += 1
            do {
              try binding.load(reader.row, into: target, &counts)
            } catch let error as StoreError where error.code.isAboutTheRow {
              counts.rowsRefused += 1
              refused.append(RefusedRow(file: path, line: reader.row.line, error: error))
            }
            if reader.bytesOfRows - start > Self.batchBytes { break }
          }
        } catch let error as DumpError {
          broken = error
        }
      }
      report.tables[table] = counts
      refused.forEach(onRefusal)
      onProgress(ImportProgress(bytesRead: reader.bytesRead, totalBytes: reader.totalBytes, pass: pass))
      if let broken { throw broken }
    }
  }

  /// Checks the foreign keys once everything is there, as a dump expects.
  private mutating func removeDangling() throws {
    for index in report.tables.indices where report.tables[index].isKnown {
      let name = report.tables[index].name
      let removed = try system.writeSync { db in try db.table(named: name)?.removeDangling() ?? [] }
      report.tables[index].rowsRefused += removed.count
      report.tables[index].rowsStored = max(0, report.tables[index].rowsStored - removed.count)
      for error in removed { onRefusal(RefusedRow(file: path, line: nil, error: error)) }
    }
  }
}

extension DumpReader {
  /// Where the row at hand began in the text: what a batch is measured by.
  fileprivate var bytesOfRows: Int { row.byteOffset }
}

extension StoreError.Code {
  /// Whether a row caused the failure, rather than the store or the disk.
  fileprivate var isAboutTheRow: Bool {
    switch self {
    case .invalidValue, .duplicate, .missingReference, .crossesScope, .malformedInput: true
    default: false
    }
  }
}

extension System {
  /// Imports a dump that mysqldump, mariadb-dump or phpMyAdmin wrote, plain or gzip.
  ///
  /// Nothing is filled in but the defaults of columns that the dump lacks; tables and columns that the schema lacks are
  /// named in the report and skipped. Interrupted, it can be run again.
  /// - Parameters:
  ///   - onRefusal: is told of each row that cannot be stored, in order.
  ///   - onProgress: is told now and then how far the import is.
  /// - Throws: `StoreError` with code `.malformedInput` when the file cannot be read or breaks off; the rows before
  ///   that are stored.
  public func importDump(
    _ path: String, onRefusal: @escaping (RefusedRow) -> Void = { _ in },
    onProgress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    var importer = try Importer(self, path: path, onRefusal: onRefusal, onProgress: onProgress)
    return try importer.run()
  }
}
