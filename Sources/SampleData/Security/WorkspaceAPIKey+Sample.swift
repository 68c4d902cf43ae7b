internal import BlazzDB
internal import Foundation
internal import TableStore

extension WorkspaceAPIKey: SampleTable {
  static func sampleCount(_ scale: SampleScale) -> Int { scale.rows(2_900, atLeast: 3) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<WorkspaceAPIKey> {
    let rows = world.owned(WorkspaceAPIKey.self)
    let workspace = rows.workspace(of: place)
    let made = world.time(rows.part(of: place))
    let owner = world.people.owner(of: workspace)
    let isDeleted = pen.random.permille(120)
    let used = SampleClock.within(made + pen.random.below(20_000_000))
    let draft = WorkspaceAPIKey.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: ID(place: workspace),
      name: pen.random.pick(["Production", "Webhook", "Zapier", "Website", "Testing"]), keyHash: pen.hex(64),
      permissions: pen.random.pick([#"["contacts.read","messages.send"]"#, #"["*"]"#, #"["contacts.read"]"#]),
      lastUsedAt: pen.random.permille(800) ? Date(second: used) : nil,
      expiresAt: pen.random.permille(300) ? Date(second: made + 365 * 86_400) : nil, createdBy: ID(place: owner),
      deletedBy: isDeleted ? ID(place: owner) : nil, createdAt: Date(second: made), updatedAt: Date(second: used),
      deletedAt: isDeleted ? Date(second: used) : nil)
    return SampleRow(draft: draft, workspace: workspace)
  }
}
