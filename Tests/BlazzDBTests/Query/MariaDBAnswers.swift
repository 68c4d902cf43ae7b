import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// Questions with the primary keys that MariaDB answered, in its order, and the dump that they were put to.
struct MariaDBAnswers {
  /// One question to one table.
  struct Question: Decodable {
    var table: String
    /// Whose rows; `nil` for everybody's.
    var workspace: UInt64?
    var `where`: String?
    /// What stood in AGAINST (… IN BOOLEAN MODE).
    var match: String?
    var orderBy: String?
    var limit: Int?
    var ids: [String]
  }

  let dump: URL
  let questions: [Question]

  init(dump: URL, answers: URL) throws {
    self.dump = dump
    questions = try String(decoding: gunzipped(answers), as: UTF8.self).split(separator: "\n").map {
      try JSONDecoder().decode(Question.self, from: Data($0.utf8))
    }
  }

  /// Those that `BLAZZ_DUMP` and `BLAZZ_ANSWERS` name, or else those beside the package; `nil` where there are none.
  static func shared() throws -> MariaDBAnswers? {
    let environment = ProcessInfo.processInfo.environment
    if let dump = environment["BLAZZ_DUMP"], let answers = environment["BLAZZ_ANSWERS"] {
      return try MariaDBAnswers(dump: URL(filePath: dump), answers: URL(filePath: answers))
    }
    guard let dump = sharedFile("data/sample.sql.gz"), let answers = sharedFile("data/sample.answers.jsonl.gz") else {
      return nil
    }
    return try MariaDBAnswers(dump: dump, answers: answers)
  }

  /// Runs `body` with a new store that holds the dump.
  func withStore(_ body: (Blazz) throws -> Void) throws {
    try withScratchFolder { folder in
      let blazz = try Blazz(path: folder.appending(path: "answers.blazz").path, options: .testing)
      _ = try blazz.system.importDump(dump.path)
      try body(blazz)
      try blazz.close()
    }
  }

  /// Asks some of the questions, each in every way given, and compares the answers with MariaDB's. `BLAZZ_FOUND` names a
  /// file that gets what was found: a line of JSON for each question, a list for each way.
  func expect(
    _ questions: [Question], _ what: String, _ ways: [(name: String, ids: (Question) throws -> [String])]
  ) throws {
    var (wrong, lines) = (0, [String]())
    for question in questions {
      let found = ways.map { way in (way.name, ids: Self.answer { try way.ids(question) }) }
      lines.append(String(decoding: try JSONEncoder().encode(found.map(\.ids)), as: UTF8.self))
      guard let other = found.first(where: { $0.ids != question.ids }) else { continue }
      wrong += 1
      if wrong <= 20 { print("MISMATCH \(question): \(other.0) gives \(other.ids.prefix(9)) of \(other.ids.count)") }
    }
    print("\(questions.count - wrong) of \(questions.count) \(what) agree with MariaDB")
    #expect(wrong == 0)
    if let path = ProcessInfo.processInfo.environment["BLAZZ_FOUND"] {
      try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: false, encoding: .utf8)
    }
  }

  private static func answer(_ ids: () throws -> [String]) -> [String] {
    do { return try ids() } catch { return ["\(error)"] }
  }
}

extension MariaDBAnswers.Question: CustomStringConvertible {
  var description: String {
    let parts = [
      workspace.map { "workspace \($0)" }, match.map { "MATCH \($0)" }, `where`.map { "WHERE \($0)" },
      orderBy.map { "ORDER BY \($0)" }, limit.map { "LIMIT \($0)" },
    ]
    return "\(table) " + parts.compactMap(\.self).joined(separator: " ")
      + " has \(ids.prefix(9)) of \(ids.count)"
  }

  /// Reads the tables that the question is about.
  func read<Result>(_ blazz: Blazz, _ body: (Tables<Reading>) throws -> Result) throws -> Result {
    guard let workspace else { return try blazz.system.read(body) }
    return try blazz.workspace(ID(workspace), includingDeleted: true).read(body)
  }
}
