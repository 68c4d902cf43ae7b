/// Who works where. Each workspace has an owner, who is there before it; the others join one that is open.
struct PeopleShape {
  let count: Int
  private let workspaces: WorkspaceShape
  private let homes: [UInt32]
  private let members: Grouping

  init(count: Int, _ workspaces: WorkspaceShape, seed: UInt64) {
    precondition(count >= workspaces.count, "every workspace has an owner of its own")
    (self.count, self.workspaces) = (count, workspaces)
    let homes = (0..<count).map { place in
      var random = RowRandom(seed: seed &+ 1, table: 1, place: place)
      let part = WorkspaceShape.opening(Double(place) / Double(count))
      return UInt32(
        Self.owned(by: place, of: count, workspaces) ?? workspaces.draw(at: part, &random, evenly: true))
    }
    self.homes = homes
    members = Grouping(homes, count: workspaces.count)
  }

  /// The workspace that a user owns.
  private static func owned(by place: Int, of count: Int, _ workspaces: WorkspaceShape) -> Int? {
    Pairing(workspaces.count, among: count).partner(ofMany: place)
  }

  /// The part of the year after which a user signed up.
  func arrival(of place: Int) -> Double { WorkspaceShape.opening(Double(place) / Double(count)) }

  /// Whether a user owns the workspace in which he works.
  func isOwner(_ place: Int) -> Bool { Self.owned(by: place, of: count, workspaces) != nil }

  /// The user who owns a workspace.
  func owner(of workspace: Int) -> Int { Pairing(workspaces.count, among: count).partner(of: workspace) }

  /// The workspace in which a user works.
  func home(of place: Int) -> Int { Int(homes[place]) }

  /// Somebody who works in a workspace and was there after a part of the year.
  func agent(of workspace: Int, at part: Double = 1, _ random: inout RowRandom) -> Int {
    let place = members.member(random.below(members.count(of: workspace)), of: workspace)
    return arrival(of: place) <= part ? place : owner(of: workspace)
  }
}
