import Foundation
import TestSupport
import Testing

/// `blazz explain`: the documented members, and counts that agree with the dump.
@Suite struct ExplainCommandTests {
  private struct Explanation: Decodable {
    struct Access: Decodable {
      var index: String
      var bounds: [String]
      var ranges: Int
      var merged: Bool
      var descending: Bool
      var covering: Bool
    }
    var table: String
    var combination: String?
    var accesses: [Access]
    var recheck: String?
    var sort: String?
    var presorted: Int
    var estimatedRows: Int
    var examined: Int
    var sorted: Int
    var returned: Int
  }

  private static let keys: Set = [
    "table", "combination", "accesses", "recheck", "sort", "presorted", "estimatedRows", "examined", "sorted",
    "returned",
  ]

  @Test(arguments: [
    [], ["--where", "contact_id = 2 AND status = 'sent'"], ["--order-by", "created_at DESC", "--limit", "5"],
    ["--where", "id IN (3, 5, 7) OR contact_id = 4"], ["--where", "FALSE"],
    ["--workspace", "1", "--where", "contact_id = 2", "--order-by", "metadata"],
  ])
  func jsonHasEveryMember(_ options: [String]) throws {
    try withSampleStore { store, _ in
      let run = try blazz(["explain", store, "chats", "--format", "json"] + options)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      let object = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
      #expect(Set(object.keys) == Self.keys)
      let explanation = try JSONDecoder().decode(Explanation.self, from: run.output)
      let rows = try blazz(["dump", store, "chats"] + options).lines
      #expect(explanation.returned == rows.count)
      #expect(explanation.examined >= explanation.returned && explanation.table == "chats")
      #expect(explanation.accesses.isEmpty == (options.last == "FALSE"))
      #expect(try blazz(["explain", store, "chats"] + options).output == run.output)
    }
  }

  @Test func indexesAndBoundsAreNamed() throws {
    try withSampleStore { store, _ in
      let arguments = ["explain", store, "chats", "--workspace", "1", "--where", "uuid = '\(SampleCRM.uuid(8, 4))'"]
      let explanation = try JSONDecoder().decode(Explanation.self, from: blazz(arguments).output)
      let access = try #require(explanation.accesses.first)
      #expect(explanation.accesses.count == 1 && access.index == "chats_uuid_unique" && access.ranges == 1)
      #expect(access.bounds == ["uuid = '\(SampleCRM.uuid(8, 4).lowercased())'"])
      let lines = try blazz(arguments + ["--format", "table"]).lines
      #expect(lines.first == "table: chats")
      #expect(lines.contains { $0.hasPrefix("index: chats_uuid_unique (uuid = '") })
      #expect(lines.last?.hasPrefix("actual: ") == true)
    }
  }
}
