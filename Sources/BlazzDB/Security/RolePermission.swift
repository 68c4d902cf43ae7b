public import TableStore

/// One thing that a role may do.
@Table("role_permissions", id: 54, scope: .inherited("role_id"))
public struct RolePermission {
  /// The primary key; the next number when none is given.
  public var id: ID<RolePermission>
  /// The role that may do it; the permission is erased with the role.
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

  /// Messages.
  public static let chats = Self("chats")
  /// Messages to groups of contacts.
  public static let campaigns = Self("campaigns")
  /// The people whom a workspace writes with.
  public static let contacts = Self("contacts")
  /// Invoices and payments.
  public static let billing = Self("billing")
  /// Reports, to be read and exported.
  public static let reports = Self("reports")
}

/// What a permission allows.
public struct PermissionAction: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The action stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// To make new ones.
  public static let create = Self("create")
  /// To look at them.
  public static let read = Self("read")
  /// To change them.
  public static let update = Self("update")
  /// To delete them.
  public static let delete = Self("delete")
  /// Chats: to give them to an agent.
  public static let assign = Self("assign")
  /// To take them out as a file.
  public static let export = Self("export")
  /// Contacts: to bring them in from a file.
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
