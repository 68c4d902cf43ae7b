import Foundation
import TestSupport
import Testing

/// `blazz backup` on real files: a copy is a store of its own with the same rows.
@Suite struct BackupCommandTests {
  @Test(arguments: [[], ["--repack"]]) func aCopyHasTheSameRows(options: [String]) throws {
    try withSampleStore { store, _ in
      let copy = store + ".copy"
      let run = try blazz(["backup", store, copy] + options)
      #expect(run.status == 0 && run.errors.isEmpty)
      let bytes = try FileManager.default.attributesOfItem(atPath: copy)[.size] as? Int
      let rows = SampleCRM().tables.reduce(0) { $0 + $1.rows.count }
      #expect(run.lines == ["\(copy): \(bytes ?? 0) bytes, \(rows) rows"])
      #expect(try blazz("verify", copy).status == 0)
      #expect(
        try blazz("export", copy, "--format", "jsonl").output == blazz("export", store, "--format", "jsonl").output)
    }
  }

  @Test func whatCannotBeCopiedIsSaidInOneSentence() throws {
    try withSampleStore { store, dump in
      for (source, target) in [
        (store, dump), (store, store), (store + ".none", store + ".copy"), (dump, store + ".copy"),
      ] {
        let before = try Data(contentsOf: URL(filePath: dump))
        let run = try blazz("backup", source, target)
        #expect(run.status == 1 && run.output.isEmpty && run.errorLines.count == 1)
        #expect(try Data(contentsOf: URL(filePath: dump)) == before)
      }
      #expect(try blazz("backup", store).status == 2)
      #expect(!FileManager.default.fileExists(atPath: store + ".copy"))
    }
  }
}
