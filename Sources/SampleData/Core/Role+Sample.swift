internal import BlazzDB
internal import Foundation
internal import TableStore

/// Three roles of the platform, and then three each of some workspaces.
extension Role: SampleTable {
  static let sampleNames = ["Admin", "Agent", "Viewer"]

  static func sampleCount(_ scale: SampleScale) -> Int { sampleNames.count * (1 + scale.rows(300)) }

  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Role> {
    let kind = place % sampleNames.count
    let workspace = sampleWorkspace(of: place, world)
    let created = workspace.map { world.time(world.workspaces.opening(of: $0)) } ?? SampleClock.start
    pen.write("[")
    for (number, permission) in RolePermission.samplePermissions[kind].enumerated() {
      pen.write(number > 0 ? ",\"" : "\"")
      pen.write(permission.module.rawValue)
      pen.write(".")
      pen.write(permission.action.rawValue)
      pen.write("\"")
    }
    pen.write("]")
    let draft = Role.Draft(
      id: ID(place: place), uuid: pen.random.uuid(), workspaceID: workspace.map { ID(place: $0) },
      name: sampleNames[kind], permissions: pen.takeJSON(), createdAt: Date(second: created),
      updatedAt: Date(second: created))
    return SampleRow(draft: draft, workspace: workspace)
  }

  /// Whose the role at a place is; `nil` for the platform's.
  static func sampleWorkspace(of place: Int, _ world: SampleWorld) -> Int? {
    let number = place / sampleNames.count
    return number == 0 ? nil : (number - 1) * 7 % world.workspaces.count
  }
}
