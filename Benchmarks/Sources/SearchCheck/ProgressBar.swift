import Foundation

/// A bar on the terminal while something takes long; nothing where the output goes elsewhere.
final class ProgressBar {
  private let title: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private var shown = -1

  init(_ title: String) { self.title = title }

  func show(_ done: Int, of total: Int) {
    let part = total > 0 ? done * 40 / total : 40
    guard isShown, part != shown else { return }
    shown = part
    let bar = String(repeating: "#", count: part) + String(repeating: ".", count: 40 - part)
    FileHandle.standardError.write(Data("\r\(title) [\(bar)]\(part == 40 ? "\n" : "")".utf8))
  }
}
