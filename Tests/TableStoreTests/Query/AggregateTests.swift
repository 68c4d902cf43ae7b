import Foundation
import TestSupport
import Testing

@testable import TableStore

@Suite struct AggregateTests {
  private func withRows(_ drafts: [EveryType.Draft], _ body: (Tables<Reading>) throws -> Void) throws {
    try withStore([EveryType.self]) { store in
      try store.writeSync(.everything) { db in for draft in drafts { try db.everyTypes.insert(draft) } }
      try store.read(.everything) { db in try body(db) }
    }
  }

  private func decimal(_ text: String) -> Decimal { Decimal(string: text)! }

  @Test func sumsAreExactAndAveragesRoundHalfAwayFromZero() throws {
    let rows = ["0.01", "0.02", "0.02", nil].map { EveryType.Draft(price: $0.map(decimal)) }
    let negative = ["-0.01", "-0.02", "-0.02"].map { EveryType.Draft(price: decimal($0)) }
    try withRows(rows) { db in
      try #expect(db.everyTypes.sum(\.price) == decimal("0.05"))
      try #expect(db.everyTypes.average(\.price) == decimal("0.016667"))
    }
    try withRows(negative) { db in try #expect(db.everyTypes.average(\.price) == decimal("-0.016667")) }
    for sign in [Int32(1), -1] {
      let parts = (0..<32).map { EveryType.Draft(int32: $0 == 0 ? sign : 0) }
      try withRows(parts) { db in try #expect(db.everyTypes.average(\.int32) == decimal("0.0313") * Decimal(sign)) }
    }
    let wide = ["9999999999999999999999999999.9999999999", "0.0000000001"].map {
      EveryType.Draft(wideDecimal: decimal($0))
    }
    try withRows(wide) { db in
      try #expect(db.everyTypes.sum(\.wideDecimal) == decimal("10000000000000000000000000000"))
    }
  }

  @Test func leastAndLargestUnderTheCollation() throws {
    let rows: [EveryType.Draft] = [
      .init(short: "Zeta", blob: [2]), .init(short: "Ábel", blob: [1, 0]), .init(), .init(short: "beta", blob: [1]),
    ]
    try withRows(rows) { db in
      try #expect(db.everyTypes.min(\.short) == "Ábel")
      try #expect(db.everyTypes.max(\.short) == "Zeta")
      try #expect(db.everyTypes.min(\.blob) == [1])
      try #expect(db.everyTypes.min(\.int8) == nil)
      try #expect(db.everyTypes.where { $0.id > 99 }.max(\.short) == nil)
      try #expect(db.everyTypes.where { $0.id > 99 }.sum(\.int8) == nil)
    }
  }

  /// Against a computation with dictionaries.
  @Test func groupsAgreeWithAPlainComputation() throws {
    var random = SeededRandom()
    let rows: [EveryType.Draft] = (0..<300).map { _ in
      .init(
        flag: random.pick([nil, true, false]), int32: random.chance(4) ? nil : .random(in: -99...99, using: &random),
        price: random.chance(4) ? nil : Decimal(Int.random(in: -9_999...9_999, using: &random)) / 100,
        colour: random.pick([nil, .red, .green, .blue]))
    }
    try withRows(rows) { db in
      let byColour = Dictionary(grouping: rows, by: \.colour)
      let flagged = Aggregate<EveryType, Int>.count { $0.flag == true }
      let groups = try db.everyTypes.group(by: \.colour).aggregate(
        .count, .sum(\.price), .min(\.int32), .max(\.int32), flagged)
      let order: [Colour?] = [nil, .red, .green, .blue]
      #expect(groups.map(\.key) == order.filter { byColour[$0] != nil })
      for (colour, (count, sum, least, largest, flagged)) in groups {
        let group = byColour[colour] ?? []
        #expect(count == group.count)
        #expect(sum == group.compactMap(\.price).reduce(0, +))
        #expect((least ?? nil) == group.compactMap(\.int32).min())
        #expect((largest ?? nil) == group.compactMap(\.int32).max())
        #expect(flagged == group.count { $0.flag == true })
      }
      let pairs = try db.everyTypes.group(by: \.colour, \.flag).count()
      #expect(pairs.reduce(0) { $0 + $1.count } == 300)
      for ((colour, flag), count) in pairs { #expect(count == rows.count { $0.colour == colour && $0.flag == flag }) }
      let flags: [Bool?] = try db.everyTypes.distinct(\.flag)
      #expect(flags == [nil, false, true].filter { flag in rows.map(\.flag).contains(flag) })
      let (count, sum) = try db.everyTypes.orderedByKey().offset(250).aggregate(.count, .sum(\.int32))
      #expect(count == 50)
      #expect(sum == Decimal(rows[250...].compactMap(\.int32).reduce(0) { $0 + Int($1) }))
    }
  }
}
