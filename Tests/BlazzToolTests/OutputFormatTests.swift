import Foundation
import TestSupport
import Testing

/// The shapes that rows are printed in, against the sample's own text.
@Suite struct OutputFormatTests {
  private let crm = SampleCRM()

  @Test func jsonlHasAnObjectALine() throws {
    try withSampleStore { store, _ in
      for table in crm.tables {
        let run = try blazz("dump", store, table.name, "--format", "jsonl")
        #expect(run.status == 0)
        for line in run.lines {
          let object = try #require(JSONLine(line), "\(line)")
          #expect(object.keys == table.columns.map(\.name))
          // A second reader agrees that it is JSON.
          let read = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
          #expect(read?.count == table.columns.count)
        }
      }
      try expectSample(store)
    }
  }

  @Test func withoutATerminalTheFormatIsJSONL() throws {
    try withSampleStore { store, _ throws in
      #expect(try blazz("dump", store, "chats").output == blazz("dump", store, "chats", "--format", "jsonl").output)
    }
  }

  @Test func jsonIsOneArray() throws {
    try withSampleStore { store, _ in
      let run = try blazz("dump", store, "chats", "--format", "json")
      let array = try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
      #expect(array.map { $0["uuid"] as? String } == crm.chats.rows.map { $0["uuid"] })
      #expect(array.map { $0["is_read"] as? Bool } == crm.chats.rows.map { $0["is_read"] == "1" })
      #expect(try blazz("dump", store, "chats", "--format", "json", "--limit", "0").text == "[]\n")
    }
  }

  @Test func csvTellsNullFromEmpty() throws {
    try withSampleStore { store, _ in
      let run = try blazz(
        "dump", store, "users", "--columns", "id,last_name,phone,avatar,address", "--limit", "2", "--format", "csv")
      // Lines end with CR LF (RFC 4180); those inside quotes stay as they are stored.
      let rows = [
        "id,last_name,phone,avatar,address", "1,\"O'Reilly \\ \"\"q\"\"\n\",\"\",,\"line one\r\nline two\"",
        "2,,\"\",,\"line one\r\nline two\"", "",
      ]
      #expect(run.text == rows.joined(separator: "\r\n"))
    }
  }

  @Test func sqlCanBeImportedAgain() throws {
    try withSampleStore { store, _ in
      try withScratchFolder { folder in
        var text = "SET NAMES utf8mb4;\n"
        for table in crm.tables { text += try blazz("dump", store, table.name, "--format", "sql").text }
        let (dump, copy) = (folder.appending(path: "again.sql"), folder.appending(path: "copy.blazz").path)
        try text.write(to: dump, atomically: false, encoding: .utf8)
        let run = try blazz("import", dump.path, "--into", copy)
        #expect(run.status == 0, "\(run.errors)")
        try expectSample(copy)
      }
    }
  }

  @Test func tableAlignsColumns() throws {
    try withSampleStore { store, _ in
      let run = try blazz(
        "dump", store, "users", "--columns", "id,first_name,last_name", "--format", "table", "--limit", "2")
      let lines = [
        "id  first_name  last_name", "──  ──────────  ───────────────", " 1  Béla        O'Reilly \\ \"q\"",
        " 2  Çelik       NULL", "",
      ]
      #expect(run.text == lines.joined(separator: "\n"))
    }
  }

  @Test func columnsAreShownAsListed() throws {
    try withSampleStore { store, _ in
      let run = try blazz("dump", store, "chats", "--columns", " status, id ,id")
      let lines = crm.chats.rows.map { row in
        "{\"status\":\(row["status"].map { "\"\($0)\"" } ?? "null"),\"id\":\(row["id"]!),\"id\":\(row["id"]!)}"
      }
      #expect(run.lines == lines)
    }
  }

  @Test func orderByTakesDirections() throws {
    let rows = crm.chats.rows.enumerated().sorted { left, right in
      let contacts = (left.element.number("contact_id")!, right.element.number("contact_id")!)
      if contacts.0 != contacts.1 { return contacts.0 > contacts.1 }
      let times = (left.element["created_at"]!, right.element["created_at"]!)
      return times.0 == times.1 ? left.offset < right.offset : times.0 < times.1
    }.map(\.element)
    try withSampleStore { store, _ throws in
      let order = "contact_id DESC, created_at"
      #expect(try ids(store, "--order-by", order) == rows.map { $0["id"] })
      #expect(try ids(store, "--order-by", order, "--limit", "7") == rows.prefix(7).map { $0["id"] })
      #expect(try ids(store, "--order-by", "id desc", "--limit", "3") == ["240", "239", "238"])
      #expect(try ids(store, "--limit", "0").isEmpty)
      let second = rows.filter { $0["workspace_id"] == "2" }
      #expect(try ids(store, "--order-by", order, "--workspace", "2") == second.map { $0["id"] })
      #expect(try ids(store, "--order-by", order, "--workspace", SampleCRM.uuid(2, 2)) == second.map { $0["id"] })
    }
  }

  private func ids(_ store: String, _ options: String...) throws -> [String?] {
    let run = try blazz(["dump", store, "chats", "--columns", "id", "--format", "csv"] + options)
    #expect(run.status == 0, "\(run.errors)")
    return run.text.split(separator: "\r\n").dropFirst().map { String($0) }
  }

  @Test func getShowsOneRow() throws {
    try withSampleStore { store, _ in
      for table in crm.tables {
        for row in table.rows.prefix(3) {
          let run = try blazz("get", store, table.name, row["id"]!)
          #expect(run.lines.map { JSONLine($0) } == [JSONLine(row, of: table)])
        }
      }
      // Chat 1 belongs to workspace 2.
      #expect(try blazz("get", store, "chats", "1", "--workspace", "2").lines.count == 1)
      for arguments in [["1", "--workspace", "1"], ["999"], ["abc"], ["18446744073709551616"]] {
        let run = try blazz(["get", store, "chats"] + arguments)
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.errorLines.count == 1 && run.errors.contains("chats.id") && run.errors.contains(arguments[0]))
      }
    }
  }

  @Test func tablesTellsWhatThereIs() throws {
    struct Table: Decodable {
      struct Index: Decodable {
        var name: String
        var entries: Int
        var bytes: Int
        var state: String
      }
      var name: String
      var domain: String
      var scope: String
      var rows: Int
      var bytes: Int
      var indexes: [Index]
    }
    try withSampleStore { store, _ in
      let run = try blazz("tables", store, "--format", "json")
      let tables = try JSONDecoder().decode([Table].self, from: run.output)
      let rows = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0.rows) })
      #expect(rows.count == 68)
      #expect(
        rows.filter { $0.value > 0 } == Dictionary(uniqueKeysWithValues: crm.tables.map { ($0.name, $0.rows.count) }))
      let chats = try #require(tables.first { $0.name == "chats" })
      #expect(chats.domain == "messaging" && chats.scope == "workspace")
      #expect(chats.indexes.filter { $0.state != "readable" }.map(\.name) == ["own_chats_words"])
      #expect(chats.indexes.allSatisfy { $0.bytes > 0 || $0.state == "left out" })
      // Our own indexes may leave rows out.
      #expect(
        chats.indexes.allSatisfy {
          $0.entries == crm.chats.rows.count
            || $0.name.hasPrefix("own_") && ($0.entries > 0) == ($0.state == "readable")
        })
      #expect(tables.first { $0.name == "campaign_logs" }?.scope == "inherited")
      #expect(tables.first { $0.name == "users" }?.scope == "global")
      let raw = try #require(try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
      #expect(raw.allSatisfy { Set($0.keys) == ["name", "domain", "scope", "rows", "bytes", "indexes"] })
    }
  }

  /// As `blazz dump … | head -1` does: the reader goes away long before the end.
  @Test func aClosedPipeEndsItQuietly() throws {
    try withSampleStore { store, _ in
      try withScratchFolder { folder in
        let errors = folder.appending(path: "err").path
        let script = "\"$0\" dump \"$1\" chats 2>\"$2\" | head -1; exit ${PIPESTATUS[0]}"
        let shell = Process()
        let pipe = Pipe()
        shell.executableURL = URL(filePath: "/usr/bin/env")
        shell.arguments = ["bash", "-c", script, toolExecutable.path, store, errors]
        shell.standardOutput = pipe
        try shell.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        #expect(output.count { $0 == 0x0A } == 1)
        #expect(try Data(contentsOf: URL(filePath: errors)).isEmpty)
      }
    }
  }
}
