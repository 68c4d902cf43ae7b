internal import Foundation

/// What is known of where the output goes.
package struct Terminal: Sendable {
  /// The columns of the screen; `nil` where the output is no terminal.
  package var columns: Int?
  /// Whether text may be bold or dim: on a terminal, unless `NO_COLOR` is set to anything (no-color.org), or `TERM` says
  /// that it cannot.
  package var hasStyles: Bool

  /// A terminal, or by itself none.
  package init(columns: Int? = nil, hasStyles: Bool = false) { (self.columns, self.hasStyles) = (columns, hasStyles) }

  /// Where standard output goes.
  package static let output: Terminal = {
    guard isatty(STDOUT_FILENO) == 1 else { return Terminal() }
    let environment = ProcessInfo.processInfo.environment
    let isPlain = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return Terminal(columns: isKnown ? Int(size.ws_col) : 80, hasStyles: !isPlain)
  }()

  /// A text in bold, where that can be.
  func bold(_ text: String) -> String { styled(text, "1") }

  /// A text that stands back, where that can be.
  func dim(_ text: String) -> String { styled(text, "2") }

  private func styled(_ text: String, _ code: String) -> String {
    hasStyles && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
