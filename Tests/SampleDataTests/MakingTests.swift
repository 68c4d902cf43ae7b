import BlazzDB
import TableStore
import Testing

@testable import SampleData

/// The rows follow from scale, seed and place alone.
@Suite struct MakingTests {
  private static let scale = 0.00003

  private func digests(seed: UInt64) throws -> [String: DigestSink.Digest] {
    var sink = DigestSink()
    try Sample(scale: Self.scale, seed: seed).pass(to: &sink)
    return sink.tables
  }

  @Test func oneSeedGivesTheSameRows() throws {
    let (first, again, other) = (try digests(seed: 7), try digests(seed: 7), try digests(seed: 8))
    #expect(first == again)
    #expect(first.keys.sorted() == Blazz.tables.map { $0.schema.name }.sorted())
    // A few tables are the same for everybody.
    let same = first.keys.filter { first[$0] == other[$0] }
    #expect(Set(same) == ["tax_rates", "settings", "seeder_histories", "migrations", "role_permissions"], "\(same)")
  }

  /// Each row is made by itself: parts in any order are what all rows in a row are.
  @Test func anyPartCanBeMadeAlone() throws {
    let sample = Sample(scale: Self.scale, seed: 3)
    var (whole, parts) = (PartSink(stride: .max), PartSink(stride: 7))
    try sample.pass(to: &whole)
    try sample.pass(to: &parts)
    for (name, rows) in whole.tables { #expect(parts.tables[name] == rows, "\(name)") }
  }

  @Test func countsFollowTheScale() throws {
    let counts = { (scale: Double) in
      Dictionary(
        uniqueKeysWithValues: Blazz.tables.map { table in
          (table.schema.name, (table as! any SampleTable.Type).sampleCount(SampleScale(factor: scale)))
        })
    }
    let full = counts(1)
    let documented = [
      "chats": 10_500_000, "campaign_logs": 25_800_000, "contacts": 1_600_000, "audit_logs": 8_200_000,
      "workspaces": 2_640, "users": 5_340, "campaigns": 52_100, "templates": 15_800,
    ]
    for (name, count) in documented { #expect(full[name] == count) }
    #expect((52_000_000..<53_000_000).contains(full.values.reduce(0, +)), "the document says 52M+")
    #expect(counts(0.001)["chats"] == 10_500)
    #expect(counts(0.000_000_1).values.allSatisfy { $0 > 0 })
  }

  @Test func othersAreMadeBehindThoseThatTheyReferTo() {
    let order = Sample.order.map { $0.schema }
    #expect(order.count == Blazz.tables.count)
    for (place, schema) in order.enumerated() {
      for (_, target) in schema.references where target !== schema {
        #expect(order.prefix(place).contains { $0 === target }, "\(schema.name) before \(target.name)")
      }
    }
  }
}

/// The rows of each table, made from the end in parts.
private struct PartSink: RowSink {
  let stride: Int
  var tables: [String: [String]] = [:]

  mutating func take<Row: SampleTable>(_ rows: SampleRows<Row>) throws {
    var texts = [String](repeating: "", count: rows.count)
    var end = rows.count
    while end > 0 {
      let start = max(0, stride == .max ? 0 : end - stride)
      var place = start
      rows.forEach(in: start..<end) { row in
        texts[place] = "\(row)"
        place += 1
      }
      end = start
    }
    tables[Row.schema.name] = texts
  }
}
