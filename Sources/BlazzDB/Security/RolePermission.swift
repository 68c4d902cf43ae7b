public import TableStore

/// One thing that a role may do.
@Table("role_permissions", id: 54, scope: .inherited("role_id"))
public struct RolePermission {
  public var id: ID<RolePermission>
  @Column(foreignKey: "role_permissions_role_id_foreign", onDelete: .cascade) public var roleID: ID<Role>
  /// With what part of the application.
  @Column(.varchar(128)) public var module: PermissionModule
  /// What with it.
  @Column(.varchar(128)) public var action: PermissionAction

  /// A role's permissions.
  public static let byRole = Index("role_permissions_role_id_foreign", id: 1, on: \.roleID)
}

/// A part of the application that permissions speak of.
public struct PermissionModule: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The part stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let chats = Self("chats")
  public static let campaigns = Self("campaigns")
  public static let contacts = Self("contacts")
  public static let billing = Self("billing")
  public static let reports = Self("reports")
}

/// What a permission allows.
public struct PermissionAction: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The action stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let create = Self("create")
  public static let read = Self("read")
  public static let update = Self("update")
  public static let delete = Self("delete")
  /// Chats: to give them to an agent.
  public static let assign = Self("assign")
  public static let export = Self("export")
  public static let `import` = Self("import")
  /// Campaigns: to send them.
  public static let execute = Self("execute")
  /// Billing: to fetch an invoice as a file.
  public static let downloadInvoice = Self("download_invoice")
}

extension Tables {
  /// What the workspace's roles may do.
  public var rolePermissions: TableHandle<RolePermission, Mode> { table() }
}
