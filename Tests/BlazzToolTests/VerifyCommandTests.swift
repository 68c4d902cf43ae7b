import Foundation
import LMDB
import TestSupport
import Testing

/// `blazz verify` on real files: what it prints and how it ends.
@Suite struct VerifyCommandTests {
  @Test func aSoundStoreEndsWithASummary() throws {
    try withSampleStore { store, _ in
      let run = try blazz("verify", store)
      #expect(run.status == 0 && run.errors.isEmpty)
      let rows = SampleCRM().tables.reduce(0) { $0 + $1.rows.count }
      let summary = try #require(run.lines.last)
      #expect(summary.hasPrefix("\(rows) rows in 68 tables, ") && summary.hasSuffix(" index entries: no fault"))
      let json = try Self.object(blazz("verify", store, "--format", "json"))
      #expect(json["sound"] as? Bool == true && json["rows"] as? Int == rows && json["tables"] as? Int == 68)
    }
  }

  @Test func faultsAreNamedAndRepaired() throws {
    try withSampleStore { store, _ in
      try Self.damage(store)
      let run = try blazz("verify", store)
      #expect(run.status == 1 && run.errors.isEmpty)
      #expect(run.lines.count { $0.hasPrefix("contacts ") } == 2)
      #expect(run.lines.contains { $0.hasPrefix("contacts 2: the row cannot be read: its checksum is wrong") })
      #expect(run.lines.last?.hasSuffix(": 2 faults") == true)
      let json = try Self.object(blazz("verify", store, "--format", "json"), status: 1)
      let faults = json["faults"] as? [[String: Any]]
      #expect(Set(faults?.compactMap { $0["kind"] as? String } ?? []) == ["unreadableRow", "missingEntry"])

      let repair = try blazz("verify", store, "--repair")
      #expect(repair.status == 0, "\(repair.text)")
      #expect(repair.lines.first?.hasPrefix("repaired: 2 faults found") == true)
      let kept = try String(contentsOfFile: store + ".aside.jsonl", encoding: .utf8)
      #expect(kept.split(separator: "\n").count == 1)
      #expect(try blazz("verify", store).status == 0)
    }
  }

  @Test func whatIsNoStoreIsSaidInOneSentence() throws {
    try withScratchFolder { folder in
      let path = folder.appending(path: "missing").path
      for arguments in [["verify", path], ["verify", path, "--repair"]] {
        let run = try blazz(arguments)
        #expect(run.status == 1 && run.output.isEmpty && run.errorLines.count == 1)
        #expect(!FileManager.default.fileExists(atPath: path))
      }
      #expect(try blazz("verify", path, "--format", "csv").status == 2)
    }
  }

  /// Flips a bit of contact 2 and removes an index entry of another.
  private static func damage(_ store: String) throws {
    let environment = try Environment(path: store)
    let contacts = try #require(try environment.openKeyspaces(["contacts"], create: false)["contacts"])
    var found: [(key: [UInt8], value: [UInt8])] = []
    do {
      let reader = try environment.beginRead()
      var cursor = try reader.cursor(in: contacts)
      var isFound = try cursor.first()
      while isFound {
        found.append((cursor.key.withUnsafeBytes { Array($0) }, cursor.value.withUnsafeBytes { Array($0) }))
        isFound = try cursor.next()
      }
    }
    var row = try #require(found.first { $0.key[0] == 0 && $0.key.suffix(2) == [0x81, 2] })
    row.value[row.value.count / 2] ^= 1
    let entry = try #require(found.first { $0.key[0] == 2 && $0.key.suffix(2) == [0x81, 4] })
    var writer = try environment.beginWrite()
    try writer.put(row.value.span.bytes, for: row.key.span.bytes, in: contacts)
    try writer.delete(entry.key.span.bytes, in: contacts)
    try writer.commit()
    try environment.close()
  }

  private static func object(_ run: ToolRun, status: Int32 = 0) throws -> [String: Any] {
    #expect(run.status == status)
    return try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }
}
