internal import BlazzDB
internal import Foundation
internal import TableStore

extension TeamInvite: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(4_000, atLeast: 3) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<TeamInvite> {
    let rows = world.owned(TeamInvite.self)
    let workspace = rows.workspace(of: place)
    let sent = SampleClock.within(world.time(rows.part(of: place)) + pen.random.below(86_400))
    let isRecent = sent > SampleClock.end - 7 * 86_400
    let status: TeamInviteStatus =
      switch pen.random.below(100) {
      case 0..<62: .accepted
      case 62..<70: .declined
      default: isRecent ? .pending : .expired
      }
    let answered = SampleClock.within(sent + pen.random.below(3 * 86_400))
    let name = PersonName(&pen.random)
    let draft = TeamInvite.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace), email: pen.email(name, place),
      role: pen.random.permille(60) ? .owner : .manager, status: status,
      invitedBy: ID(place: world.people.owner(of: workspace)), token: pen.hex(40),
      expiresAt: Date(second: sent + 7 * 86_400), acceptedAt: status == .accepted ? Date(second: answered) : nil,
      createdAt: Date(second: sent), updatedAt: Date(second: status == .pending ? sent : answered))
    return SampleRow(draft: draft, workspace: workspace)
  }
}
