internal import BlazzDB
internal import Foundation
internal import TableStore

/// A bar on standard error for work that takes longer than two seconds, when that is a terminal.
final class ProgressBar {
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var isShown = false
  private var last = ContinuousClock.now

  /// Shows how far an import is.
  func show(_ progress: ImportProgress) {
    if progress.entries > 0 { return show("entries stored", progress.storedEntries, of: progress.entries) }
    guard let total = progress.totalBytes else { return }
    show(progress.bytesRead, of: total, "of pass \(progress.pass + 1)")
  }

  /// Shows how many of some rows are read.
  func show(rows: Int, of total: Int) { show(rows, of: total, "(\(rows) rows)") }

  /// Shows how many of some bytes or entries are written.
  func show(_ things: String, _ done: Int, of total: Int) { show(done, of: total, "(\(done) \(things))") }

  /// Shows how far an export is.
  func show(_ progress: ExportProgress) {
    show(progress.rowsWritten, of: progress.totalRows, "(\(progress.rowsWritten) rows)")
  }

  /// Shows how far a look through a store is.
  func show(_ progress: VerifyProgress) { show(progress.done, of: progress.total, "") }

  /// Shows a bar with a note behind it, or the note alone where the whole is not known; at most ten times a second.
  private func show(_ done: Int, of total: Int?, _ note: String) {
    let now = ContinuousClock.now
    guard isTerminal, now - start > .seconds(2), now - last > .milliseconds(100), total != 0 else { return }
    last = now
    isShown = true
    guard let total else { return write("\r\(note)") }
    let percent = min(100, done * 100 / total)
    let bar = String(repeating: "█", count: percent * 30 / 100) + String(repeating: "░", count: 30 - percent * 30 / 100)
    write("\r\(bar) \(percent) % \(note)")
  }

  /// Takes the bar away.
  func end() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  /// Prints a line in the bar's place.
  func note(_ line: String) {
    end()
    write(line + "\n")
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
