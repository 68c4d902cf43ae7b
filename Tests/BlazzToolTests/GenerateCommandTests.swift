import Foundation
import TestSupport
import Testing

/// `blazz generate` as scripts use it.
@Suite struct GenerateCommandTests {
  @Test func whatItMakesIsExportedAndImportedAgain() throws {
    try withScratchFolder { folder in
      let paths = ["a", "b", "c", "copy"].map { folder.appending(path: "\($0).blazz").path }
      var exports: [Data] = []
      for (path, seed) in zip(paths, ["5", "5", "6"]) {
        let run = try blazz("generate", path, "--scale", "0.00005", "--seed", seed)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.lines.count == 2 + 68 && run.lines.contains { $0.hasPrefix("chats ") && $0.hasSuffix(" 525") })
        let file = folder.appending(path: "\(exports.count).sql")
        #expect(try blazz("export", path, "--out", file.path).status == 0)
        exports.append(try Data(contentsOf: file))
      }
      #expect(exports[0] == exports[1])
      #expect(exports[0] != exports[2])
      let imported = try blazz("import", folder.appending(path: "0.sql").path, "--into", paths[3])
      #expect(imported.status == 0, "\(imported.errors)")
      let again = folder.appending(path: "again.sql")
      #expect(try blazz("export", paths[3], "--out", again.path).status == 0)
      #expect(try Data(contentsOf: again) == exports[0])
      #expect(try leftovers(in: folder).isEmpty)
    }
  }

  private func leftovers(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("partial") }
  }

  @Test func aStoreWithRowsIsRefused() throws {
    try withSampleStore { store, _ in
      let before = try Data(contentsOf: URL(filePath: store))
      let run = try blazz("generate", store, "--scale", "0.00001")
      #expect(run.status == 1 && run.errorLines.count == 1 && run.errors.contains("rows already"), "\(run.errors)")
      #expect(try Data(contentsOf: URL(filePath: store)) == before)
    }
  }

  /// A store that was made without our own indexes, and is empty, is filled as one without them.
  @Test func anEmptyStoreKeepsItsIndexes() throws {
    try withScratchFolder { folder in
      let (dump, store) = (folder.appending(path: "empty.sql"), folder.appending(path: "crm.blazz").path)
      try Data("-- nothing\n".utf8).write(to: dump)
      #expect(try blazz("import", dump.path, "--into", store, "--own-indexes", "own_chats_wam_id").status == 0)
      let run = try blazz("generate", store, "--scale", "0.00001")
      #expect(run.status == 0, "\(run.errors)")
      let indexes = try blazz("stats", store, "--format", "json").text
      #expect(indexes.contains("own_chats_wam_id") && !indexes.contains("own_chats_unread"))
      #expect(indexes.contains("chats_uuid_unique"))
    }
  }

  @Test func otherFilesAreRefused() throws {
    try withScratchFolder { folder in
      let text = folder.appending(path: "notes.txt")
      try Data("not a store".utf8).write(to: text)
      for path in [text.path, folder.path, folder.appending(path: "missing/crm.blazz").path] {
        let run = try blazz("generate", path)
        #expect(run.status == 1 && run.errorLines.count == 1 && run.output.isEmpty, "\(run.errors)")
      }
      #expect(try String(contentsOf: text, encoding: .utf8) == "not a store")
      #expect(try leftovers(in: folder).isEmpty)
    }
  }

  @Test(arguments: ["0", "-1", "nan", "inf", "lots", "101", ""])
  func badScalesGetASentence(_ scale: String) throws {
    try withScratchFolder { folder in
      let run = try blazz("generate", folder.appending(path: "crm.blazz").path, "--scale=\(scale)")
      #expect(run.status == 2 && run.errors.contains("scale") && run.errors.contains("Usage: blazz"), "\(run.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func interruptedItLeavesNothing() throws {
    try withScratchFolder { folder in
      let (process, errors) = (Process(), folder.appending(path: "errors"))
      try Data().write(to: errors)
      process.executableURL = toolExecutable
      process.arguments = ["generate", folder.appending(path: "crm.blazz").path, "--scale", "0.02"]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      while process.isRunning, try leftovers(in: folder).isEmpty { Thread.sleep(forTimeInterval: 0.01) }
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 1)
      #expect(try String(contentsOf: errors, encoding: .utf8).contains("was interrupted; nothing of it was kept"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["errors"])
    }
  }
}
