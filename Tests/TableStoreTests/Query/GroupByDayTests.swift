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

extension Tables {
  fileprivate var appointments: TableHandle<Appointment, Mode> { table() }
}
