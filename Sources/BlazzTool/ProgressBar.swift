internal import BlazzDB
internal import Foundation

/// A bar on standard error for work that takes longer than two seconds, when that is a terminal.
final class ProgressBar {
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var isShown = false
  private var last = ContinuousClock.now

  /// Shows how far an import is, at most ten times a second.
  func show(_ progress: ImportProgress) {
    let now = ContinuousClock.now
    guard isTerminal, now - start > .seconds(2), now - last > .milliseconds(100), let total = progress.totalBytes,
      total > 0
    else { return }
    last = now
    isShown = true
    let percent = min(100, progress.bytesRead * 100 / total)
    let bar = String(repeating: "█", count: percent * 30 / 100) + String(repeating: "░", count: 30 - percent * 30 / 100)
    write("\r\(bar) \(percent) % of pass \(progress.pass + 1)")
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
