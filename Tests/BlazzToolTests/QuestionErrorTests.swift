import TestSupport
import Testing

/// Conditions, orders and lists that cannot be read: the sentence with the place and what was expected, then the text with
/// a mark under the place; exit code 1.
@Suite struct QuestionErrorTests {
  private struct Case: Sendable {
    var option: String
    var text: String
    var sentence: String
    var column: Int
  }

  private static let cases = [
    Case(
      option: "--where", text: "statuss = 'x'",
      sentence: "the condition cannot be read at character 1: expected a column of chats, found 'statuss';"
        + " did you mean 'status'?", column: 0),
    Case(
      option: "--where", text: "id = 1 AND recipient = 2",
      sentence: "the condition cannot be read at character 12: expected a column of chats, found 'recipient';"
        + " there are id, uuid, workspace_id, wam_id, contact_id, user_id, type, metadata, media_id, status, is_read,"
        + " deleted_by, deleted_at, created_at", column: 11),
    Case(
      option: "--where", text: "status =",
      sentence: "the condition cannot be read at character 9: expected a value after '=', found end of expression",
      column: 8),
    Case(
      option: "--where", text: "id > > 3",
      sentence: "the condition cannot be read at character 6: expected a value after '>', found '>'", column: 5),
    Case(
      option: "--order-by", text: "id, creatd_at DESC",
      sentence: "the order cannot be read at character 5: expected a column of chats, found 'creatd_at';"
        + " did you mean 'created_at'?", column: 4),
    Case(
      option: "--columns", text: "id,uid",
      sentence: "the list of columns cannot be read at character 4: expected a column of chats, found 'uid';"
        + " did you mean 'id'?", column: 3),
  ]

  @Test(arguments: cases) private func placeAndExpectation(_ item: Case) throws {
    try withSampleStore { store, _ in
      let run = try blazz("dump", store, "chats", item.option, item.text)
      #expect(run.status == 1 && run.output.isEmpty)
      let mark = String(repeating: " ", count: item.column) + "^"
      #expect(run.errors == "blazz: \(item.sentence)\n\(item.text)\n\(mark)\n")
      guard item.option != "--columns" else { return }
      #expect(try blazz("explain", store, "chats", item.option, item.text).errors == run.errors)
    }
  }

  @Test(arguments: [
    ("--order-by", "id UP"), ("--order-by", "id ASC DESC"), ("--order-by", ""), ("--order-by", ","),
    ("--order-by", "id,"), ("--columns", ""), ("--columns", "id id"), ("--where", ""), ("--where", "("),
    ("--where", "id = 'x"), ("--where", "id = 1;"),
  ])
  func otherTexts(_ option: String, _ text: String) throws {
    try withSampleStore { store, _ in
      let run = try blazz("dump", store, "chats", option, text)
      #expect(run.status == 1 && run.output.isEmpty)
      #expect(run.errorLines.first?.contains(" cannot be read at character ") == true, "\(run.errors)")
      #expect(run.errorLines.last?.drop { $0 == " " } == "^", "\(run.errors)")
    }
  }
}
