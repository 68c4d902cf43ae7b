import Foundation
import TableStore
import TestSupport
import Testing

@testable import BlazzDB

/// Imports that load their rows against imports of the same dump that store row by row.
@Suite struct LoadedImportTests {
  /// All that an import leaves behind and says.
  private struct Result {
    var entries: [String: [RawStore.Entry]]
    var report: ImportReport
    var refusals: [String]
    var lines: [[String]]
    var faults: [String]
  }

  private func options(loadedFrom rows: Int, memoryBytes: Int = 1 << 30) -> ImportOptions {
    var options = ImportOptions()
    options.loadedRows = rows
    options.memoryBytes = memoryBytes
    return options
  }

  /// Imports dumps one after the other into a new store; the same text is the same file.
  private func importing(_ dumps: [String], _ options: ImportOptions) throws -> [Result] {
    try withImportFolder { folder throws in
      try dumps.map { dump in
        let file = folder.folder.appending(path: "\(dumps.firstIndex(of: dump)!).sql")
        try dump.write(to: file, atomically: false, encoding: .utf8)
        var refusals: [String] = []
        var report = try folder.blazz.system.importDump(
          file.path, options: options, onRefusal: { refusals.append("\($0)".replacing(folder.folder.path, with: "")) })
        (report.refusedFile, report.asideFile) = (nil, nil)
        let lines = try [folder.refusedFile, folder.asideFile].map { file in
          guard FileManager.default.fileExists(atPath: file.path) else { return [String]() }
          return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init).sorted()
        }
        var entries = try folder.blazz.system.store.rawTables()
        // Lists of words are cut into blocks as they come; the check at the end holds them against the rows.
        entries["contacts"]?.removeAll { $0.key[0] == 5 }
        return Result(
          entries: entries, report: report, refusals: refusals.sorted(), lines: lines,
          faults: try folder.blazz.verify().faults.map { "\($0)" })
      }
    }
  }

  private func expectAlike(_ left: Result, _ right: Result, _ comment: Comment) {
    for (name, entries) in left.entries { #expect(entries == right.entries[name], "\(name), \(comment)") }
    #expect(left.report == right.report, comment)
    #expect(left.refusals == right.refusals, comment)
    #expect(left.lines == right.lines, comment)
    #expect(left.faults == right.faults, comment)
  }

  /// Whatever a dump has that is refused, there already, or kept aside: the same comes of it. The second dump finds the
  /// rows of the first.
  @Test(arguments: 0..<3) func aLoadStoresWhatSingleRowsWould(_ round: Int) throws {
    var random = SeededRandom()
    for _ in 0..<round { _ = random.next() }
    let dumps = [RandomDump(&random).sql, RandomDump(&random).sql]
    let single = try importing(dumps, options(loadedFrom: .max))
    let loaded = try importing(dumps, options(loadedFrom: [1, 20, 200][round % 3], memoryBytes: 1 << 10))
    for (number, (one, other)) in zip(single, loaded).enumerated() {
      expectAlike(one, other, "dump \(number), seed \(random.seed)")
      #expect(one.report.rowsRefused > 0 && one.report.rowsAside > 0)
    }
    // Again, nothing comes and nothing goes.
    let again = try importing([dumps[0], dumps[0]], options(loadedFrom: 1))
    #expect(again[0].entries == again[1].entries, "seed \(random.seed)")
    // Of two rows that stand in a row's way, the one that the first import stored is named now.
    let lines = again.map { result in
      result.lines.map { $0.map { $0.replacing(/"reason":"([^"\\]|\\.)*"/, with: "") }.sorted() }
    }
    #expect(lines[0] == lines[1], "seed \(random.seed)")
    #expect(again[1].report.tables.allSatisfy { $0.rowsStored == 0 }, "seed \(random.seed)")
  }

  /// More rows than memory takes lie in sorted runs on disk, which change nothing.
  @Test func runsOnDiskGiveTheSameEntries() throws {
    // A worker spills beyond 8 MiB at the earliest: of 27 MB, one of a few has more.
    let filler = String(repeating: "x", count: 9_000)
    let rows = (1...3_000).map { number in
      "(\(number), 'u\(number * 7919 % 12_007)', 1, 1, '{\"n\":\"\(filler)\"}', '2025-01-01 00:00:\(10 + number % 50)')"
    }
    let dump =
      ImportValueTests.parents
      + "INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata, created_at) VALUES "
      + rows.joined(separator: ",\n") + ";\n"
    let results = try [1 << 10, 1 << 30].map { memory in
      try importing([dump], options(loadedFrom: 1_000, memoryBytes: memory))[0]
    }
    expectAlike(results[0], results[1], "3,000 rows of 9 kB")
    #expect(results[0].report.tables.map(\.rowsStored) == [1, 1, 3_000] && results[0].faults.isEmpty)
  }

  /// A value that two rows of a load claim goes to the first, and the other is refused with its line; so are rows that
  /// claim what the store has.
  @Test func theFirstRowGetsWhatTwoClaim() throws {
    let columns = "INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata) VALUES\n"
    let dump =
      ImportValueTests.parents + columns
        + """
        (1, 'same', 1, 1, '{}'),
        (2, 'SAME', 1, 1, '{}'),
        (3, 'other', 1, 1, '{}'),
        (3, 'third', 1, 1, '{}'),
        (4, 'third', 1, 1, '{}'),
        (5, 'other', 1, 1, '{}'),
        (1, 'same', 1, 1, '{}');

        """
    try withImportFolder { folder throws in
      try folder.importing(ImportValueTests.parents + columns + "(9, 'third', 1, 1, '{}');\n", as: "a.sql")
      let file = folder.folder.appending(path: "b.sql")
      try dump.write(to: file, atomically: false, encoding: .utf8)
      var refused: [RefusedRow] = []
      let report = try folder.blazz.system.importDump(
        file.path, options: options(loadedFrom: 1), onRefusal: { refused.append($0) })
      #expect(refused.map(\.line) == [5, 7, 8, 9])
      #expect(refused.allSatisfy { $0.error.code == .duplicate && $0.error.table == "chats" })
      #expect(
        refused.map(\.error.constraint) == ["chats_uuid_unique", "PRIMARY", "chats_uuid_unique", "chats_uuid_unique"])
      #expect(try folder.column("id", of: "chats") == ["1", "3", "9"])
      #expect(try folder.refused.map { $0["id"] } == ["2", "3", "4", "5"])
      let chats = try #require(report.tables.last)
      #expect(chats.rowsRead == 7 && chats.rowsStored == 2 && chats.rowsAlreadyThere == 1 && chats.rowsRefused == 4)
      #expect(try folder.blazz.verify().faults.isEmpty)
    }
  }

  /// Progress goes through the rows of each pass and the entries of each load.
  @Test func progressIsTold() throws {
    var told: [ImportProgress] = []
    try withImportFolder { folder throws in
      let rows = (1...20_000).map { "(\($0), 'key \($0)', 'value')" }.joined(separator: ",\n")
      let file = folder.folder.appending(path: "d.sql")
      let dump = "INSERT INTO settings (id, `key`, value) VALUES \(rows);\n"
      try dump.write(to: file, atomically: false, encoding: .utf8)
      _ = try folder.blazz.system.importDump(file.path, onProgress: { told.append($0) })
      #expect(told.allSatisfy { $0.totalBytes == dump.utf8.count && $0.bytesRead <= dump.utf8.count && $0.pass == 0 })
      #expect(told.last?.bytesRead == dump.utf8.count && told.count > 1)
    }
  }
}

/// A dump with all that can be wrong: rows twice, values that two rows claim, references to nothing, names off the list,
/// columns and tables that no schema has, in statements of any length and any order.
private struct RandomDump {
  private(set) var sql = "SET NAMES utf8mb4;\n"
  private var random: SeededRandom

  init(_ random: inout SeededRandom) {
    self.random = random
    var statements = (0..<24).map { _ in statement() }
    for _ in 0..<4 { statements.append(logs()) }
    sql += statements.joined()
    random = self.random
  }

  private mutating func number(_ most: Int) -> Int { Int.random(in: 1...most, using: &random) }
  private mutating func nullOr(_ text: String) -> String { random.chance(6) ? "NULL" : text }

  /// A name that some others have too, in other letters.
  private mutating func name(_ most: Int) -> String {
    let name = "name-\(number(most))"
    return "'\(random.chance(3) ? name.uppercased() : name)'"
  }

  private mutating func rows(_ head: String, _ row: (inout RandomDump) -> String) -> String {
    let rows = (0..<number(random.chance(4) ? 120 : 12)).map { _ in row(&self) }
    return "INSERT INTO \(head) VALUES \(rows.joined(separator: random.chance(2) ? ",\n" : ","));\n"
  }

  private mutating func statement() -> String {
    switch number(9) {
    case 1:
      rows("users (id, first_name, email, created_at)") {
        "(\($0.number(60)), 'A', \($0.name(90)), '2025-01-01 00:00:00')"
      }
    case 2:
      rows("workspaces (id, uuid, identifier, created_by, shoe_size)") {
        "(\($0.number(20)), \($0.name(40)), 'ws', \($0.number(70)), \($0.nullOr("43")))"
      }
    case 3:
      rows("teams (id, uuid, workspace_id, user_id, created_by, role)") {
        "(\($0.number(80)), \($0.name(120)), \($0.number(22)), \($0.number(60)), 1, '\($0.random.pick(["owner", "agent"]))')"
      }
    case 4:
      rows("chats (id, uuid, workspace_id, contact_id, type, media_id, metadata, created_at)") {
        let text = String(repeating: "long ", count: $0.random.chance(20) ? 900 : 1)
        return "(\($0.number(400)), \($0.name(900)), \($0.nullOr("\($0.number(21))")), \($0.number(50)), "
          + "'\($0.random.pick(["inbound", "outbound", "sideways"]))', \($0.nullOr("\($0.number(40))")), "
          + "\($0.random.chance(30) ? "'no json'" : "'{\"text\":\"\(text)\"}'"), '2025-01-0\($0.number(9)) 00:00:00')"
      }
    case 5:
      rows("contacts (id, uuid, workspace_id, created_by, first_name)") {
        "(\($0.number(90)), \($0.name(300)), \($0.number(20)), 1, \($0.name(30)))"
      }
    case 6: rows("settings (id, `key`, value)") { "(\($0.number(200)), \($0.name(300)), \($0.nullOr("'x'")))" }
    case 7:
      rows("audit_logs (id, event_type, method, url, ip_address, workspace_id, created_at)") {
        "(\($0.name(150)), 'e', 'GET', '/', '::1', \($0.nullOr("\($0.number(21))")), '2025-01-01 00:00:00')"
      }
    case 8: rows("wp_posts (id, title)") { "(\($0.number(9)), \($0.name(9)))" }
    default:
      rows(
        "campaigns (id, uuid, workspace_id, name, template_id, contact_group_id, metadata, created_by, created_at)"
      ) {
        "(\($0.number(30)), \($0.name(60)), \($0.number(21)), 'x', 1, 0, '{}', \($0.number(60)), '2025-01-01 00:00:00')"
      }
    }
  }

  private mutating func logs() -> String {
    rows("campaign_logs (id, campaign_id, contact_id, status)") {
      "(\($0.number(300)), \($0.number(33)), \($0.number(50)), '\($0.random.pick(["failed", "unheard"]))')"
    } + rows("chat_media (id, name, size, created_at)") { "(\($0.number(45)), 'f', '1', '2025-01-01 00:00:00')" }
  }
}
