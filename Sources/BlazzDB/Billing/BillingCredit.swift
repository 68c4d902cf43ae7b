public import Foundation
public import TableStore

/// Money added to a workspace's account: a payment received, a refund, a bonus or a correction.
@Table("billing_credits", id: 27, scope: .workspace)
public struct BillingCredit {
  /// The primary key; the next number when none is given.
  public var id: ID<BillingCredit>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "billing_credits_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// Why it was added.
  @Column(.text) public var description: String
  /// How much was added, to four decimals.
  @Column(.decimal(19, 4)) public var amount: Decimal
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One credit by its UUID.
  public static let byUUID = Index.unique("billing_credits_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's credits.
  public static let byWorkspace = Index("billing_credits_workspace_id_index", id: 2, on: \.workspaceID)
}

extension Tables {
  /// What was added to the workspace's account.
  public var billingCredits: TableHandle<BillingCredit, Mode> { table() }
}
