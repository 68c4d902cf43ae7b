public import Foundation
public import TableStore

/// One entry of a workspace's ledger. The sum of its amounts is the workspace's balance.
@Table("billing_transactions", id: 29, scope: .workspace)
public struct BillingTransaction {
  /// The primary key; the next number when none is given.
  public var id: ID<BillingTransaction>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "billing_transactions_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// What is entered, and so the table that `entityID` points into.
  public var entityType: BillingEntityType
  /// The row of the table that `entityType` names.
  public var entityID: Int32
  /// What the entry is for, in words.
  @Column(.text) public var description: String
  /// Above 0 for payments and credits, below 0 for invoices and debits.
  @Column(.decimal(19, 4)) public var amount: Decimal
  /// Who made the entry.
  @Column(.int) public var createdBy: ID<User>
  /// When it was entered.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One entry by its UUID.
  public static let byUUID = Index.unique("billing_transactions_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's entries.
  public static let byWorkspace = Index("billing_transactions_workspace_id_index", id: 2, on: \.workspaceID)
  /// The entries of one payment, invoice, credit or debit.
  public static let byEntity = Index(
    "billing_transactions_entity_type_index", id: 3, on: \.entityType, \.entityID)
  /// A workspace's ledger by time.
  public static let ledger = Index.own("own_billing_transactions_time", id: 0x80, on: \.workspaceID, \.createdAt)
}

/// What an entry of the ledger stands for.
public enum BillingEntityType: String, EnumColumnValue {
  /// A row of `billing_payments`.
  case payment
  /// A row of `billing_invoices`.
  case invoice
  /// A row of `billing_credits`.
  case credit
  /// A row of `billing_debits`.
  case debit
}

extension Tables {
  /// The workspace's ledger.
  public var billingTransactions: TableHandle<BillingTransaction, Mode> { table() }
}
