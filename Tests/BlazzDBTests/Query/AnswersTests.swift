import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// Questions that were put to MariaDB, asked of the planner: the same primary keys in the same order, whatever index is
/// taken. `BLAZZ_DUMP` and `BLAZZ_ANSWERS` name another dump and other answers.
@Suite(.serialized) struct AnswersTests {
  private struct Question: Decodable {
    var table: String
    var workspace: UInt64?
    var `where`: String?
    var match: String?
    var orderBy: String?
    var limit: Int?
    var ids: [String]
  }

  @Test func planReturnsMariaDBsRowsInItsOrder() throws {
    guard let (dump, answers) = files() else { return }
    let lines = String(decoding: try gunzipped(answers), as: UTF8.self).split(separator: "\n")
    let questions = try lines.map { try JSONDecoder().decode(Question.self, from: Data($0.utf8)) }
      .filter { $0.match == nil }
    try withScratchFolder { folder in
      let blazz = try Blazz(path: folder.appending(path: "answers.blazz").path, options: .testing)
      _ = try blazz.system.importDump(dump.path)
      var wrong = 0
      for question in questions {
        let found = try ids(question, blazz)
        guard found != question.ids else { continue }
        wrong += 1
        if wrong <= 20 {
          print(
            "MISMATCH \(question.table) \(question.workspace.map { "\($0)" } ?? "-") WHERE \(question.where ?? "-") ORDER BY \(question.orderBy ?? "-") LIMIT \(question.limit ?? -1): \(found.prefix(9)) of \(found.count), not \(question.ids.prefix(9)) of \(question.ids.count)"
          )
        }
      }
      print("\(questions.count - wrong) of \(questions.count) answers agree with MariaDB")
      #expect(wrong == 0)
      try blazz.close()
    }
  }

  private func files() -> (dump: URL, answers: URL)? {
    let environment = ProcessInfo.processInfo.environment
    if let dump = environment["BLAZZ_DUMP"], let answers = environment["BLAZZ_ANSWERS"] {
      return (URL(filePath: dump), URL(filePath: answers))
    }
    guard let dump = sharedFile("data/sample.sql.gz"), let answers = sharedFile("data/sample.answers.jsonl.gz") else {
      return nil
    }
    return (dump, answers)
  }

  private func ids(_ question: Question, _ blazz: Blazz) throws -> [String] {
    func read(_ db: Tables<Reading>) throws -> [String] {
      let table = try #require(db.table(named: question.table))
      var ids: [String] = []
      do {
        let asked = try SQLQuestion(
          table.schema, where: question.where, orderBy: question.orderBy, limit: question.limit)
        try table.forEach(asked) { row in
          switch try row.value(table.schema.primaryKey) {
          case .text(let text): ids.append(text)
          case .integer(let integer): ids.append("\(integer)")
          default: break
          }
        }
      } catch { return ["\(error)"] }
      return ids
    }
    guard let workspace = question.workspace else { return try blazz.system.read(read) }
    return try blazz.workspace(ID(workspace), includingDeleted: true).read(read)
  }
}
