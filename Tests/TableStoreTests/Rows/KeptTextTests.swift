import TestSupport
import Testing

@testable import TableStore

/// Text that rows keep without making a `String` of it is shared by the rows of a read, and outlives it.
@Suite struct KeptTextTests {
  @Test(arguments: [true, false]) func textOutlivesItsRead(verifiesChecksums: Bool) async throws {
    var random = SeededRandom(for: "textOutlivesItsRead")
    let texts = (0..<400).map { _ in Self.text(&random) }
    let drafts = (0..<200).map { place in
      KeptText.Draft(
        note: JSON(text: texts[place * 2]), other: random.chance(4) ? nil : JSON(text: texts[place * 2 + 1]),
        plain: texts[place])
    }
    var options = StoreOptions.testing
    options.verifiesChecksums = verifiesChecksums
    let rows = try withStore([KeptText.self], options: options) { store in
      try store.writeSync(.everything) { db in for draft in drafts { try db.keptTexts.insert(draft) } }
      return try store.read(.everything) { db in try db.keptTexts.orderedByKey().all() }
    }
    // Most rows go, on another thread; what the others share with them stays.
    let kept = await Task.detached { rows.enumerated().filter { $0.offset % 7 == 0 } }.value
    for (place, row) in kept {
      #expect(row.note.text == drafts[place].note.text && row.note == drafts[place].note)
      #expect(row.other?.text == drafts[place].other?.text)
      #expect(row.plain == drafts[place].plain)
    }
  }

  @Test func changingOneLeavesItsNeighbors() throws {
    try withStore([KeptText.self]) { store in
      try store.writeSync(.everything) { db in
        for number in 0..<3 { try db.keptTexts.insert(.init(note: JSON(text: "[\(number)]"))) }
      }
      var rows = try store.read(.everything) { db in try db.keptTexts.orderedByKey().all() }
      let copy = rows[1]
      rows[1].note.text = "[1, 1]"
      #expect(rows.map(\.note.text) == ["[0]", "[1, 1]", "[2]"] && copy.note.text == "[1]")
      #expect(try rows.map { try $0.note.decoded() } == [[0], [1, 1], [2]])
      try store.writeSync(.everything) { [rows] db in _ = try db.keptTexts.update(rows[1]) }
      #expect(try store.read(.everything) { db in try db.keptTexts.require(rows[1].id) } == rows[1])
    }
  }

  @Test func equalIsEqualByteByByte() throws {
    let (composed, decomposed) = (JSON<[Int]>(text: "\u{E9}"), JSON<[Int]>(text: "e\u{301}"))
    #expect(composed != decomposed && composed == JSON(text: "\u{E9}"))
    #expect(Set([composed, decomposed, JSON(text: "\u{E9}"), JSON(text: "")]).count == 3)
    #expect(String(reflecting: composed).contains("\u{E9}"))
  }

  /// Empty, a UUID, which a row packs, short, as long as several chunks; ASCII or not.
  private static func text(_ random: inout SeededRandom) -> String {
    if random.chance(8) { return "" }
    if random.chance(8) { return "0192d3a4-5b6c-7d8e-9fa0-b1c2d3e4f506" }
    let length =
      random.chance(20) ? Int.random(in: 0...60_000, using: &random) : Int.random(in: 0...300, using: &random)
    let letters: [Character] = random.chance(2) ? ["a", "\"", "7"] : ["a", "é", "日", "👩🏽‍🚀"]
    return String((0..<length).map { _ in random.pick(letters) })
  }
}

/// JSON in columns of text, which take any text.
@Table("kept_texts", id: 41)
struct KeptText: Equatable {
  var id: ID<KeptText>
  @Column(.longtext) var note: JSON<[Int]>
  @Column(.longtext) var other: JSON<[Int]>?
  @Column(.longtext) var plain: String?
}

extension Tables {
  fileprivate var keptTexts: TableHandle<KeptText, Mode> { table() }
}
