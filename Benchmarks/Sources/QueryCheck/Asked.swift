import BenchmarkSupport

/// Whom the questions are asked of: a thousand workspaces with enough rows for a full answer, drawn with replacement,
/// each as often as its rows say, as if every row had a reader.
struct Asked {
  static let count = 1_000
  var latestChats: [UInt64]
  var recentContacts: [UInt64]
  var namedContacts: [UInt64]
  var campaigns: [UInt64]
  /// The workspace of each of `campaigns`.
  var campaignWorkspaces: [UInt64]

  init(_ tally: Tally) {
    var generator = Generator(seed: 13)
    latestChats = Self.draw(tally.chats, atLeast: 50, &generator)
    recentContacts = Self.draw(tally.contacts, atLeast: 50, &generator)
    namedContacts = Self.draw(tally.named, atLeast: 20, &generator)
    campaigns = (0..<Self.count).map { _ in generator.next() % UInt64(tally.campaigns.count) + 1 }
    campaignWorkspaces = campaigns.map { tally.campaigns[Int($0) - 1] }
  }

  private static func draw(_ rows: [Int], atLeast least: Int, _ generator: inout Generator) -> [UInt64] {
    let least = min(least, rows.max() ?? 0)
    let sums = rows.reduce(into: [0]) { $0.append($0.last! + ($1 >= least ? $1 : 0)) }
    return (0..<count).map { _ in
      let row = Int(generator.next() % UInt64(sums.last!))
      var (low, high) = (0, rows.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if row < sums[middle + 1] { high = middle } else { low = middle + 1 }
      }
      return UInt64(low) + 1
    }
  }
}
