internal import BlazzDB
internal import Foundation
internal import TableStore

/// Everybody works where he signed up; some people work somewhere else too.
extension Team: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { User.sampleCount(scale) * 7 / 6 }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Team> {
    let people = world.people
    let isHome = place < people.count
    let user = isHome ? place : (place - people.count) * 6
    let home = people.home(of: user)
    let workspace = isHome ? home : (home + 1 + pen.random.below(world.workspaces.count - 1)) % world.workspaces.count
    let part = max(people.arrival(of: user), world.workspaces.opening(of: workspace))
    let joined = SampleClock.within(world.time(part) + pen.random.below(600))
    let changed = SampleClock.within(joined + pen.random.below(5_000_000))
    let isOwner = isHome && people.isOwner(user)
    let draft = Team.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace), userID: ID(place: user),
      role: isOwner ? .owner : .manager, status: !isOwner && pen.random.permille(40) ? .suspended : .active,
      createdBy: ID(place: people.owner(of: workspace)), createdAt: Date(second: joined),
      updatedAt: Date(second: changed),
      deletedAt: !isOwner && pen.random.permille(30) ? Date(second: changed) : nil)
    return SampleRow(draft: draft, workspace: workspace)
  }
}
