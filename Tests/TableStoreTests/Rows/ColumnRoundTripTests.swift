import Foundation
import TestSupport
import Testing

@testable import TableStore

/// A value of every column type comes back as it was stored, through the store and after a reopening of the file.
@Suite struct ColumnRoundTripTests {
  @Test func smallestValues() throws {
    try expectRoundTrip(
      .init(
        flag: false, int8: .min, uint8: .min, int32: .min, uint32: .min, int64: .min, uint64: .min, narrowID: 0,
        wideDecimal: Decimal(string: "-9999999999999999999999999999.9999999999"),
        price: Decimal(string: "-99999999.99"),
        timestamp: Date(timeIntervalSince1970: 1), datetime: Date(timeIntervalSince1970: -30_610_224_000),
        date: CalendarDate(year: 1000, month: 1, day: 1), colour: .red, uuid: "", short: "", text: "", mediumText: "",
        longText: "", json: "0", state: "", exact: "", blob: []))
  }

  @Test func largestValues() throws {
    try expectRoundTrip(
      .init(
        flag: true, int8: .max, uint8: .max, int32: .max, uint32: .max, int64: .max, uint64: .max,
        narrowID: 2_147_483_647, wideDecimal: Decimal(string: "9999999999999999999999999999.9999999999"),
        price: Decimal(string: "99999999.99"), timestamp: Date(timeIntervalSince1970: 2_147_483_647),
        datetime: Date(timeIntervalSince1970: 253_402_300_799), date: CalendarDate(year: 9999, month: 12, day: 31),
        colour: .blue, uuid: String(repeating: "😀", count: 50), short: String(repeating: "漢", count: 10),
        text: String(repeating: "t", count: 65_535), mediumText: String(repeating: "m", count: 70_000),
        longText: String(repeating: "ö", count: 70_000), json: "[1]", state: "open",
        exact: String(repeating: "x", count: 20), blob: Bytes(repeating: 0xFF, count: 65_535)))
  }

  @Test func nulls() throws { try expectRoundTrip(.init()) }

  /// Fixed columns keep their place when others are NULL; so do the ends of variable ones.
  @Test func everySecondColumnNull() throws {
    try expectRoundTrip(
      .init(
        int8: -5, int32: 7, int64: -9, narrowID: 3, price: 1, datetime: .init(timeIntervalSince1970: 0), colour: .green,
        short: "s", mediumText: "m", json: "{}", exact: "e"))
    try expectRoundTrip(
      .init(
        flag: true, uint8: 200, uint32: 1, uint64: 2, wideDecimal: -1, timestamp: .init(timeIntervalSince1970: 5),
        date: CalendarDate(days: 0), uuid: "u", text: "t", longText: "l", state: "s", blob: [1]))
  }

  @Test(arguments: [
    "\0", "a\0b", "\0\0\0", "😀", "e\u{301}", "\u{10FFFF}", "\u{FEFF}x", " ends  ", "a\r\nb", "'quote\"\\",
  ]) func unusualText(text: String) throws {
    // A char has no spaces at its end.
    let fixed = String(text.reversed().drop { $0 == " " }.reversed())
    try expectRoundTrip(
      .init(uuid: fixed, short: text, text: text, mediumText: text, longText: text, exact: text, blob: Bytes(text.utf8))
    )
  }

  /// A canonical UUID takes 16 bytes and comes back in the same letters; any other spelling stays text.
  @Test(arguments: [
    ("01234567-89ab-cdef-0123-456789abcdef", 16), ("01234567-89AB-CDEF-0123-456789ABCDEF", 36),
    ("01234567-89ab-cdef-0123-456789abcdeF", 36), ("0123456789abcdef0123456789abcdef", 32),
    ("01234567-89ab-cdef-0123-456789abcdeg", 36), ("01234567-89ab-cdef-0123+456789abcdef", 36),
    ("{1234567-89ab-cdef-0123-456789abcdef", 36), ("01234567-89ab-cdef-0123-456789abcdef  ", 16),
  ]) func uuids(text: String, byteCount: Int) throws {
    try withStore([EveryType.self]) { store in
      let row = try store.writeSync(.everything) { db in try db.everyTypes.insert(.init(uuid: text)) }
      let stored = text.replacing(" ", with: "")
      #expect(row.uuid == stored)
      #expect(try store.read(.everything) { db in try db.everyTypes.require(row.id).uuid } == stored)
      let empty = try store.writeSync(.everything) { db in try db.everyTypes.insert(.init(uuid: "")) }
      let lengths = try [row.id, empty.id].map { id in
        try #require(try store.rawEntries(EveryType.schema).first { $0.key == [0x00, 0x81, UInt8(id.rawValue)] }).value
          .count
      }
      #expect(lengths[0] - lengths[1] == byteCount)
    }
  }

  @Test(arguments: [
    "[1,2]", " [ 1 , 2 ] ", "[1.0,2e3]", "[]", "\n[\t1]", "[1,\r\n2]",
  ]) func jsonKeepsItsBytes(text: String) throws {
    try expectRoundTrip(.init(json: JSON(text: text)))
  }

  @Test func fractionsOfASecondAreCut() throws {
    try withStore([EveryType.self]) { store in
      let row = try store.writeSync(.everything) { db in
        try db.everyTypes.insert(
          .init(timestamp: Date(timeIntervalSince1970: 100.999), datetime: Date(timeIntervalSince1970: -1.5)))
      }
      #expect(row.timestamp == Date(timeIntervalSince1970: 100))
      #expect(row.datetime == Date(timeIntervalSince1970: -2))
    }
  }

  /// Stores a row, and reads it from the statement, from another transaction, by its SQL values and after a reopening.
  private func expectRoundTrip(
    _ draft: EveryType.Draft, _ sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/types.store"
      let store = try Store(path: path, tables: [EveryType.self], options: .testing)
      let expected = draft.row(DraftFill(key: 1, scope: .global, now: .distantPast))
      let stored = try store.writeSync(.everything) { db in try db.everyTypes.insert(draft) }
      #expect(stored == expected, sourceLocation: sourceLocation)
      #expect(
        try store.read(.everything) { db in try db.everyTypes.get(1) } == expected, sourceLocation: sourceLocation)
      try store.close()
      let reopened = try Store(path: path, tables: [EveryType.self], options: .testing)
      #expect(
        try reopened.read(.everything) { db in try db.everyTypes.get(1) } == expected, sourceLocation: sourceLocation)
      // Rewritten with another value and back, which takes every path of an update.
      try reopened.writeSync(.everything) { db throws in
        var changed = expected
        changed.flag = expected.flag == nil ? true : nil
        changed.blob = nil
        #expect(try db.everyTypes.update(changed) == changed, sourceLocation: sourceLocation)
        #expect(try db.everyTypes.update(expected) == expected, sourceLocation: sourceLocation)
      }
      try reopened.requireConsistent(sourceLocation)
      try reopened.close()
    }
  }
}
