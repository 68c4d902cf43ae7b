import Foundation
import Testing

@testable import TableStore

@Suite struct JSONMemberTests {
  private func withTexts(_ texts: [String?], _ body: (Asking) throws -> Void) throws {
    try withStore([EveryType.self]) { store in
      try store.writeSync(.everything) { db throws in
        let table = try #require(db.table(named: "every_types"))
        for text in texts { try table.insert(["json": text.map(SQLValue.text) ?? .null]) }
      }
      try store.read(.everything) { db in
        try body { condition in try db.everyTypes.where(condition).orderedByKey().ids().map(\.rawValue) }
      }
    }
  }

  @Test func stringsCompareByCodePoint() throws {
    let texts = [
      #"{"a":{"b":"x"}}"#, #"{"a": {"c": 1, "b" : "X"}}"#, #"{"a":{"b":"é\n😀"}}"#, #"{"a":{"b":null}}"#, "{}",
    ]
    try withTexts(texts + [nil]) { found in
      try #expect(found { $0.json["a.b"] == "x" } == [1])
      try #expect(found { $0.json["a.b"] != "x" } == [2, 3])
      try #expect(found { $0.json["a.b"] > "X" } == [1, 3])
      try #expect(found { $0.json["a.b"] >= "X" } == [1, 2, 3])
      try #expect(found { $0.json["a.b"] < "x" } == [2])
      try #expect(found { $0.json["a.b"] == "é\n😀" } == [3])
      try #expect(found { $0.json["a.b"] == "e\u{301}\n😀" } == [])
      try #expect(found { $0.json["a.b"].in(["X", "y"]) } == [2])
      try #expect(found { $0.json["a.b"].like("x%") } == [1, 2])
      try #expect(found { $0.json["a.b"].hasPrefix("É") } == [3])
      try #expect(found { $0.json["a.b"].contains("😀") } == [3])
      try #expect(found { $0.json["a.b"].isNil } == [4, 5, 6])
      try #expect(found { !$0.json["a.b"].isNil } == [1, 2, 3])
      try #expect(found { $0.json["a"].isNil } == [5, 6])
    }
  }

  @Test func numbersAndTruth() throws {
    let texts = [
      #"{"n":1}"#, #"{"n":1.0}"#, #"{"n":-2e3}"#, #"{"n":"1"}"#, #"{"n":true}"#, #"{"n":[1]}"#, #"{"n":0.1}"#,
    ]
    try withTexts(texts) { found in
      try #expect(found { $0.json["n"] == 1 } == [1, 2])
      try #expect(found { $0.json["n"] != 1 } == [3, 4, 5, 6, 7])
      try #expect(found { $0.json["n"] < 0 } == [3])
      try #expect(found { $0.json["n"] <= 1.0 } == [1, 2, 3, 7])
      try #expect(found { $0.json["n"] == 0.1 } == [7])
      try #expect(found { $0.json["n"] > Decimal(string: "0.0999")! } == [1, 2, 7])
      try #expect(found { $0.json["n"] == true } == [5])
      try #expect(found { $0.json["n"] == false } == [])
      try #expect(found { $0.json["n"] == "1" } == [4])
      try #expect(found { $0.json["n.0"] == 1 } == [6])
    }
  }

  @Test func placesInArraysAndEscapes() throws {
    let texts = [
      #"{"a":[{"t":"x"},{"t":"y, ]}\""}], "ä\"": 1}"#, #"[[], {"t" : "\u00e9\ud83d\ude00\/"}, 7 ]"#,
      #"{"0":"zero","a":[]}"#,
    ]
    try withTexts(texts) { found in
      try #expect(found { $0.json["a.1.t"] == "y, ]}\"" } == [1])
      try #expect(found { $0.json["a.0.t"] == "x" } == [1])
      try #expect(found { $0.json["a.2.t"].isNil } == [1, 2, 3])
      try #expect(found { $0.json["ä\""] == 1 } == [1])
      try #expect(found { $0.json["1.t"] == "é😀/" } == [2])
      try #expect(found { $0.json["2"] == 7 } == [2])
      try #expect(found { $0.json["0"] == "zero" } == [3])
      try #expect(found { $0.json["3"].isNil } == [1, 2, 3])
      try #expect(found { $0.json["-1"].isNil } == [1, 2, 3])
      try #expect(found { $0.json[""].isNil } == [1, 2, 3])
    }
  }

  /// A text that is no JSON has no members, or those before the fault; reading it ends.
  @Test(arguments: [
    "", " ", "{", "[", "\"", "{\"a", "{\"a\"", "{\"a\":", "{\"b\":1,", "{\"b\":[1,2", "{\"b\":\"x\\", "{\"b\":{}}}",
    "{\"b\":\u{1}}", "[\u{1},1]", "{\"b\":[\u{7F}\u{2}],\"a\":1}", "{,}", "{\"b\" 1}", "nul", "]", "}{", "{\"b\":}",
    "{\"\\u12\":1}", "{\"\\ud800\":1}",
  ]) func malformedTextEnds(text: String) {
    var text = text
    text.withUTF8 { bytes in
      for path in ["a", "b.0", "0", "a.b.c", ""] {
        _ = JSONPath(path).value(in: UnsafeRawBufferPointer(bytes))
      }
      #expect(JSONPath("a").value(in: UnsafeRawBufferPointer(bytes)).map { $0 == .null } ?? true)
    }
  }
}
