import TestSupport
import Testing

@testable import SampleData

/// Sizes, times and pairs, each against a count.
@Suite struct ShapeTests {
  /// The largest of 2,640 workspaces has an eighth of the contacts, which is 200,000 of 1,600,000.
  @Test func workspacesAreUneven() {
    let workspaces = WorkspaceShape(count: 2_640, seed: 1)
    let contacts = ContactShape(count: 160_000, workspaces, seed: 1)
    let sizes = (0..<2_640).map { contacts.count(of: $0) }.sorted(by: >)
    #expect(sizes.reduce(0, +) == 160_000)
    #expect((19_400...20_800).contains(sizes[0]), "\(sizes[0]) of 160,000")
    #expect(sizes[..<10].reduce(0, +) > 50_000)
    #expect(sizes[1_320] < 20)
  }

  /// Who is in a workspace is found both ways.
  @Test func groupsHoldWhatMembersSay() {
    var random = SeededRandom()
    let groups = (0..<1_000).map { _ in UInt32.random(in: 0..<37, using: &random) }
    let grouping = Grouping(groups, count: 37)
    for group in 0..<37 {
      let expected = groups.indices.filter { Int(groups[$0]) == group }
      #expect((0..<grouping.count(of: group)).map { grouping.member($0, of: group) } == expected)
      let limit = Int.random(in: 0...1_000, using: &random)
      #expect(grouping.count(of: group, below: limit) == expected.filter { $0 < limit }.count)
    }
  }

  @Test func eachOfAPairFindsTheOther() {
    for (few, many) in [(1, 1), (1, 9), (7, 9), (9, 9), (150, 2_580), (0, 5)] {
      let pairing = Pairing(few, among: many)
      var found = 0
      for place in 0..<many {
        guard let partner = pairing.partner(ofMany: place) else { continue }
        #expect(partner == found && pairing.partner(of: partner) == place)
        found += 1
      }
      #expect(found == few)
    }
  }

  @Test func aLotteryDrawsByWeight() {
    var random = SeededRandom()
    let weights = (0..<50).map { _ in Double.random(in: 0.01..<3, using: &random) }
    let lottery = Lottery(weights)
    var shares = [Double](repeating: 0, count: 50)
    for part in 0..<100_000 { shares[lottery.draw(Double(part) / 100_000)] += 1 / 100_000 }
    let sum = weights.reduce(0, +)
    for (share, weight) in zip(shares, weights) { #expect(abs(share - weight / sum) < 0.000_03) }
  }

  /// More work gets later; all of it is within the year, by day and on working days.
  @Test func timeHasARhythm() {
    let clock = SampleClock()
    let times = (0..<20_000).map { clock.time(Double($0) / 20_000) }
    #expect(times == times.sorted())
    #expect(times.allSatisfy { (SampleClock.start..<SampleClock.end).contains($0) })
    let hours = times.map { ($0 / 3_600 + 7) % 24 }
    let days = times.map { (($0 / 3_600 + 7) / 24 + 4) % 7 }  // 0 is Sunday: 1970 began on a Thursday.
    #expect(hours.filter { $0 < 6 }.count < 600)
    #expect(hours.filter { (8..<18).contains($0) }.count > 12_000)
    #expect(days.filter { $0 == 0 }.count * 2 < days.filter { $0 == 1 }.count + 200)
    #expect(Set(times.map { ($0 - SampleClock.start) / (30 * 86_400) }).count == 13)
  }

  /// Recipients are different contacts as long as there are enough.
  @Test func campaignsGoToContactsOfTheirWorkspace() {
    let world = SampleWorld(SampleScale(factor: 0.001), seed: 5)
    let campaigns = world.campaigns
    var next = 0
    for campaign in 0..<campaigns.count {
      let logs = campaigns.logs(of: campaign)
      #expect(logs.lowerBound == next)
      next = logs.upperBound
      let recipients = logs.map { campaigns.contact(of: $0, in: campaign) }
      #expect(logs.allSatisfy { campaigns.campaign(of: $0) == campaign })
      #expect(recipients.allSatisfy { world.contacts.workspace(of: $0) == campaigns.workspace(of: campaign) })
      let known = world.contacts.known(at: campaigns.beginning(of: campaign))
      #expect(recipients.allSatisfy { $0 < known })
      let audience = world.contacts.count(of: campaigns.workspace(of: campaign), among: known)
      #expect(Set(recipients).count == min(recipients.count, audience))
    }
    #expect(next == 25_800)
  }

  @Test func numbersAndTimesAreWritten() {
    var pen = Pen(RowRandom(seed: 1, table: 1, place: 1))
    for number in [0, 7, 10, 99, 1_234_567_890, Int.max / 10] {
      pen.write(number)
      #expect(pen.take() == "\(number)")
    }
    pen.write(42, digits: 5)
    #expect(pen.take() == "00042")
    pen.write(time: 1_759_708_799)
    #expect(pen.take() == "2025-10-05 23:59:59")
    pen.write(time: 951_782_400, between: "T", end: "Z")
    #expect(pen.take() == "2000-02-29T00:00:00Z")
    pen.write(phrase: "%d% of %o")
    #expect(pen.take().wholeMatch(of: /\d+% of ORD-\d+/) != nil)
  }
}
