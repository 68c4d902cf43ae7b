import Foundation
import TableStore
import TestSupport
import Testing

@testable import BlazzDB

/// Imports that are run again, and imports of several dumps: lines in the files beside the store come once.
@Suite struct ImportAgainTests {
  /// It has all values that an import would make up: the time of a row that is taken out stands in its line.
  private static let first =
    ImportValueTests.parents + """
      INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata, created_at, extra) VALUES
        (1, 'a', 1, 1, '{}', '2025-01-01 00:00:00', 'x'), (2, 'a', 1, 1, '{}', '2025-01-01 00:00:00', 'y'),
        (3, 'c', 9, 1, '{}', '2025-01-01 00:00:00', 'z');
      INSERT INTO wp_posts (id) VALUES (1), (2);

      """
  private static let second = """
    INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata, other) VALUES (1, 'q', 1, 1, '{}', 'x'),
      (4, 'd', 1, 1, '{}', 'y');
    INSERT INTO wp_posts (id) VALUES (1);

    """

  private func lines(_ file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test func nothingIsKeptOfADumpThatFits() throws {
    try withImportFolder { folder throws in
      let report = try folder.importing(SampleCRM().sql)
      #expect(report.refusedFile == nil && report.asideFile == nil)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.folder.path)
      #expect(files.filter { $0.contains("jsonl") } == [])
    }
  }

  @Test func linesAreNotDoubled() throws {
    try withImportFolder { folder throws in
      try folder.importing(Self.first)
      let before = try [folder.refusedFile, folder.asideFile].map { try lines($0).sorted() }
      for _ in 1...2 {
        let report = try folder.importing(Self.first)
        #expect(report.rowsRefused == 2 && report.rowsAside == 4)
        #expect(try [folder.refusedFile, folder.asideFile].map { try lines($0).sorted() } == before)
      }
    }
  }

  /// An import that does not come to its end takes no line away, and what it wrote is not doubled by the next.
  @Test func anImportThatDoesNotEndForgetsNothing() throws {
    try withImportFolder { folder throws in
      try folder.importing(Self.first)
      let before = try [folder.refusedFile, folder.asideFile].map { try lines($0) }
      let store = folder.folder.appending(path: "crm.blazz").path
      do {
        let dump = try DumpIdentity(path: folder.folder.appending(path: "d.sql").path)
        let kept = try KeptRows(store: store, dump: dump)
        try kept.aside.append { line in
          line.member(.dump)
          line.append(text: dump.name)
          line.member(.line)
          line.append(number: 3)
        }
        try kept.flush()
      }
      #expect(try Array(lines(folder.refusedFile)) == before[0])
      #expect(try Array(lines(folder.asideFile).dropLast()) == before[1])
      try folder.importing(Self.first)
      #expect(try [folder.refusedFile, folder.asideFile].map { try lines($0) } == before)
    }
  }

  @Test func linesOfOtherDumpsStay() throws {
    try withImportFolder { folder throws in
      try folder.importing(Self.first, as: "a.sql")
      let (refused, aside) = (try lines(folder.refusedFile), try lines(folder.asideFile))
      try folder.importing(Self.second, as: "b.sql")
      #expect(try Array(lines(folder.refusedFile).prefix(2)) == refused && folder.refused.count == 3)
      #expect(try Array(lines(folder.asideFile).prefix(4)) == aside && folder.aside.count == 6)
      try folder.importing(Self.first, as: "a.sql")
      #expect(try Set(folder.refused.map { String($0.dump.prefix(6)) }) == ["a.sql#", "b.sql#"])
      #expect(try folder.refused.count == 3 && folder.aside.count == 6)
      // The same name with other bytes is another dump.
      try folder.importing(Self.second, as: "a.sql")
      #expect(try folder.refused.count == 4 && folder.aside.count == 8)
    }
  }

  @Test func linesThatNoLongerHoldGo() throws {
    try withImportFolder { folder throws in
      try folder.importing(Self.second)
      #expect(try folder.refused.map { $0["id"] } == ["1", "4"])
      try folder.importing(ImportValueTests.parents, as: "parents.sql")
      let report = try folder.importing(Self.second)
      #expect(report.rowsRefused == 0 && report.refusedFile == nil)
      #expect(!FileManager.default.fileExists(atPath: folder.refusedFile.path))
      #expect(try folder.column("id", of: "chats") == ["1", "4"])
    }
  }

  /// What a dump brought before it broke off is left alone by imports of others: its parents may come with the rest.
  @Test func rowsOfADumpThatBrokeOffWaitForItsRest() throws {
    let team = "INSERT INTO teams (id, uuid, workspace_id, user_id, created_by) VALUES (1, 't', 1, 8, 1);\n"
    try withImportFolder { folder throws in
      let broken = ImportValueTests.parents + team + "INSERT INTO users ("
      #expect(code { try folder.importing(broken, as: "a.sql") } == .malformedInput)
      for _ in 1...3 {
        try folder.importing(ImportValueTests.parents, as: "b.sql")
        #expect(!FileManager.default.fileExists(atPath: folder.refusedFile.path))
        #expect(try folder.column("id", of: "teams") == ["1"])
      }
      let user = "INSERT INTO users (id, first_name, email) VALUES (8, 'B', 'b@mail.test');\n"
      try folder.importing(ImportValueTests.parents + team + user, as: "a.sql")
      try folder.importing(ImportValueTests.parents, as: "b.sql")
      #expect(!FileManager.default.fileExists(atPath: folder.refusedFile.path))
      #expect(try folder.column("id", of: "teams") == ["1"])
    }
  }

  @Test func aLineThatACrashCutOffGoes() throws {
    try withImportFolder { folder throws in
      try folder.importing(Self.first, as: "a.sql")
      let whole = try Data(contentsOf: folder.refusedFile)
      try (whole + Data("{\"dump\":\"x.sql#0\",\"line\":7,\"tab".utf8)).write(to: folder.refusedFile)
      try folder.importing(Self.second, as: "b.sql")
      let after = try Data(contentsOf: folder.refusedFile)
      #expect(after.starts(with: whole))
      #expect(try folder.refused.count == 3)
    }
  }

  @Test func twoImportsAtOnceAreRefused() throws {
    try withImportFolder { folder throws in
      let dump = folder.folder.appending(path: "d.sql").path
      try Self.first.write(toFile: dump, atomically: false, encoding: .utf8)
      var codes: [StoreError.Code?] = []
      _ = try folder.blazz.system.importDump(
        dump,
        onProgress: { _ in codes.append(code { try folder.blazz.system.importDump(dump) }) })
      #expect(!codes.isEmpty && codes.allSatisfy { $0 == .cannotOpen })
      #expect(try folder.refused.count == 2)
    }
  }

  @Test func aReadOnlyStoreKeepsItsFiles() throws {
    try withImportFolder { folder throws in
      try folder.importing(Self.first)
      let before = try Data(contentsOf: folder.refusedFile)
      try folder.blazz.close()
      let store = folder.folder.appending(path: "crm.blazz").path
      let reader = try Blazz(path: store, options: .readOnly)
      #expect(code { try reader.system.importDump(folder.folder.appending(path: "d.sql").path) } == .readOnly)
      try reader.close()
      #expect(try Data(contentsOf: folder.refusedFile) == before)
    }
  }

  /// One statement a row, as `--skip-extended-insert` writes them: batches do not end with a statement.
  @Test func statementsShareATransaction() throws {
    let rows = (1...3000).map { id in
      "INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata) VALUES (\(id), 'u\(id)', 1, 1, '{}');\n"
    }
    try withImportFolder { folder throws in
      let file = folder.folder.appending(path: "d.sql")
      try (ImportValueTests.parents + rows.joined()).write(to: file, atomically: false, encoding: .utf8)
      var batches = 0
      let report = try folder.blazz.system.importDump(file.path, onProgress: { _ in batches += 1 })
      #expect(report.tables.map(\.rowsStored) == [1, 1, 3000] && batches == 1)
    }
  }
}
