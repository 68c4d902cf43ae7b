internal import Foundation

/// Which contact belongs to which workspace, and when contacts came: eight bytes a contact, made once.
struct ContactShape {
  /// The curve of arrivals: half of the contacts are there after a third of the year.
  private static let first = 0.02
  private static let bend = 1.6

  let count: Int
  private let owners: [UInt32]
  private let byWorkspace: Grouping

  init(count: Int, _ workspaces: WorkspaceShape, seed: UInt64) {
    self.count = count
    owners = (0..<count).map { place in
      var random = RowRandom(seed: seed &+ 1, table: 4, place: place)
      return UInt32(workspaces.draw(at: Self.arrival(Double(place) / Double(count)), &random))
    }
    byWorkspace = Grouping(owners, count: workspaces.count)
  }

  private static func arrival(_ share: Double) -> Double { first + (1 - first) * pow(share, bend) }

  /// The part of the year after which a contact came.
  func arrival(of place: Int) -> Double { Self.arrival(Double(place) / Double(count)) }

  /// The place of the workspace that a contact belongs to.
  func workspace(of place: Int) -> Int { Int(owners[place]) }

  /// How many contacts there are after a part of the year: one at least.
  func known(at part: Double) -> Int {
    let share = pow(max(0, part - Self.first) / (1 - Self.first), 1 / Self.bend)
    return min(count, Int(share * Double(count)) + 1)
  }

  /// How many contacts a workspace has.
  func count(of workspace: Int) -> Int { byWorkspace.count(of: workspace) }

  /// How many of the first so many contacts belong to a workspace.
  func count(of workspace: Int, among known: Int) -> Int { byWorkspace.count(of: workspace, below: known) }

  /// A contact by its place in its workspace.
  func contact(_ place: Int, of workspace: Int) -> Int { byWorkspace.member(place, of: workspace) }

  /// A contact who is known after a part of the year. An eighth of the contacts writes more than all others.
  func draw(at part: Double, _ random: inout RowRandom) -> Int {
    let known = known(at: part)
    if known >= 8, random.permille(550) { return random.below(known / 8) * 8 }
    return random.below(known)
  }
}
