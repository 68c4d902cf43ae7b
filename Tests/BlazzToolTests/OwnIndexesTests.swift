import Foundation
import TestSupport
import Testing

/// `blazz import --own-indexes`: which of our own indexes a new store gets.
@Suite struct OwnIndexesTests {
  /// Own indexes as `blazz schema` lists them.
  private func declared() throws -> Set<String> {
    let tables = try blazz("schema", "--format", "jsonl").lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let indexes = tables.flatMap { $0["indexes"] as? [[String: Any]] ?? [] }
    let own = indexes.filter { $0["own"] != nil && $0["kind"] as? String == "plain" }
    return Set(own.compactMap { $0["name"] as? String })
  }

  /// The names and entries of the indexes that a store has.
  private func indexes(_ store: String) throws -> [String: Int] {
    let tables = try JSONSerialization.jsonObject(with: blazz("tables", store, "--format", "json").output)
    let all = (tables as? [[String: Any]])?.flatMap { $0["indexes"] as? [[String: Any]] ?? [] } ?? []
    let indexes = all.filter { $0["state"] as? String != "left out" }
    #expect(
      all.count { $0["state"] as? String == "left out" && ($0["name"] as? String)?.hasSuffix("_words") == false }
        == (try declared().subtracting(indexes.compactMap { $0["name"] as? String }).count))
    let stats = try JSONSerialization.jsonObject(with: blazz("stats", store).output) as? [String: Any]
    #expect(stats?["indexes"] as? Int == indexes.count)
    return Dictionary(indexes.map { ($0["name"] as? String ?? "", $0["entries"] as? Int ?? -1) }) { $1 }
  }

  private func importing(_ choice: String?, _ body: (String) throws -> Void) throws {
    try withScratchFolder { folder in
      let (dump, store) = (folder.appending(path: "d.sql"), folder.appending(path: "s.blazz").path)
      try SampleCRM().sql.write(to: dump, atomically: false, encoding: .utf8)
      let run = try blazz(["import", dump.path, "--into", store] + (choice.map { ["--own-indexes", $0] } ?? []))
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      try body(store)
      // A store that is there keeps what it has.
      let before = try indexes(store)
      let again = try blazz("import", dump.path, "--into", store, "--own-indexes", "all")
      #expect(again.status == 0)
      #expect(again.errors == "blazz: \(store) is there already and keeps the indexes that it was made with\n")
      #expect(try indexes(store) == before)
    }
  }

  @Test func allNoneOrSome() throws {
    let own = try declared()
    for choice in [nil, "all"] {
      try importing(choice) { store throws in #expect(try own.isSubset(of: indexes(store).keys)) }
    }
    try importing("none") { store throws in #expect(try own.isDisjoint(with: indexes(store).keys)) }
    guard let some = own.sorted().first else { return }
    try importing(" \(some) ") { store throws in #expect(try own.intersection(indexes(store).keys) == [some]) }
  }

  @Test(arguments: ["nosuch", "", "all,none", "idx_chat_timeline_performance"])
  func unknownNamesSayWhichThereAre(_ choice: String) throws {
    try withScratchFolder { folder in
      let (dump, store) = (folder.appending(path: "d.sql"), folder.appending(path: "s.blazz").path)
      try SampleCRM().sql.write(to: dump, atomically: false, encoding: .utf8)
      let run = try blazz("import", dump.path, "--into", store, "--own-indexes", choice)
      #expect(run.status == 1 && run.errorLines.count == 1 && run.output.isEmpty)
      #expect(
        run.errors.hasPrefix(
          "blazz: there is no own index '\(choice.prefix { $0 != "," })'; --own-indexes takes all, none"))
      for name in try declared() { #expect(run.errors.contains(name)) }
      #expect(!FileManager.default.fileExists(atPath: store), "nothing is made")
    }
  }
}
