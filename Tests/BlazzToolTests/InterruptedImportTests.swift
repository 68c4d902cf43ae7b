import Foundation
import TestSupport
import Testing

/// Imports that are interrupted, whenever it may be: of each long table all rows are there or none, and run again the
/// import gives the whole.
@Suite struct InterruptedImportTests {
  private static let rows = 12_000

  private func dump(_ folder: URL) throws -> String {
    let path = folder.appending(path: "d.sql").path
    let settings = (1...Self.rows).map { "(\($0),'key \($0)','value \($0 % 7)')" }
    let languages = (1...Self.rows).map { "(\($0),'u\($0)','language','\($0)')" }
    let text = """
      INSERT INTO settings (id, `key`, value) VALUES \(settings.joined(separator: ",\n"));
      INSERT INTO languages (id, uuid, name, code) VALUES \(languages.joined(separator: ",\n"));

      """
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  private func count(_ table: String, _ store: String) throws -> Int {
    let run = try blazz("dump", store, table, "--columns", "id", "--format", "jsonl")
    #expect(run.status == 0, "\(run.errors)")
    return run.lines.count
  }

  @Test(arguments: [SIGINT, SIGKILL]) func aTableIsThereWholeOrNotAtAll(signal: Int32) throws {
    try withScratchFolder { folder in
      let (store, dump) = (folder.appending(path: "s.blazz").path, try dump(folder))
      let old = folder.appending(path: "old.sql").path
      try "INSERT INTO settings (id, `key`) VALUES (900000, 'old');\n".write(
        toFile: old, atomically: false, encoding: .utf8)
      #expect(try blazz("import", old, "--into", store).status == 0)
      var random = SeededRandom()
      for _ in 0..<2 {
        let process = Process()
        process.executableURL = toolExecutable
        process.arguments = ["import", dump, "--into", store, "--memory", "1M"]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        Thread.sleep(forTimeInterval: Double.random(in: 0...1, using: &random))
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect([1, 1 + Self.rows].contains(try count("settings", store)), "seed \(random.seed)")
        #expect([0, Self.rows].contains(try count("languages", store)), "seed \(random.seed)")
        #expect(try blazz("verify", store).status == 0, "seed \(random.seed)")
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(Set(files) == ["d.sql", "old.sql", "s.blazz", "s.blazz-lock"])
      #expect(try blazz("import", dump, "--into", store).status == 0)
      #expect(try count("settings", store) == 1 + Self.rows && count("languages", store) == Self.rows)
    }
  }

  @Test(arguments: ["0", "-1", "x", "1T", "99999999999G"]) func memoryIsANumberOfBytes(_ memory: String) throws {
    let run = try blazz("import", "d.sql", "--into", "s.blazz", "--memory=\(memory)")
    #expect(run.status == 2 && run.errors.contains("memory"), "\(run.errors)")
  }
}
