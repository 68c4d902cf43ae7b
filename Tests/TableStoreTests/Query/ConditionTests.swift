import Foundation
import Testing

@testable import TableStore

/// Asks for the primary keys of rows for which a condition is true.
typealias Asking = ((EveryType.Columns) -> Condition<EveryType>) throws -> [UInt64]

/// A store with these rows, numbered from 1.
func withRows(_ drafts: [EveryType.Draft], _ body: (Asking) throws -> Void) throws {
  try withStore([EveryType.self]) { store in
    try store.writeSync(.everything) { db in for draft in drafts { try db.everyTypes.insert(draft) } }
    try store.read(.everything) { db in
      try body { condition in try db.everyTypes.where(condition).orderedByKey().ids().map(\.rawValue) }
    }
  }
}

/// Every operator over every type of column, and what SQL says of NULL.
@Suite struct ConditionTests {
  typealias Columns = EveryType.Columns

  /// Rows without a value, and with each of three values in order.
  private func check<Value: ColumnValue>(
    _ path: WritableKeyPath<EveryType.Draft, Value?>, _ column: KeyPath<Columns, Column<EveryType, Value?>>,
    _ values: [Value]
  ) throws {
    let drafts = ([nil] + values.map(Optional.some)).map { value in
      var draft = EveryType.Draft()
      draft[keyPath: path] = value
      return draft
    }
    try withRows(drafts) { found in
      let places = Array(values.indices)
      func ids(_ holds: (Int) -> Bool) -> [UInt64] { places.filter(holds).map { UInt64($0 + 2) } }
      for (place, value) in values.enumerated() {
        try #expect(found { $0[keyPath: column] == value } == ids { $0 == place })
        try #expect(found { $0[keyPath: column] != value } == ids { $0 != place })
        try #expect(found { !($0[keyPath: column] == value) } == ids { $0 != place })
        try #expect(found { $0[keyPath: column] < value } == ids { $0 < place })
        try #expect(found { $0[keyPath: column] <= value } == ids { $0 <= place })
        try #expect(found { $0[keyPath: column] > value } == ids { $0 > place })
        try #expect(found { !($0[keyPath: column] > value) } == ids { $0 <= place })
        try #expect(found { $0[keyPath: column] >= value } == ids { $0 >= place })
        try #expect(found { $0[keyPath: column].between(values[0], value) } == ids { $0 <= place })
        try #expect(found { $0[keyPath: column].in([value, values[0]]) } == ids { $0 == place || $0 == 0 })
        try #expect(found { $0[keyPath: column].in([value, nil]) } == ids { $0 == place })
        try #expect(found { !$0[keyPath: column].in([value, nil]) } == [])
        try #expect(found { !$0[keyPath: column].in([value]) } == ids { $0 != place })
      }
      try #expect(found { $0[keyPath: column] == nil } == [1])
      try #expect(found { $0[keyPath: column].isNil } == [1])
      try #expect(found { $0[keyPath: column] != nil } == ids { _ in true })
      try #expect(found { !$0[keyPath: column].isNil } == ids { _ in true })
      try #expect(found { $0[keyPath: column] < nil } == [])
      try #expect(found { $0[keyPath: column].in([Value]()) } == [])
    }
  }

  @Test func integers() throws {
    try check(\.flag, \.flag, [false, true])
    try check(\.int8, \.int8, [-128, 0, 127])
    try check(\.uint8, \.uint8, [0, 127, 255])
    try check(\.int32, \.int32, [.min, -1, .max])
    try check(\.uint32, \.uint32, [0, 1, .max])
    try check(\.int64, \.int64, [.min, 0, .max])
    try check(\.uint64, \.uint64, [0, 1 << 63, .max])
    try check(\.narrowID, \.narrowID, [1, 2, 3])
  }

  @Test func otherTypes() throws {
    try check(\.wideDecimal, \.wideDecimal, [-1, Decimal(string: "0.0000000001")!, 7])
    try check(\.price, \.price, [Decimal(string: "-10.01")!, Decimal(string: "-10")!, 3])
    try check(\.timestamp, \.timestamp, [1, 1_700_000_000, 2_147_483_647].map { Date(timeIntervalSince1970: $0) })
    try check(\.datetime, \.datetime, [-30_610_224_000, -1, 4e9].map { Date(timeIntervalSince1970: $0) })
    try check(\.date, \.date, [.earliest, CalendarDate(days: 0), .latest])
    try check(\.colour, \.colour, [.red, .green, .blue])
    try check(\.uuid, \.uuid, ["9dc6757d-7a35-4297-8ddc-745521748086", "9dc6757d-7a35-4297-8ddc-745521748087", "a"])
    try check(\.short, \.short, ["", "a", "Ö"])
    try check(\.text, \.text, [String(repeating: "x", count: 3_000), String(repeating: "x", count: 3_000) + "1", "Z"])
    try check(\.state, \.state, ["closed", .open, "pending"])
    try check(\.exact, \.exact, ["A", "B", "a"])
    try check(\.blob, \.blob, [[], [0], [0, 0]])
  }
}
