internal import Foundation

/// How large the workspaces are and when they were opened: places, shares and parts of the year.
///
/// Sizes follow Zipf's law such that at scale 1 the largest of 2,640 has an eighth of all contacts, 200,000. Most
/// workspaces, and the largest, open early in the year. A place in the order of opening is the row's place too.
struct WorkspaceShape {
  private static let exponent = 1.0153
  /// The curve of openings: a third of the workspaces are there after a tenth of this part of the year.
  private static let first = 0.001
  private static let span = 0.85
  private static let bend = 2.2

  let count: Int
  /// By share of contacts, messages and requests.
  private let bySize: Lottery
  /// By share of what grows less than the contacts do: people, templates, invoices.
  private let byRoot: Lottery

  init(count: Int, seed: UInt64) {
    self.count = count
    var random = RowRandom(seed: seed, table: 0, place: 0)
    let large = max(1, count / 50)
    let order = (0..<count).map { rank in (rank: rank, opening: random.unit() * (rank < large ? 0.05 : 1)) }
      .sorted { ($0.opening, $0.rank) < ($1.opening, $1.rank) }
    let weights = order.map { pow(Double($0.rank + 1), -Self.exponent) }
    bySize = Lottery(weights)
    byRoot = Lottery(weights.map { $0.squareRoot() })
  }

  /// The part of the year after which a workspace is opened.
  func opening(of place: Int) -> Double { Self.opening(Double(place) / Double(count)) }

  /// When something of the same curve comes: people come as workspaces do, just before.
  static func opening(_ share: Double) -> Double { first + span * pow(share, bend) }

  /// How many workspaces are open after a part of the year.
  func open(at part: Double) -> Int {
    let share = pow(max(0, part - Self.first) / Self.span, 1 / Self.bend)
    return min(count, Int(share * Double(count)) + 1)
  }

  /// One of the workspaces that are open, by size.
  func draw(at part: Double, _ random: inout RowRandom, evenly: Bool = false) -> Int {
    let place = (evenly ? byRoot : bySize).draw(random.unit())
    let open = open(at: part)
    return place < open ? place : random.below(open)
  }
}
