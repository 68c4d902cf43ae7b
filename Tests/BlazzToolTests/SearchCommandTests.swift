import Foundation
import LMDB
import TestSupport
import Testing

/// `blazz search`: what is found, how it is shown, and what is said beside it.
@Suite struct SearchCommandTests {
  /// Contacts whose first name begins with "anna", by workspace.
  private static let annas = [1, 2, 3, 4, 5, 6, 7, 14]

  private func search(_ store: String, _ text: String, _ options: String...) throws -> ToolRun {
    try blazz(["search", store, "contacts", text] + options)
  }

  private func objects(_ run: ToolRun) throws -> [[String: Any]] {
    try run.lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
  }

  private func ids(_ run: ToolRun) throws -> [Int] {
    #expect(run.status == 0, "\(run.errors)")
    return try objects(run).map { try #require($0["id"] as? Int) }
  }

  @Test func findsRowsByKeyWithTheirScores() throws {
    try withSampleStore { store, _ throws in
      let run = try search(store, "anna*")
      #expect(try ids(run) == Self.annas && run.errors.isEmpty)
      let columns = SampleCRM().contacts.columns.map(\.name)
      for line in run.lines {
        // The row as `dump` shows it, and one member behind it.
        #expect(line.contains(/,"_score":[0-9.]+}$/))
        let row = try #require(JSONLine(line.replacing(/,"_score":[0-9.]+}$/, with: "}")))
        #expect(row.keys == columns)
      }
      #expect(try ids(search(store, "+annabella -louise")) == [6, 7])
      #expect(try ids(search(store, "*0014")) == [14])
      #expect(try ids(search(store, "\"annabella lou\"")) == [6, 7])
      #expect(try search(store, "nobody").text.isEmpty)
    }
  }

  @Test func formats() throws {
    try withSampleStore { store, _ throws in
      func text(_ format: String, _ options: String...) throws -> String {
        let run = try blazz(
          ["search", store, "contacts", "zoe", "--columns", "id,first_name", "--format", format] + options)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        return run.text
      }
      #expect(try text("csv") == "id,first_name\r\n8,Zoë\r\n9,Zoë\r\n")
      #expect(try text("table") == "id  first_name\n──  ──────────\n 8  Zoë\n 9  Zoë\n")
      #expect(
        try text("sql").split(separator: "\n") == [
          "INSERT INTO `contacts` (`id`, `first_name`) VALUES (8,'Zoë');",
          "INSERT INTO `contacts` (`id`, `first_name`) VALUES (9,'Zoë');",
        ])
      let lines = try text("jsonl").split(separator: "\n")
      #expect(lines.count == 2 && lines[0].hasPrefix("{\"id\":8,\"first_name\":\"Zoë\",\"_score\":"))
      let array = try JSONSerialization.jsonObject(with: Data(text("json").utf8)) as? [[String: Any]]
      #expect(array?.map { $0["id"] as? Int } == [8, 9] && array?[0]["_score"] is Double)
      #expect(try blazz("search", store, "contacts", "nobody", "--format", "json").text == "[]\n")
    }
  }

  @Test func highlightsWhatMatches() throws {
    try withSampleStore { store, _ throws in
      func marks(_ text: String, _ mode: String = "boolean") throws -> [[String: String]] {
        try objects(search(store, text, "--highlight", "--workspace", "1", "--mode", mode)).map {
          try #require($0["_highlight"] as? [String: String])
        }
      }
      #expect(try marks("zoe") == [["first_name": "<b>Zoë</b>"]])
      #expect(
        try marks("+louise 62812*") == [["first_name": "Annabella <b>Louise</b>", "phone": "+<b>628120004</b>"]])
      #expect(
        try marks("\"annabella lou\" 6 x -bob") == [
          ["last_name": "2, \"<b>x</b>\""], ["last_name": "4, \"<b>x</b>\""],
          ["first_name": "<b>Annabella</b> <b>Lou</b>", "last_name": "<b>6</b>, \"<b>x</b>\""],
          ["last_name": "8, \"<b>x</b>\""], ["last_name": "10, \"<b>x</b>\""], ["last_name": "14, \"<b>x</b>\""],
        ])
      #expect(try marks("bob", "natural") == [["first_name": "<b>Bob</b>"]])
      #expect(try objects(search(store, "zoe"))[0]["_highlight"] == nil)
    }
  }

  @Test func conditionsOrdersLimitsAndWorkspaces() throws {
    try withSampleStore { store, _ throws in
      // is_favorite is the rest of the id by 3, less 1.
      #expect(try ids(search(store, "anna*", "--where", "is_favorite = 1")) == [2, 5, 14])
      #expect(try ids(search(store, "anna*", "--where", "deleted_at IS NULL AND id > 3")) == [4, 5, 6, 14])
      #expect(try ids(search(store, "anna*", "--order-by", "id DESC")) == Self.annas.reversed())
      #expect(try ids(search(store, "anna*", "--order-by", "first_name DESC, id DESC")) == [5, 4, 7, 6, 14, 3, 2, 1])
      #expect(try ids(search(store, "anna*", "--order-by", "phone", "--limit", "3")) == [1, 14, 2])
      #expect(try ids(search(store, "anna*", "--limit", "0")).isEmpty)
      #expect(try ids(search(store, "anna*", "--workspace", "1")) == [2, 4, 6, 14])
      #expect(try ids(search(store, "anna*", "--workspace", SampleCRM.uuid(2, 2))) == [1, 3, 5, 7])
      #expect(try ids(search(store, "anna*", "--workspace", "3")).isEmpty)
    }
  }

  @Test(arguments: [
    [], ["--order-by", "first_name DESC"], ["--order-by", "id DESC"], ["--mode", "natural"],
    ["--mode", "natural", "--workspace", "2"], ["--where", "is_favorite <> 0", "--workspace", "1"],
  ])
  func pagesShowEachRowOnce(_ options: [String]) throws {
    try withSampleStore { store, _ throws in
      let question = ["search", store, "contacts", "x annabella lou louise"] + options
      let all = try ids(blazz(question))
      #expect(all.count > 3)
      var (found, next) = ([Int](), String?.none)
      repeat {
        let run = try blazz(question + ["--limit", "2"] + (next.map { ["--after", $0] } ?? []))
        found += try ids(run)
        let prefix = "blazz: more rows follow; --after "
        #expect(run.errorLines.count <= 1 && run.errorLines.allSatisfy { $0.hasPrefix(prefix) })
        next = run.errorLines.first.map { String($0.dropFirst(prefix.count)) }
      } while next != nil
      #expect(found == all)
      // A place of another search is none.
      let cursor = try blazz(question + ["--limit", "2"]).errorLines.first?.split(separator: " ").last
      let other = try blazz(
        ["search", store, "contacts", "x annabella"] + options + ["--limit", "2", "--after=\(cursor ?? "")"])
      #expect(other.status == 1 && other.errorLines.count == 1 && other.output.isEmpty)
      #expect(other.errors.hasPrefix("blazz: contacts: the cursor is none of this query's"), "\(other.errors)")
    }
  }

  /// BM25 as it is defined, over the rows of workspace 1, whose lengths in words are known.
  @Test func naturalModePutsTheBestFirst() throws {
    // id → words: first name, "ID, x" and the number.
    let lengths = [2: 4.0, 4: 5, 6: 5, 8: 4, 10: 3, 12: 4, 14: 4]
    let average = lengths.values.reduce(0, +) / 7
    func part(_ id: Int, rowsWithIt: Double) -> Double {
      log(1 + (7 - rowsWithIt + 0.5) / (rowsWithIt + 0.5)) * 2.2 / (1 + 1.2 * (0.25 + 0.75 * lengths[id]! / average))
    }
    let expected = [
      (4, part(4, rowsWithIt: 2) + part(4, rowsWithIt: 1)), (2, part(2, rowsWithIt: 2)), (14, part(14, rowsWithIt: 2)),
      (6, part(6, rowsWithIt: 2)),
    ]
    try withSampleStore { store, _ throws in
      let found = try objects(
        search(store, "annabella -anna +(louise", "--mode", "natural", "--workspace", "1", "--columns", "id"))
      #expect(found.map { $0["id"] as? Int } == expected.map(\.0))
      for (row, expected) in zip(found, expected) {
        #expect(abs(try #require(row["_score"] as? Double) - expected.1) < 1e-9)
      }
      // The order that is asked for comes first.
      #expect(
        try ids(search(store, "annabella anna louise", "--mode", "natural", "--workspace", "1", "--order-by", "id"))
          == [2, 4, 6, 14])
    }
  }

  @Test func theBestFirstInBooleanModeToo() throws {
    try withSampleStore { store, _ throws in
      let text = "annabella anna louise"
      func found(_ options: String...) throws -> [String] {
        try objects(blazz(["search", store, "contacts", text, "--workspace", "1"] + options)).map {
          "\($0["id"] ?? "-") \($0["_score"] ?? "-")"
        }
      }
      let best = try found("--mode", "natural")
      #expect(best.count == 4)
      #expect(try found("--order-by", "_score") == best)
      #expect(try found("--order-by", "_SCORE desc") == best)
      #expect(try found("--mode", "natural", "--order-by", "_score") == best)
      #expect(try found().sorted() == best.sorted())
      #expect(try found("--order-by", "first_name, id").allSatisfy { $0.hasSuffix(" -") })
      for order in ["_score ASC", "_score, id", "id, _score DESC"] {
        let run = try search(store, text, "--order-by", order)
        #expect(run.status != 0 && run.errors.contains("--order-by _score puts the best rows first"), "\(order)")
      }
    }
  }

  @Test func proposesWordsWhereNothingIsFound() throws {
    try withSampleStore { store, _ throws in
      for (text, word, meant) in [
        ("Anabella", "Anabella", "Annabella"), ("+annabellla -bob", "annabellla", "Annabella"),
        ("luoise", "luoise", "Louise"), ("+anna +lousie", "lousie", "Louise"),
      ] {
        let run = try search(store, text)
        #expect(run.status == 0 && run.output.isEmpty)
        #expect(run.errors == "blazz: no row has '\(word)'; did you mean '\(meant)'?\n")
      }
      // Not for short words, numbers, beginnings of words and what nothing is like; not where there are rows.
      for text in ["annn", "628120099", "annabellx*", "elsewhere"] {
        #expect(try search(store, text).errors.isEmpty, "\(text)")
      }
      let run = try search(store, "anabella zoe")
      #expect(try ids(run) == [8, 9] && run.errors.isEmpty)
      // Another workspace's words are not proposed.
      try withSampleStore { other, dump throws in
        let more = dump + "2"
        try """
        INSERT INTO contacts (id, uuid, workspace_id, first_name, is_favorite, created_by)
        VALUES (50, 'u50', 2, 'Konstantin', 0, 1);

        """.write(toFile: more, atomically: false, encoding: .utf8)
        #expect(try blazz("import", more, "--into", other).status == 0)
        #expect(try search(other, "konstantni", "--workspace", "1").errors.isEmpty)
        #expect(try search(other, "konstantni", "--workspace", "2").errors.contains("did you mean 'Konstantin'?"))
      }
    }
  }

  @Test func buildsAnIndexThatOtherRulesMade() throws {
    try withSampleStore { store, _ throws in
      let before = try search(store, "annabella")
      let record = Array("search/contacts/5".utf8)
      let versions = try exchange(Array("terms 0, ICU 1.0".utf8), record, store)
      let after = try search(store, "annabella")
      #expect(after.status == 0 && after.output == before.output && after.errors.isEmpty)
      #expect(try exchange(versions, record, store) == versions, "it was built, once and for all")
      // One that was never built.
      _ = try exchange(nil, record, store)
      #expect(try search(store, "annabella").output == before.output)
      #expect(try exchange(versions, record, store) == versions)
    }
  }

  /// Sets or removes a record of the file; gives what it was.
  private func exchange(_ value: [UInt8]?, _ key: [UInt8], _ store: String) throws -> [UInt8] {
    let environment = try Environment(path: store, options: EnvironmentOptions())
    let meta = try #require(try environment.openKeyspaces(["meta"], create: false)["meta"])
    var transaction = try environment.beginWrite()
    let old = try transaction.get(key.span.bytes, in: meta)?.withUnsafeBytes { Array($0) } ?? []
    if let value {
      try transaction.put(value.span.bytes, for: key.span.bytes, in: meta)
    } else {
      _ = try transaction.delete(key.span.bytes, in: meta)
    }
    try transaction.commit()
    try environment.close()
    return old
  }

  @Test func textsThatCannotBeRead() throws {
    let deep = String(repeating: "(", count: 1_000) + "a" + String(repeating: ")", count: 1_000)
    let texts = [
      ("+", "2"), ("john -", "7"), ("+(john doe", "2"), ("josé \"doe", "6"), ("", "1"), ("(john))", "7"), (deep, "33"),
      (String(repeating: "abcd ", count: 20_480), "16385"), (String(repeating: "a ", count: 10_000), "16385"),
      (String(repeating: "a ", count: 8_000), "2049"),
    ]
    try withSampleStore { store, _ throws in
      for (text, place) in texts {
        let run = try search(store, text)
        #expect(run.status == 1 && run.output.isEmpty, "\(text.prefix(20))")
        #expect(
          run.errors.hasPrefix("blazz: the search cannot be read at character \(place): expected "), "\(run.errors)")
        // The sentence, the text or a part of it, and a mark under the place.
        #expect(run.errorLines.count == 3 - (text.isEmpty ? 1 : 0) && run.errorLines.last?.last == "^", "\(run.errors)")
      }
    }
  }

  @Test func otherRefusals() throws {
    try withSampleStore { store, _ throws in
      let refused: [([String], Int32, String)] = [
        (["users", "ana"], 1, "blazz: users: the table has no full-text index\n"),
        (
          ["chats", "ana"], 1,
          "blazz: chats: the store was made without the full-text index own_chats_words; "
            + "name it in StoreOptions.fulltextIndexes\n"
        ),
        (["contacts", "ana", "--workspace", "9"], 1, "blazz: workspaces.id: there is no such workspace (value '9')\n"),
        (["contacts", "ana", "--where", "nam = 1"], 1, "blazz: the condition cannot be read at character 1: "),
        (["contacts", "ana", "--order-by", "nam"], 1, "blazz: the order cannot be read at character 1: "),
        (["contacts", "ana", "--columns", "nam"], 1, "blazz: the list of columns cannot be read at character 1: "),
        (["nosuch", "ana"], 1, "blazz: there is no table 'nosuch'; there are "),
        (["contacts", "ana", "--mode", "fuzzy"], 2, "Error: "), (["contacts", "ana", "--limit", "-1"], 2, "Error: "),
        (["contacts"], 2, "Error: "),
      ]
      for (arguments, status, errors) in refused {
        let run = try blazz(["search", store] + arguments)
        #expect(run.status == status && run.output.isEmpty, "\(arguments)")
        #expect(run.errors.hasPrefix(errors), "\(run.errors)")
      }
    }
  }
}
