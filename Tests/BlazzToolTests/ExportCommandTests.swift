import Foundation
import TestSupport
import Testing

/// `blazz export` as scripts use it.
@Suite struct ExportCommandTests {
  private let crm = SampleCRM()

  @Test func aDumpIsImportedAgain() throws {
    try withSampleStore { store, _ in
      try withScratchFolder { folder in
        for name in ["all.sql", "all.sql.gz"] {
          let (file, copy) = (folder.appending(path: name).path, folder.appending(path: "copy-\(name)").path)
          let run = try blazz("export", store, "--format", "sql", "--out", file)
          #expect(run.status == 0 && run.errors.isEmpty)
          #expect(run.lines.contains("chats           240"))
          let imported = try blazz("import", file, "--into", copy)
          #expect(imported.status == 0, "\(imported.errors)")
          try expectSample(copy)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.filter { $0.contains("partial") }.isEmpty)
      }
    }
  }

  /// A row's object is what `dump` prints.
  @Test func linesAreTheDumps() throws {
    try withSampleStore { store, _ in
      var lines: [String] = []
      for table in try blazz("tables", store, "--format", "jsonl").lines.map({ try #require(Self.name($0)) }) {
        lines += try blazz("dump", store, table, "--format", "jsonl").lines.map {
          "{\"table\":\"\(table)\",\"row\":\($0)}"
        }
      }
      let run = try blazz("export", store)
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(run.lines == lines)
    }
  }

  private static func name(_ line: String) -> String? {
    (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["name"] as? String
  }

  @Test func theFilesNameTellsTheFormat() throws {
    try withSampleStore { store, _ in
      try withScratchFolder { folder in
        let cases = [
          ("a.sql", [], "-- blazz"), ("a.sql.gz", [], "-- blazz"), ("a.jsonl.gz", [], "{\"tabl"), ("a", [], "{\"tabl"),
          ("b.sql", ["--format", "jsonl"], "{\"tabl"), ("b", ["--format", "sql"], "-- blazz"),
        ]
        for (name, options, start) in cases {
          let file = folder.appending(path: name)
          #expect(try blazz(["export", store, "--out", file.path] + options).status == 0)
          let text = name.hasSuffix(".gz") ? try gunzipped(file) : try Data(contentsOf: file)
          #expect(text.starts(with: start.utf8), "\(name) \(options)")
        }
      }
    }
  }

  @Test func aWorkspaceIsNamedByIDOrUUID() throws {
    try withSampleStore { store, _ in
      let run = try blazz("export", store, "--workspace", "2")
      #expect(run.status == 0)
      #expect(try blazz("export", store, "--workspace", SampleCRM.uuid(2, 2)).output == run.output)
      let own = crm.chats.rows.filter { $0["workspace_id"] == "2" }
      #expect(run.lines.filter { $0.hasPrefix("{\"table\":\"chats\"") }.count == own.count)
      #expect(run.lines.filter { $0.hasPrefix("{\"table\":\"workspaces\"") }.count == 1)
      // Deleted, and yet to be handed over.
      #expect(try blazz("export", store, "--workspace", "3").lines.contains { $0.contains("\"identifier\":\"ws-3\"") })
    }
  }

  @Test func whatCannotBeSaysSo() throws {
    try withSampleStore { store, _ in
      try withScratchFolder { folder in
        let cases = [
          ["--workspace", "99"], ["--out", folder.path], ["--out", folder.path + "/none/x.sql"], ["--out", store],
        ]
        for options in cases {
          let run = try blazz(["export", store] + options)
          #expect(run.status == 1 && run.output.isEmpty && run.errorLines.count == 1, "\(options) \(run.errors)")
          #expect(run.errors.contains(options[1]), "\(run.errors)")
        }
        for options in [["--format", "csv"], ["--out"], ["extra"]] {
          let run = try blazz(["export", store] + options)
          #expect(run.status == 2 && run.output.isEmpty, "\(options)")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        try expectSample(store)
      }
    }
  }
}
