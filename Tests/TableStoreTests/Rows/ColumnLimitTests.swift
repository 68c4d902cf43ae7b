import Foundation
import TestSupport
import Testing

@testable import TableStore

/// A value that does not fit its column is refused with table, column, value and the limit; nothing is stored then.
@Suite struct ColumnLimitTests {
  @Test func varcharCountsCodePoints() throws {
    try expectAccepted(.init(short: String(repeating: "😀", count: 10)))
    try expectRefused(.init(short: String(repeating: "😀", count: 11)), "short", "11 characters", "😀😀")
    // Five characters to a reader, ten code points to SQL.
    try expectAccepted(.init(short: String(repeating: "e\u{301}", count: 5)))
    try expectRefused(.init(short: String(repeating: "e\u{301}", count: 5) + "x"), "short", "11 characters", "é")
    try expectRefused(.init(uuid: String(repeating: "c", count: 51)), "uuid", "51 characters", "ccc")
    try expectRefused(.init(state: State(String(repeating: "s", count: 21))), "state", "21 characters", "sss")
    try expectRefused(.init(exact: String(repeating: "e", count: 21)), "exact", "21 characters", "eee")
  }

  @Test func textCountsBytes() throws {
    try expectAccepted(.init(text: String(repeating: "é", count: 32_767)))
    try expectRefused(.init(text: String(repeating: "é", count: 32_768)), "text", "65535 bytes", "65536")
    try expectRefused(.init(blob: Bytes(repeating: 0, count: 65_536)), "blob", "65535 bytes", "65536")
    try expectAccepted(.init(mediumText: String(repeating: "m", count: 16_777_215)))
    try expectRefused(
      .init(mediumText: String(repeating: "m", count: 16_777_216)), "medium_text", "16777215 bytes", "16777216")
  }

  @Test func times() throws {
    let beyond = [0: "1970-01-01 00:00:00", 2_147_483_648: "2038-01-19 03:14:08", -1: "1969-12-31 23:59:59"]
    for (seconds, text) in beyond {
      try expectRefused(.init(timestamp: Date(timeIntervalSince1970: Double(seconds))), "timestamp", "range", text)
    }
    for seconds in [-30_610_224_001, 253_402_300_800] as [Double] {
      try expectRefused(.init(datetime: Date(timeIntervalSince1970: seconds)), "datetime", "range", "\(Int(seconds))")
    }
    for days in [CalendarDate.earliest.days - 1, CalendarDate.latest.days + 1, .max, .min] {
      try expectRefused(.init(date: CalendarDate(days: days)), "date", "range", "\(days)")
    }
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, -1e300]) func aDateThatIsNoTime(seconds: Double) throws {
    try expectRefused(.init(timestamp: Date(timeIntervalSince1970: seconds)), "timestamp", "range", "")
    try expectRefused(.init(datetime: Date(timeIntervalSince1970: seconds)), "datetime", "range", "")
  }

  @Test func decimals() throws {
    try expectRefused(.init(price: Decimal(string: "100000000")), "price", "range", "100000000.00")
    try expectRefused(.init(price: Decimal(string: "-100000000.00")), "price", "range", "-100000000.00")
    try expectRefused(.init(price: Decimal(string: "0.001")), "price", "exactly", "0.001")
    try expectRefused(.init(price: Decimal.nan), "price", "exactly", "NaN")
    try expectRefused(.init(price: Decimal(sign: .plus, exponent: 100, significand: 1)), "price", "exactly", "1000")
    try expectRefused(
      .init(wideDecimal: Decimal(string: "10000000000000000000000000000")), "wide_decimal", "range", "1")
  }

  @Test func integersNarrowerThanTheirSwiftType() throws {
    try expectRefused(.init(narrowID: 2_147_483_648), "narrow_id", "range of int", "2147483648")
  }

  @Test(arguments: ["", " ", "{", "[1,]", "{\"a\":}", "nul", "'a'", "[1] [2]", "\u{1}"]) func malformedJSON(
    text: String
  ) throws {
    try expectRefused(.init(json: JSON(text: text)), "json", "not valid JSON", text)
  }

  /// What only an import can bring.
  @Test(
    arguments: [
      ("short", Bytes("a".utf8) + [0xC3, 0x28], "UTF-8"), ("text", [0xFF], "UTF-8"),
      ("short", [0xED, 0xA0, 0x80], "UTF-8"),
      ("short", [0xC0, 0x80], "UTF-8"), ("long_text", [0xF4, 0x90, 0x80, 0x80], "UTF-8"),
      ("json", [0x22, 0xFF, 0x22], "UTF-8"),
      ("int8", Bytes("128".utf8), "range of tinyint"), ("int8", Bytes("-129".utf8), "range of tinyint"),
      ("uint8", Bytes("-1".utf8), "range of tinyint unsigned"),
      ("uint8", Bytes("256".utf8), "range of tinyint unsigned"),
      ("int32", Bytes("2147483648".utf8), "range of int"),
      ("uint32", Bytes("4294967296".utf8), "range of int unsigned"),
      ("int64", Bytes("9223372036854775808".utf8), "range of bigint"),
      ("uint64", Bytes("18446744073709551616".utf8), "range of bigint unsigned"),
      ("flag", Bytes("2".utf8), "range of tinyint(1)"),
      ("int32", Bytes("twelve".utf8), "is no int"), ("int32", [], "is no int"),
      ("date", Bytes("2023-02-29".utf8), "is no date"),
      ("timestamp", Bytes("2024-01-01 24:00:00".utf8), "is no timestamp"),
      ("price", Bytes("1e5".utf8), "is no decimal"),
      ("int64", Bytes(String(repeating: "9", count: 60).utf8), "is no bigint"),
      ("int64", Bytes("170141183460469231731687303715884105727.5".utf8), "is no bigint"),
    ] as [(String, Bytes, String)])
  func loadedValues(column: String, text: Bytes, message: String) throws {
    try withStore([EveryType.self]) { store throws in
      let error = storeError {
        try store.writeSync(.everything) { db in _ = try db.load("every_types", ["id": Bytes("1".utf8), column: text]) }
      }
      #expect(error?.code == .invalidValue)
      #expect(error?.table == "every_types" && error?.column == column)
      #expect(error?.message.contains(message) == true, "\(String(describing: error))")
      #expect(error?.value != nil)
      #expect(try store.rawEntries(EveryType.schema).isEmpty)
    }
  }

  @Test(arguments: ["name", "count"]) func nullInNotNull(column: String) throws {
    try withStore([StrictRow.self]) { store throws in
      var values: [String: Bytes?] = ["id": Bytes("1".utf8), "name": Bytes("n".utf8), "count": Bytes("5".utf8)]
      values.updateValue(nil, forKey: column)
      let error = storeError { try store.writeSync(.everything) { db in _ = try db.load("strict_rows", values) } }
      #expect(error?.code == .invalidValue)
      #expect(error?.table == "strict_rows" && error?.column == column)
      #expect(error?.message == "must not be NULL")
      #expect(try store.rawEntries(StrictRow.schema).isEmpty)
    }
  }

  private func expectAccepted(_ draft: EveryType.Draft) throws {
    try withStore([EveryType.self]) { store in
      let row = try store.writeSync(.everything) { db in try db.everyTypes.insert(draft) }
      #expect(try store.read(.everything) { db in try db.everyTypes.get(row.id) } == row)
    }
  }

  private func expectRefused(
    _ draft: EveryType.Draft, _ column: String, _ message: String, _ value: String,
    _ sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try withStore([EveryType.self]) { store in
      try store.writeSync(.everything) { db in
        let error = storeError(sourceLocation) { try db.everyTypes.insert(draft) }
        #expect(error?.code == .invalidValue, sourceLocation: sourceLocation)
        #expect(error?.table == "every_types" && error?.column == column, sourceLocation: sourceLocation)
        #expect(
          error?.message.contains(message) == true, "\(String(describing: error))", sourceLocation: sourceLocation)
        #expect(error?.value?.hasPrefix(value) == true, "\(String(describing: error))", sourceLocation: sourceLocation)
        // The transaction goes on.
        try db.everyTypes.insert(.init(short: "next"))
      }
      #expect(try store.read(.everything) { db in try db.everyTypes.count() } == 1, sourceLocation: sourceLocation)
    }
  }
}
