import TestSupport
import Testing

@testable import TableStore

/// Texts that cannot be searched for: one sentence that says where, however they are asked.
@Suite struct SearchTextErrorTests {
  private static let operand = "a word, a phrase or '('"
  private static let deep = String(repeating: "(", count: 1_000) + "a" + String(repeating: ")", count: 1_000)

  /// A text, and what is said of it behind "the search cannot be read at character".
  private static let cases: [(text: String, problem: String)] = [
    ("", "1: expected \(operand), found end of search"),
    ("+", "2: expected \(operand) right after '+', found end of search"),
    ("john -", "7: expected \(operand) right after '-', found end of search"),
    (
      "+-<>~", "2: expected \(operand) right after '+', found '-'; only one of '+' and '-' goes with a word"
    ),
    ("***", "1: expected \(operand), found '*'; '*' stands right behind the beginning of a word"),
    ("()", "2: expected \(operand) after '(', found ')'"),
    ("+(john doe", "2: expected a ')' for the '(' that stands here, found end of search"),
    ("José) doe", "5: expected a word or the end, found ')'; no '(' is open"),
    ("josé \"doe", "6: expected a closing \" for the phrase that begins here, found end of search"),
    (
      "\"john doe\" @x",
      "13: expected a number from 1 to 10000 after '@', found 'x'; "
        + "behind a phrase '@' says how many words it may span"
    ),
    (String(repeating: "abcd ", count: 20_480), "16385: expected at most 16384 bytes of text, found 102400"),
    (String(repeating: "é", count: 51_200), "8193: expected at most 16384 bytes of text, found 102400"),
    (String(repeating: "a ", count: 10_000), "16385: expected at most 16384 bytes of text, found 20000"),
    (String(repeating: "a ", count: 8_000), "2049: expected at most 1024 words, found more"),
    (deep, "33: expected at most 32 levels of nesting, found more"),
    (String(repeating: "+(a ", count: 1_000), "130: expected at most 32 levels of nesting, found more"),
  ]

  @Test func saysWhereInOneSentence() throws {
    try withSearched { store throws in
      for (text, problem) in Self.cases {
        for (way, error) in errors(text, store) {
          let name = "\(text.prefix(20)), \(way)"
          #expect(error?.code == .invalidValue, "\(name)")
          let lines = error?.message.split(separator: "\n", omittingEmptySubsequences: false) ?? []
          // The sentence, the text or a part of it, and a mark under the place.
          #expect(lines.first.map(String.init) == "the search cannot be read at character \(problem)", "\(name)")
          #expect(lines.count == 3 && lines.dropFirst().allSatisfy { $0.count <= 76 }, "\(name)")
          #expect(lines.last?.drop { $0 == " " } == "^", "\(name)")
        }
      }
    }
  }

  /// A word of many parts is many terms.
  @Test func termsAreBounded() throws {
    try withSearched { store throws in
      for (text, place) in [
        (String(repeating: "a.", count: 5_000), 1), ("é " + String(repeating: "a.", count: 4_096), 3),
      ] {
        for (way, error) in errors(text, store) {
          #expect(error?.code == .invalidValue, "\(way)")
          let problem = "the search cannot be read at character \(place): expected at most 4096 terms, found more"
          #expect(error?.message.split(separator: "\n").first.map(String.init) == problem, "\(way)")
        }
      }
    }
  }

  @Test func naturalModeNeedsAWord() throws {
    try withSearched { store throws in
      for text in ["", " + - ", "\"(*)\""] {
        let error = storeError {
          try store.read(.tenant(1)) { db in _ = try db.spelled.search(text, mode: .natural).ids() }
        }
        #expect(error?.code == .invalidValue, "\(text)")
        #expect(error?.message.starts(with: "the search cannot be read at character ") == true, "\(text)")
      }
      let count = try store.read(.tenant(1)) { db in try db.spelled.search("+(john", mode: .natural).count() }
      #expect(count == 1)
    }
  }

  private func withSearched(_ body: (Store) throws -> Void) throws {
    try withStore([Tenant.self, SpelledPerson.self]) { store throws in
      try store.writeSync(.everything) { db in
        let tenant = try db.tenants.insert(.init(name: "t"))
        try db.spelled.insert(.init(workspaceID: tenant.id, name: "john"))
      }
      try body(store)
    }
  }

  /// What each way to ask throws.
  private func errors(_ text: String, _ store: Store) -> [(String, StoreError?)] {
    func failure(_ ask: (Tables<Reading>) throws -> Void) -> StoreError? {
      storeError { try store.read(.tenant(1)) { db in try ask(db) } }
    }
    return [
      ("rows", failure { db in _ = try db.spelled.search(text).all() }),
      ("hits", failure { db in _ = try db.spelled.search(text).byRelevance().hits() }),
      ("count", failure { db in _ = try db.spelled.search(text).count() }),
      ("suggestions", failure { db in _ = try db.spelled.search(text).suggestions() }),
      ("a condition", failure { db in _ = try db.spelled.where { _ in SpelledPerson.words.matches(text) }.all() }),
      (
        "by name",
        failure { db in
          _ = try db.table(named: "spelled")?.search(text, mode: .boolean, SQLQuestion(SpelledPerson.schema)) {
            _, _, _ in
          }
        }
      ),
    ]
  }
}
