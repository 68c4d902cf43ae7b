internal import ArgumentParser
internal import BlazzDB
internal import Foundation
internal import TableStore

/// `blazz import`: a dump's rows into a store.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Imports what mysqldump, mariadb-dump or phpMyAdmin wrote.")

  @Argument(help: "The dump, plain or gzip.", completion: .file()) var dump: String
  @Option(name: .customLong("into"), help: "The store; made when it is missing.", completion: .file())
  var store: String

  func run() throws {
    // Before the store is made: a wrong path should not leave an empty store behind.
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: dump, isDirectory: &isFolder),
      FileManager.default.isReadableFile(atPath: dump)
    else { throw StoreError(.malformedInput, "\(dump) cannot be read: there is no such file, or no permission") }
    guard !isFolder.boolValue else { throw StoreError(.malformedInput, "\(dump) is a folder; name a dump") }
    let blazz = try Blazz(path: store)
    let progress = ProgressBar()
    var shown = 0
    var report = ImportReport()
    do {
      report = try blazz.system.importDump(
        dump,
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
    try Self.print(report)
    if report.rowsRefused > 0 { throw ExitCode(1) }
  }

  private static func print(_ report: ImportReport) throws {
    var text = TextTable(["table", "read", "stored", "there already", "refused"])
    for table in report.tables where table.isKnown {
      text.append([
        table.name, "\(table.rowsRead)", "\(table.rowsStored)", "\(table.rowsAlreadyThere)", "\(table.rowsRefused)",
      ])
    }
    var output = Output()
    try output.write(text.text)
    for table in report.tables where table.isKnown {
      if !table.unknownColumns.isEmpty {
        try output.write("\(table.name): skipped columns \(table.unknownColumns.joined(separator: ", "))\n")
      }
      if !table.missingColumns.isEmpty {
        try output.write(
          "\(table.name): columns set to their default \(table.missingColumns.joined(separator: ", "))\n")
      }
    }
    let skipped = report.tables.filter { !$0.isKnown }
    if !skipped.isEmpty {
      let names = skipped.map { "\($0.name) (\($0.rowsRead))" }.joined(separator: ", ")
      try output.write("skipped tables, with their rows: \(names)\n")
    }
    try output.flush()
  }
}
