internal import ArgumentParser
internal import BlazzDB
internal import Foundation
internal import TableStore

/// `blazz backup`: a copy of a store that is in use.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copies a store, while others read and write it.",
    discussion: """
      The copy is one state of the store, flushed to the disk before it gets its name, and looked through page by page \
      afterwards. With --repack its pages are filled in key order: it is as small as it can be, quicker to read through, and \
      holds nothing of what was erased.
      """)

  @OptionGroup var store: StoreArgument
  @Argument(help: "The copy's file, which must not exist.", completion: .file())
  var destination: String
  @Flag(help: "Fill the copy's pages in key order, without free ones.")
  var repack = false

  func run() throws {
    let blazz = try store.open()
    let bar = ProgressBar()
    defer { bar.end() }
    try blazz.backup(to: destination, repacking: repack) { done, total in
      bar.show(repack ? "entries" : "bytes", done, of: total)
    }
    bar.end()
    let (rows, copied) = (try blazz.statistics().rows, try check().statistics())
    var output = Output()
    try output.write("\(destination): \(copied.fileBytes) bytes, \(copied.rows) rows\n")
    if copied.rows != rows { try output.write("the store has \(rows) rows by now\n") }
    try output.flush()
  }

  /// Opens the copy and looks through its pages.
  private func check() throws -> Blazz { try Blazz(path: destination, checking: .structure, options: .readOnly) }
}
