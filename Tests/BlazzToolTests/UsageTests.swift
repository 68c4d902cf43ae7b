import TestSupport
import Testing

/// Exit code 2 for wrong usage, 1 for names that do not exist, each with help.
@Suite struct UsageTests {
  @Test(arguments: [
    [], ["nosuch"], ["dump"], ["dump", "STORE"], ["dump", "STORE", "chats", "--nosuch"],
    ["dump", "STORE", "chats", "--format", "xml"], ["dump", "STORE", "chats", "--limit=-1"],
    ["dump", "STORE", "chats", "--limit", "-1"], ["dump", "STORE", "chats", "--limit", "ten"],
    ["dump", "STORE", "chats", "--columns"], ["dump", "STORE", "chats", "extra"], ["tables"],
    ["tables", "STORE", "--format", "csv"], ["stats"], ["stats", "STORE", "--format", "sql"],
    ["explain", "STORE", "chats", "--format", "csv"], ["explain", "STORE", "chats", "--columns", "id"],
    ["import", "x.sql", "--into", "STORE", "--own-indexes"], ["get", "STORE", "chats"], ["import", "x.sql"],
    ["import", "--into", "STORE"],
  ])
  func wrongUsageExitsWith2(_ arguments: [String]) throws {
    try withSampleStore { store, _ in
      let run = try blazz(arguments.map { $0 == "STORE" ? store : $0 })
      guard !arguments.isEmpty else { return #expect(run.status == 0 && run.text.contains("import")) }
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("Error: ") && run.errors.contains("Usage: blazz"), "\(run.errors)")
    }
  }

  @Test func helpExitsWith0() throws {
    for arguments in [["--help"], ["help"], ["help", "dump"], ["import", "--help"]] {
      let run = try blazz(arguments)
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(run.text.contains("USAGE: blazz"))
    }
  }

  @Test func unknownTablesListThoseThereAre() throws {
    try withSampleStore { store, _ in
      for arguments in [["dump", store, "chat"], ["get", store, "chat", "1"], ["explain", store, "chat"]] {
        let run = try blazz(arguments)
        #expect(run.status == 1 && run.errorLines.count == 1 && run.output.isEmpty, "\(arguments)")
        for name in ["'chat'"] + SampleCRM().tables.map(\.name) {
          #expect(run.errors.contains(name), "\(name) is not in \(run.errors)")
        }
      }
    }
  }

  @Test(arguments: ["99", "0", "-", "c0ffee02-0000-4000-8000-000000000000", "18446744073709551616"])
  func aWorkspaceThatIsNotThereSaysSo(_ workspace: String) throws {
    try withSampleStore { store, _ in
      for arguments in [["dump", store, "chats"], ["get", store, "chats", "1"]] {
        let run = try blazz(arguments + ["--workspace=\(workspace)"])
        #expect(run.status == 1 && run.errorLines.count == 1 && run.output.isEmpty)
        #expect(run.errors.contains("workspace") && run.errors.contains(workspace), "\(run.errors)")
      }
    }
  }
}
