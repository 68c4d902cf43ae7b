public import Foundation
public import TableStore

/// Money added to a workspace's account: a payment received, a refund, a bonus or a correction.
@Table("billing_credits", id: 27, scope: .workspace)
public struct BillingCredit {
  public var id: ID<BillingCredit>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(foreignKey: "billing_credits_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// Why it was added.
  @Column(.text) public var description: String
  @Column(.decimal(19, 4)) public var amount: Decimal
  public var createdAt: Date?
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
