import Foundation
import TestSupport
import Testing

@testable import TableStore

@Suite struct GroupByDayTests {
  /// Against Foundation's calendar, on both sides of 1970 and of midnight.
  @Test func daysAreThoseOfTheCalendar() throws {
    var random = SeededRandom()
    let times: [Date?] = (0..<400).map { _ in
      random.chance(9)
        ? nil : Date(timeIntervalSince1970: Double(Int.random(in: -5 * 86_400...5 * 86_400, using: &random)))
    }
    let rows = times.map { EveryType.Draft(datetime: $0, colour: random.pick([nil, .red, .blue])) }
    try withStore([EveryType.self]) { store in
      try store.writeSync(.everything) { db in for row in rows { try db.everyTypes.insert(row) } }
      try store.read(.everything) { db in
        for hours in [0, 7, -5] {
          let days = rows.map { row in day(of: row.datetime, ahead: hours * 3_600) }
          let groups =
            hours == 0
            ? try db.everyTypes.group(by: \.datetime.day).count()
            : try db.everyTypes.group(by: \.datetime[dayAt: hours * 3_600]).count()
          let expected = Dictionary(grouping: days, by: \.self).mapValues(\.count)
          #expect(groups.count == expected.count, "seed \(random.seed)")
          for (day, count) in groups { #expect(count == expected[day?.description], "seed \(random.seed)") }
          #expect(groups.map(\.key?.description) == expected.keys.sorted { ($0 ?? "") < ($1 ?? "") })
        }
        let pairs = try db.everyTypes.group(by: \.datetime.day, \.colour).aggregate(.count, .max(\.datetime))
        #expect(pairs.reduce(0) { $0 + $1.values.0 } == rows.count)
        for ((day, colour), (count, latest)) in pairs {
          let group = rows.filter { self.day(of: $0.datetime, ahead: 0) == day?.description && $0.colour == colour }
          #expect(count == group.count, "seed \(random.seed)")
          #expect((latest ?? nil) == group.compactMap(\.datetime).max(), "seed \(random.seed)")
        }
      }
    }
  }

  /// Runs of index entries are counted as single rows would be, whichever way the terms stand, with NULLs and at midnight.
  @Test func runsAreCountedAsRowsAre() throws {
    var random = SeededRandom(for: "visits")
    let visits = (0..<500).map { _ in
      let time = 1_700_006_400 + random.pick([-86_400, 0, 86_400]) + random.pick([-1, 0, 1, 40_000, -25_200, -25_201])
      return Visit.Draft(
        kind: random.pick([nil, 1, 2]), at: random.chance(8) ? nil : Date(timeIntervalSince1970: Double(time)))
    }
    func expect(_ groups: [(key: (Int32?, CalendarDate?), count: Int)], ahead seconds: Int) {
      #expect(groups.reduce(0) { $0 + $1.count } == visits.count)
      for ((kind, date), count) in groups {
        let same = visits.filter { $0.kind == kind && day(of: $0.at, ahead: seconds) == date?.description }
        #expect(count == same.count)
      }
    }
    try withStore([Visit.self]) { store in
      try store.writeSync(.everything) { db in for visit in visits { try db.visits.insert(visit) } }
      try store.read(.everything) { db in
        try #expect(db.visits.group(by: \.kind, \.at.day).explainCount().accesses[0].isCovering)
        try expect(db.visits.group(by: \.kind, \.at.day).count(), ahead: 0)
        try expect(db.visits.group(by: \.kind, \.at[dayAt: 25_200]).count(), ahead: 25_200)
        try expect(db.visits.group(by: \.at.day, \.kind).count().map { (($0.key.1, $0.key.0), $0.count) }, ahead: 0)
        let kinds = try db.visits.group(by: \.kind).count()
        #expect(kinds.map(\.key) == [nil, 1, 2])
        #expect(kinds.map(\.count) == [nil, 1, 2].map { kind in visits.count { $0.kind == kind } })
        let days = try db.visits.where { $0.kind == 1 }.group(by: \.at.day).count()
        #expect(days.reduce(0) { $0 + $1.count } == visits.count { $0.kind == 1 })
        let times = try db.visits.group(by: \.at.day, \.at).count()
        #expect(times.reduce(0) { $0 + $1.count } == visits.count)
        #expect(times.count == Set(visits.map(\.at)).count)
      }
    }
  }

  private func day(of time: Date?, ahead seconds: Int) -> String? {
    guard let time else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: seconds)!
    let parts = calendar.dateComponents([.year, .month, .day], from: time)
    return [parts.year! + 10_000, parts.month! + 100, parts.day! + 100].map { "\($0)".dropFirst() }.joined(
      separator: "-")
  }

  /// A column that has no NULL gives days that are none either.
  @Test func aDayIsNeverNilWhereTheTimeIsNot() throws {
    try withStore([Appointment.self]) { store in
      try store.writeSync(.everything) { db in
        for hour in 0..<48 {
          try db.appointments.insert(.init(at: Date(timeIntervalSince1970: Double(hour) * 3_600), kind: hour % 2 == 0))
        }
      }
      try store.read(.everything) { db in
        let days: [CalendarDate] = try db.appointments.group(by: \.at.day).count().map(\.key)
        #expect(days == [CalendarDate(days: 0), CalendarDate(days: 1)])
        // From index entries alone, in an index that has a text too.
        let kinds = db.appointments.group(by: \.kind, \.at.day)
        #expect(try kinds.explainCount().accesses.first?.isCovering == true)
        #expect(try kinds.count().map(\.count) == [12, 12, 12, 12])
      }
    }
  }
}

@Table("appointments", id: 9)
private struct Appointment {
  var id: ID<Appointment>
  @Column(.datetime) var at: Date
  var kind: Bool
  static let byKind = Index("appointments_kind", id: 1, on: \.kind, \.at)
}

@Table("visits", id: 10)
private struct Visit {
  var id: ID<Visit>
  var kind: Int32?
  @Column(.datetime) var at: Date?
  static let byKind = Index("visits_kind", id: 1, on: \.kind, \.at)
}

extension Tables {
  fileprivate var visits: TableHandle<Visit, Mode> { table() }
  fileprivate var appointments: TableHandle<Appointment, Mode> { table() }
}
