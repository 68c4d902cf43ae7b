public import Foundation
public import TableStore

/// Money taken from a workspace's account.
@Table("billing_debits", id: 28, scope: .workspace)
public struct BillingDebit {
  /// The primary key; the next number when none is given.
  public var id: ID<BillingDebit>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "billing_debits_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// Why it was taken.
  @Column(.text) public var description: String
  /// How much was taken, to four decimals.
  @Column(.decimal(19, 4)) public var amount: Decimal
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One debit by its UUID.
  public static let byUUID = Index.unique("billing_debits_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's debits.
  public static let byWorkspace = Index("billing_debits_workspace_id_index", id: 2, on: \.workspaceID)
}

extension Tables {
  /// What was taken from the workspace's account.
  public var billingDebits: TableHandle<BillingDebit, Mode> { table() }
}
