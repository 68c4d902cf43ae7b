import Foundation
import TestSupport
import Testing

/// Dumps that cannot be read to their end: one sentence, exit code 1, and nothing that was stored before is lost.
@Suite struct BrokenDumpTests {
  @Test func aDumpThatBreaksOffSaysWhere() throws {
    try withSampleStore { store, dump in
      let before = try blazz("dump", store, "chats").output
      let text =
        "INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata) VALUES\n(900, 'x', 1, 2, '{}'),\n(901, 'y"
      let run = try importText(text, into: store)
      #expect(run.status == 1)
      #expect(run.errorLines.count == 1)
      for mention in ["broken.sql:3", "chats", "ends in the middle"] { #expect(run.errors.contains(mention)) }
      let after = try blazz("dump", store, "chats").output
      #expect(after.starts(with: before))
      #expect(after.count > before.count, "the row before the break is stored")
      // The whole dump still fits beside it.
      #expect(try blazz("import", dump, "--into", store).status == 0)
    }
  }

  /// Whatever byte a dump is cut at, the tool ends with an exit code, and the whole dump can be imported afterwards.
  @Test func aDumpCutAnywhereCanBeImportedAgain() throws {
    let text = Array(SampleCRM().sql.utf8)
    for length in stride(from: 200, to: text.count, by: text.count / 12) {
      try withScratchFolder { folder in
        let store = folder.appending(path: "s.blazz").path
        let cut = try importBytes(Array(text[..<length]), into: store)
        #expect([0, 1].contains(cut.status), "cut at \(length): \(cut.errors)")
        // Refused rows, for the workspaces of some lie behind the cut, and why the dump ends.
        #expect(cut.errors.isEmpty == (cut.status == 0), "cut at \(length): \(cut.errors)")
        let whole = try importBytes(text, into: store)
        #expect(whole.status == 0, "\(whole.errors)")
        try expectSample(store)
      }
    }
  }

  @Test func aCutGzipSaysSo() throws {
    try withScratchFolder { folder in
      let plain = folder.appending(path: "crm.sql")
      try SampleCRM().sql.write(to: plain, atomically: false, encoding: .utf8)
      let gzip = Process()
      gzip.executableURL = URL(filePath: "/usr/bin/env")
      gzip.arguments = ["gzip", "-k", plain.path]
      try gzip.run()
      gzip.waitUntilExit()
      let packed = try Data(contentsOf: folder.appending(path: "crm.sql.gz"))
      let store = folder.appending(path: "s.blazz").path
      for length in [5, packed.count / 2, packed.count - 9, packed.count - 1] {
        let cut = folder.appending(path: "cut.sql.gz")
        try packed.prefix(length).write(to: cut)
        let run = try blazz("import", cut.path, "--into", store)
        #expect(run.status == 1, "\(length) of \(packed.count) bytes")
        #expect(run.errorLines.last?.contains("cut.sql.gz") == true, "\(run.errors)")
      }
      #expect(try blazz("import", plain.path + ".gz", "--into", store).status == 0)
      try expectSample(store)
    }
  }

  @Test func aPathThatIsNoDumpLeavesNoStore() throws {
    try withScratchFolder { folder in
      let store = folder.appending(path: "s.blazz").path
      for path in [folder.appending(path: "missing.sql").path, folder.path] {
        let run = try blazz("import", path, "--into", store)
        #expect(run.status == 1)
        #expect(run.errorLines.count == 1 && run.errors.contains(path), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: store))
      }
    }
  }

  @Test func whatIsNoDumpSaysSo() throws {
    try withSampleStore { store, _ in
      for text in ["PK\u{3}\u{4}", "{\"a\": 1}", "hello", "INSERT INTO chats VALUES (1"] {
        let run = try importText(text, into: store)
        #expect(run.status == 1, "\(text)")
        #expect(run.errorLines.count == 1 && run.errors.contains("broken.sql"), "\(run.errors)")
      }
      try expectSample(store)
    }
  }

  private func importText(_ text: String, into store: String) throws -> ToolRun {
    try importBytes(Array(text.utf8), into: store)
  }

  private func importBytes(_ bytes: [UInt8], into store: String) throws -> ToolRun {
    try withScratchFolder { folder in
      let dump = folder.appending(path: "broken.sql")
      try Data(bytes).write(to: dump)
      return try blazz("import", dump.path, "--into", store)
    }
  }
}

/// Expects that a store holds the sample CRM and nothing else.
func expectSample(_ store: String) throws {
  for table in SampleCRM().tables {
    let lines = try blazz("dump", store, table.name, "--format", "jsonl").lines
    let expected = table.rows.map { JSONLine($0, of: table) }
    let order = { (line: JSONLine) in "\(line.values[0])" }
    #expect(
      lines.compactMap { JSONLine($0) }.sorted { order($0) < order($1) } == expected.sorted { order($0) < order($1) },
      "\(table.name)")
  }
}
