internal import ArgumentParser
internal import BlazzDB
internal import Foundation
internal import TableStore
internal import TerminalText

/// `blazz import`: a dump's rows into a store.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Imports what mysqldump, mariadb-dump or phpMyAdmin wrote.",
    discussion: """
      A new store gets the indexes of the schema and those of our own, which serve questions that the schema's cannot \
      answer. Each takes room and makes writing slower; --own-indexes leaves out those that are not wanted. `blazz schema` \
      marks them. A store that is there keeps what it was made with.
      """)

  @Argument(help: "The dump, plain or gzip.", completion: .file()) var dump: String
  @Option(name: .customLong("into"), help: "The store; made when it is missing.", completion: .file())
  var store: String
  @OptionGroup var indexes: OwnIndexChoice
  @Option(help: ArgumentHelp("How much memory it takes, such as 512M or 2G.", valueName: "bytes")) var memory:
    ByteCount =
      ByteCount(ImportOptions().memoryBytes)

  func run() throws {
    let chosen = try indexes.chosen
    // Before the store is made: a wrong path should not leave an empty store behind.
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: dump, isDirectory: &isFolder),
      FileManager.default.isReadableFile(atPath: dump)
    else { throw StoreError(.malformedInput, "\(dump) cannot be read: there is no such file, or no permission") }
    guard !isFolder.boolValue else { throw StoreError(.malformedInput, "\(dump) is a folder; name a dump") }
    var options = StoreOptions()
    // A store that this import makes has nothing to lose yet: it need not wait for the disk before its end.
    if !FileManager.default.fileExists(atPath: store) {
      options.durability = .none
      if let chosen { options.choose(chosen) }
    } else if chosen != nil {
      Output.note("blazz: \(store) is there already and keeps the indexes that it was made with")
    }
    // What an import asks on its way is none of the application's queries.
    options.slowQueryThreshold = nil
    let blazz = try Blazz(path: store, checking: .tool, options: options)
    defer { try? blazz.sync() }
    let progress = ProgressBar()
    var shown = 0
    var report = ImportReport()
    do {
      report = try blazz.system.importDump(
        dump, options: importOptions,
        onRefusal: { row in
          shown += 1
          if shown <= 100 { progress.note(row.description) }
        }, onProgress: { progress.show($0) })
    } catch {
      progress.end()
      throw error
    }
    progress.end()
    if shown > 100 { progress.note("… and \(shown - 100) more rows refused") }
    try blazz.sync()
    try Self.print(report)
    if report.rowsRefused > 0 { throw ExitCode(1) }
  }

  private var importOptions: ImportOptions {
    var options = ImportOptions()
    options.memoryBytes = memory.bytes
    return options
  }

  private static func print(_ report: ImportReport) throws {
    let rows = report.tables.filter(\.isKnown).map { table in
      [table.name, "\(table.rowsRead)", "\(table.rowsStored)", "\(table.rowsAlreadyThere)", "\(table.rowsRefused)"]
    }
    var output = Output()
    try output.write(TextTable.text(["table", "read", "stored", "there already", "refused"], rows, numbers: 1...4))
    for table in report.tables where table.isKnown {
      for remark in remarks(on: table) { try output.write("\(table.name): \(remark)\n") }
    }
    let unknown = report.tables.filter { !$0.isKnown }
    if !unknown.isEmpty {
      let names = unknown.map { "\($0.name) (\($0.rowsRead))" }.joined(separator: ", ")
      try output.write("tables that the schema lacks, with their rows, kept aside: \(names)\n")
    }
    if let file = report.refusedFile { try output.write("rows refused: \(report.rowsRefused), in \(file)\n") }
    if let file = report.asideFile {
      try output.write("rows kept aside, whole or in part: \(report.rowsAside), in \(file)\n")
    }
    try output.flush()
  }

  /// What is worth saying of a table beside its counts.
  private static func remarks(on table: ImportReport.Table) -> [String] {
    var remarks: [String] = []
    if let target = table.target, target != table.name.lowercased() { remarks.append("stored as \(target)") }
    func name(_ what: String, _ columns: [String]) {
      if !columns.isEmpty { remarks.append("\(what): \(columns.joined(separator: ", "))") }
    }
    name("columns that the schema lacks, kept aside", table.unknownColumns)
    name("columns that the dump lacks, set to their default", table.missingColumns)
    name("columns that the dump lacks, set to '' or 0 for want of a default", table.emptyColumns)
    name("columns that the dump lacks, set to new UUIDs", table.generatedColumns)
    let altered = table.alteredValues.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
    name("columns with values that do not fit as they are, kept aside", altered)
    return remarks
  }
}
