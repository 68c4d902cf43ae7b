import Foundation
import TestSupport
import Testing

/// `dump --limit N --after CURSOR`: page by page through a table.
@Suite struct PagingTests {
  private struct Page {
    var ids: [String]
    var next: String?
  }

  private func page(_ store: String, _ options: [String], after cursor: String?) throws -> Page {
    let place = cursor.map { ["--after", $0] } ?? []
    let run = try blazz(["dump", store, "chats", "--columns", "id", "--format", "csv"] + options + place)
    #expect(run.status == 0, "\(run.errors)")
    let prefix = "blazz: more rows follow; --after "
    #expect(run.errorLines.count <= 1 && run.errorLines.allSatisfy { $0.hasPrefix(prefix) })
    let ids = run.text.split(separator: "\r\n").dropFirst().map(String.init)
    return Page(ids: ids, next: run.errorLines.first.map { String($0.dropFirst(prefix.count)) })
  }

  /// A dump of one more chat.
  private func insert(_ id: Int, at time: String, _ store: String, _ folder: URL) throws {
    let dump = folder.appending(path: "more.sql")
    try """
    INSERT INTO chats (id, uuid, workspace_id, contact_id, metadata, created_at)
    VALUES (\(id), 'new-\(id)', 1, 2, '{}', '\(time)');

    """.write(to: dump, atomically: false, encoding: .utf8)
    #expect(try blazz("import", dump.path, "--into", store).status == 0)
  }

  @Test(arguments: [
    ["--order-by", "created_at DESC"], ["--order-by", "status, type DESC"], [], ["--where", "is_read = 1"],
    ["--workspace", "2", "--order-by", "contact_id"],
  ])
  func eachRowComesOnce(_ options: [String]) throws {
    try withSampleStore { store, _ in
      let all = try page(store, options, after: nil)
      #expect(all.next == nil && !all.ids.isEmpty)
      var ids: [String] = []
      var next: String?
      repeat {
        let page = try page(store, options + ["--limit", "37"], after: next)
        #expect(page.ids.count == 37 || page.next == nil)
        ids += page.ids
        next = page.next
      } while next != nil
      #expect(ids == all.ids)
      // A limit that all rows fit in leaves nothing.
      #expect(try page(store, options + ["--limit", "\(all.ids.count)"], after: nil).next == nil)
    }
  }

  @Test func rowsThatComeMeanwhileNeitherRepeatNorHideOthers() throws {
    let options = ["--order-by", "created_at"]
    try withSampleStore { store, _ in
      try withScratchFolder { folder in
        let before = try page(store, options, after: nil).ids
        var ids: [String] = []
        var next: String?
        var number = 1_000
        repeat {
          let page = try page(store, options + ["--limit", "60"], after: next)
          ids += page.ids
          next = page.next
          number += 2
          // One before every place, one behind it.
          try insert(number, at: "2001-01-01 00:00:00", store, folder)
          if number == 1_002 { try insert(number + 1, at: "2031-01-01 00:00:00", store, folder) }
        } while next != nil
        #expect(ids.filter { Int($0)! < 1_000 } == before)
        #expect(ids.filter { Int($0)! >= 1_000 } == ["1003"])
        #expect(Set(ids).count == ids.count)
      }
    }
  }

  @Test func aCursorIsGoodForItsOwnQuestionAlone() throws {
    try withSampleStore { store, _ in
      let options = ["--order-by", "created_at", "--where", "is_read = 1", "--limit", "5"]
      let cursor = try #require(try page(store, options, after: nil).next)
      var spoilt = Array(cursor)
      spoilt[cursor.count / 2] = spoilt[cursor.count / 2] == "A" ? "B" : "A"
      let cases: [([String], String)] = [
        (options, String(spoilt)), (options, "abc"), (options, cursor + "A"),
        (["--order-by", "created_at DESC", "--where", "is_read = 1", "--limit", "5"], cursor),
        (["--order-by", "created_at", "--where", "is_read = 0", "--limit", "5"], cursor),
        (options + ["--workspace", "1"], cursor),
      ]
      for (options, cursor) in cases {
        let run = try blazz(["dump", store, "chats"] + options + ["--after=\(cursor)"])
        #expect(run.status == 1 && run.output.isEmpty && run.errorLines.count == 1, "\(options) \(cursor)")
        #expect(run.errors.hasPrefix("blazz: chats: the cursor is none of this query's"), "\(run.errors)")
      }
      try withSampleStore { other, _ in
        let run = try blazz(["dump", other, "chats"] + options + ["--after", cursor])
        #expect(run.status == 1, "another store signs with another key")
      }
    }
  }
}
