import Foundation
import Testing

@testable import TableStore

/// Values that a column cannot hold, texts as the collation compares them, columns beside columns.
@Suite struct ConditionValueTests {
  private func decimal(_ text: String) -> Decimal { Decimal(string: text)! }

  @Test func decimalsWithMoreDigitsThanTheColumn() throws {
    let rows = ["-10.01", "-10.00", "0.00", "10.00", "10.01"].map { EveryType.Draft(price: decimal($0)) }
    try withRows(rows) { found in
      try #expect(found { $0.price > decimal("10.005") } == [5])
      try #expect(found { $0.price >= decimal("10.005") } == [5])
      try #expect(found { $0.price < decimal("10.005") } == [1, 2, 3, 4])
      try #expect(found { $0.price <= decimal("10.005") } == [1, 2, 3, 4])
      try #expect(found { $0.price == decimal("10.005") } == [])
      try #expect(found { $0.price != decimal("10.005") } == [1, 2, 3, 4, 5])
      try #expect(found { $0.price > decimal("-10.005") } == [2, 3, 4, 5])
      try #expect(found { $0.price < decimal("-10.005") } == [1])
      try #expect(found { $0.price == decimal("10.00000") } == [4])
      try #expect(found { $0.price < decimal("1e40") } == [1, 2, 3, 4, 5])
      try #expect(found { $0.price > decimal("1e40") } == [])
      try #expect(found { $0.price > decimal("-1e40") } == [1, 2, 3, 4, 5])
      try #expect(found { $0.price > decimal("1e-40") } == [4, 5])
      try #expect(found { $0.price == .nan } == [])
    }
  }

  @Test func timesBetweenSeconds() throws {
    let start = 1_700_000_000.0
    func time(_ seconds: Double) -> Date { Date(timeIntervalSince1970: start + seconds) }
    try withRows([EveryType.Draft(timestamp: time(0)), EveryType.Draft(timestamp: time(1))]) { found in
      try #expect(found { $0.timestamp > time(0.5) } == [2])
      try #expect(found { $0.timestamp >= time(0.5) } == [2])
      try #expect(found { $0.timestamp < time(0.5) } == [1])
      try #expect(found { $0.timestamp <= time(0.5) } == [1])
      try #expect(found { $0.timestamp == time(0.5) } == [])
      try #expect(found { $0.timestamp != time(0.5) } == [1, 2])
      try #expect(found { $0.timestamp.in([time(0.5), time(1)]) } == [2])
      for extreme in [Date.distantFuture, Date(timeIntervalSince1970: .infinity)] {
        try #expect(found { $0.timestamp < extreme } == [1, 2])
      }
      for extreme in [Date.distantPast, Date(timeIntervalSince1970: -.infinity)] {
        try #expect(found { $0.timestamp > extreme } == [1, 2])
      }
      try #expect(found { $0.timestamp == Date(timeIntervalSince1970: .nan) } == [])
      try #expect(found { $0.timestamp.like("2023-11-14%") } == [1, 2])
      try #expect(found { $0.timestamp.hasPrefix("2023-11-14 22:13:20") } == [1])
    }
  }

  @Test func textsAsTheCollationComparesThem() throws {
    let uuid = "9dc6757d-7a35-4297-8ddc-745521748086"
    let rows: [EveryType.Draft] = [
      .init(uuid: uuid, short: "straße", exact: "abc"), .init(uuid: uuid.uppercased(), short: "STRASSE ", exact: "ABC"),
      .init(uuid: "", short: "100%_\\", exact: "a_c"),
    ]
    try withRows(rows) { found in
      try #expect(found { $0.uuid == uuid.uppercased() } == [1, 2])
      try #expect(found { $0.uuid == uuid } == [1, 2])
      try #expect(found { $0.uuid.hasPrefix("9DC6") } == [1, 2])
      try #expect(found { $0.short == "Strasse" } == [1, 2])
      try #expect(found { $0.short.hasPrefix("STRA") } == [1, 2])
      try #expect(found { $0.short.contains("%_\\") } == [3])
      try #expect(found { $0.short.hasPrefix("100%") } == [3])
      try #expect(found { $0.short.like("100\\%%") } == [3])
      try #expect(found { $0.short.like("_tra%") } == [1, 2])
      try #expect(found { !$0.short.like("_tra%") } == [3])
      try #expect(found { $0.exact == "abc" } == [1])
      try #expect(found { $0.exact.like("a%") } == [1, 3])
      try #expect(found { $0.exact.contains("B") } == [2])
    }
  }

  @Test func othersAreLikeWhatSQLWrites() throws {
    let rows: [EveryType.Draft] = [
      .init(int32: 120, price: decimal("1.50"), date: CalendarDate(days: 0), colour: .red), .init(int32: -12), .init(),
    ]
    try withRows(rows) { found in
      try #expect(found { $0.int32.like("12%") } == [1])
      try #expect(found { $0.int32.contains("12") } == [1, 2])
      try #expect(found { !$0.int32.like("12%") } == [2])
      try #expect(found { $0.price.like("%.50") } == [1])
      try #expect(found { $0.date.hasPrefix("1970-01") } == [1])
      try #expect(found { $0.colour.hasPrefix("RE") } == [1])
    }
  }

  @Test func columnsBesideColumns() throws {
    let rows: [EveryType.Draft] = [
      .init(int8: 1, int32: 1, wideDecimal: decimal("1.5"), price: 2, short: "ß", text: "SS"),
      .init(int8: 1, int32: 2, wideDecimal: decimal("2.0"), price: 2, short: "a", text: "b"),
      .init(int8: 1, short: "c"),
    ]
    try withRows(rows) { found in
      try #expect(found { $0.int8 == $0.int32 } == [1])
      try #expect(found { $0.int8 != $0.int32 } == [2])
      try #expect(found { $0.int8 < $0.int32 } == [2])
      try #expect(found { $0.int8 <= $0.int32 } == [1, 2])
      try #expect(found { $0.wideDecimal < $0.price } == [1])
      try #expect(found { $0.wideDecimal >= $0.price } == [2])
      try #expect(found { $0.price > $0.int32 } == [1])
      try #expect(found { $0.short == $0.text } == [1])
      try #expect(found { !($0.short == $0.text) } == [2])
    }
  }

  /// Unknown is neither true nor false, however it is put together.
  @Test func unknownStaysUnknown() throws {
    try withRows([.init(int8: 1), .init()]) { found in
      try #expect(found { $0.int8 == 1 || $0.int32 == 1 } == [1])
      try #expect(found { !($0.int8 == 1 && $0.int32 == 1) } == [])
      try #expect(found { !($0.int8 == 2 && $0.int32 == 1) } == [1])
      try #expect(found { !($0.int32 == 1 || $0.int8 == 2) } == [])
      try #expect(found { !(!($0.int8 == 1)) } == [1])
      try #expect(found { _ in .always } == [1, 2])
      try #expect(found { _ in !.always } == [])
      try #expect(found { $0.id == 2 } == [2])
    }
  }
}
