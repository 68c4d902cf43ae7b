import Foundation
import TestSupport
import Testing

/// Styles and widths on a terminal, and their absence elsewhere.
@Suite struct TerminalTests {
  private let columns = ["--columns", "id,first_name,last_name"]

  @Test func aTerminalGetsATableWithStyles() throws {
    try withSampleStore { store, _ in
      let arguments = ["dump", store, "users"] + columns
      guard let text = try terminalText(arguments) else { return }
      #expect(text.contains("\u{1B}[1mfirst_name\u{1B}[0m"), "\(text)")
      #expect(text.contains("\u{1B}[2mNULL\u{1B}[0m"))
      let plain = try blazz(arguments + ["--format", "table"])
      #expect(!plain.text.contains("\u{1B}"))
      #expect(text.replacing(/\u{1B}\[\dm/, with: "") == plain.text)
      for environment in [["NO_COLOR": "1"], ["NO_COLOR": "false"], ["TERM": "dumb"]] {
        #expect(try terminalText(arguments, environment: environment) == plain.text, "\(environment)")
      }
      #expect(try terminalText(arguments, environment: ["NO_COLOR": ""]) == text, "empty is as if it were unset")
      // Only tables have styles.
      let csv = try terminalText(arguments + ["--format", "csv"])
      #expect(csv?.contains("\u{1B}") == false)
    }
  }

  @Test func linesFitTheTerminal() throws {
    try withSampleStore { store, _ in
      let arguments = ["dump", store, "chats", "--columns", "id,uuid,metadata", "--where", "id < 30"]
      for width in [60, 100] {
        guard let text = try terminalText(arguments, columns: width, environment: ["NO_COLOR": "1"]) else { return }
        let lines = text.split(separator: "\n")
        #expect(lines.count == 31)
        #expect(lines[1].count == width, "the line below the heads is as long as the screen is wide")
        #expect(lines.dropFirst(2).allSatisfy { $0.contains("…") })
      }
    }
  }

  @Test func wideLettersKeepTheColumnsAligned() throws {
    let names = ["Anna", "你好", "e\u{301}", "👨‍👩‍👧‍👦", "🇮🇩", "\u{1B}[31mred", "한국어", "สวัสดี"]
    // As wide as each is on a terminal.
    let widths = [4, 4, 1, 2, 2, 8, 6, 4]
    let rows = names.enumerated().map { "(\($0 + 1), '\($1)', '\($0)@mail.test')" }.joined(separator: ",\n")
    try withScratchFolder { folder in
      let (dump, store) = (folder.appending(path: "d.sql"), folder.appending(path: "s.blazz").path)
      try "INSERT INTO users (id, first_name, email) VALUES\n\(rows);\n"
        .write(to: dump, atomically: false, encoding: .utf8)
      #expect(try blazz("import", dump.path, "--into", store).status == 0)
      let lines = try blazz("dump", store, "users", "--columns", "first_name,email", "--format", "table").lines
      #expect(lines.prefix(2) == ["first_name  email", "──────────  ───────────"])
      for (number, width) in widths.enumerated() {
        let shown = names[number].replacing("\u{1B}", with: "␛")
        let line = shown + String(repeating: " ", count: 12 - width) + "\(number)@mail.test"
        #expect(lines[number + 2].unicodeScalars.elementsEqual(line.unicodeScalars), "\(lines[number + 2])")
      }
    }
  }

  /// A million rows through a table must not be held in memory; some thousand show whether they are printed as they come.
  @Test func aTableIsPrintedWhileItIsRead() throws {
    try withScratchFolder { folder in
      let (dump, store) = (folder.appending(path: "d.sql"), folder.appending(path: "s.blazz").path)
      let rows = (1...5_000).map { "(\($0),'name \($0)','[]')" }.joined(separator: ",\n")
      try "INSERT INTO roles (id, name, permissions) VALUES\n\(rows);\n"
        .write(to: dump, atomically: false, encoding: .utf8)
      _ = try blazz("import", dump.path, "--into", store)
      let run = try blazz("dump", store, "roles", "--columns", "id,name", "--format", "table")
      #expect(run.lines.count == 5_002)
      #expect(run.lines[2] == "  1  name 1" && run.lines.last == "5000  name 5000", "the first rows decide the widths")
    }
  }
}
