internal import BlazzDB
internal import TableStore

extension RolePermission: SampleTable {
  typealias SamplePermission = (module: PermissionModule, action: PermissionAction)

  /// What the document gives to admins, agents and viewers.
  static let samplePermissions: [[SamplePermission]] = [
    list([
      (.chats, [.create, .read, .update, .delete, .export, .assign]),
      (.campaigns, [.create, .read, .update, .delete, .execute]),
      (.contacts, [.create, .read, .update, .delete, .import, .export]),
      (.billing, [.read, .update, .downloadInvoice]),
    ]),
    list([(.chats, [.create, .read, .update]), (.contacts, [.read, .update])]),
    list([(.chats, [.read]), (.reports, [.read, .export])]),
  ]
  private static let period = samplePermissions.reduce(0) { $0 + $1.count }

  private static func list(_ grants: [(PermissionModule, [PermissionAction])]) -> [SamplePermission] {
    var permissions: [SamplePermission] = []
    for (module, actions) in grants {
      for action in actions { permissions.append((module: module, action: action)) }
    }
    return permissions
  }

  static func sampleCount(_ scale: SampleScale) -> Int {
    Role.sampleCount(scale) / samplePermissions.count * period
  }

  static func sample(_ place: Int, _ world: SampleWorld, _: inout Pen) -> SampleRow<RolePermission> {
    var role = place / period * samplePermissions.count
    var number = place % period
    while number >= samplePermissions[role % samplePermissions.count].count {
      number -= samplePermissions[role % samplePermissions.count].count
      role += 1
    }
    let permission = samplePermissions[role % samplePermissions.count][number]
    let draft = RolePermission.Draft(
      id: ID(place: place), roleID: ID(place: role), module: permission.module, action: permission.action)
    return SampleRow(draft: draft, workspace: Role.sampleWorkspace(of: role, world))
  }
}
