import Foundation
import Testing

@testable import TableStore

/// Conditions of many terms of mixed types in one closure: the compiler is to get through them in no time.
@Suite struct LongConditionTests {
  @Test func tenTermsOfMixedTypes() throws {
    let (now, uuid) = (Date(timeIntervalSince1970: 1_700_000_000), "9dc6757d-7a35-4297-8ddc-745521748086")
    let row = EveryType.Draft(
      flag: true, int8: 3, int64: 5, price: 7, timestamp: now, colour: .red, uuid: uuid, state: .open)
    try withRows([row, EveryType.Draft()]) { found in
      try #expect(
        found {
          $0.flag == true && $0.int8 > 2 && ($0.int64 != 9 || $0.uint32 == nil) && $0.price >= 6.5
            && $0.timestamp <= now && !($0.colour == .blue) && $0.uuid == uuid && $0.state.in([.open, "closed"])
            && ($0.text.isNil || $0.text.hasPrefix("a")) && $0.json["a.b"].isNil && $0.id < 2
        } == [1])
      try #expect(
        found {
          ($0.int8 == 1 || $0.int32 == 2 || $0.int64 == 3 || $0.price == 4 || $0.colour == .green)
            || ($0.short == "a" && $0.exact != "b" && $0.date > CalendarDate(days: 1) && $0.flag == false
              && $0.uint8 <= 4)
        } == [])
    }
  }
}
