import Foundation
import TableStore

/// The owner of everything that the harnesses write.
@Table("tenants", id: 1)
struct Tenant {
  var id: ID<Tenant>
  @Column(.varchar(50)) var name: String
}

/// What a writer has done so far: one row a writer.
@Table("accounts", id: 2, scope: .workspace)
struct Account: Equatable {
  var id: ID<Account>
  @Column(foreignKey: "accounts_workspace_foreign", onDelete: .cascade) var workspaceID: ID<Tenant>
  /// The number of its last commit.
  var commits: Int64
  /// What all writers' commits moved here; over all accounts the sum is 0.
  var balance: Int64

  static let byBalance = Index("accounts_balance", id: 1, on: \.balance)
}

/// A part of a commit: a writer's latest commits have their parts, older ones are erased.
@Table("entries", id: 3, scope: .workspace)
struct Entry: Equatable {
  var id: ID<Entry>
  @Column(foreignKey: "entries_workspace_foreign", onDelete: .cascade) var workspaceID: ID<Tenant>
  @Column(foreignKey: "entries_account_foreign", onDelete: .cascade) var accountID: ID<Account>
  var writer: Int32
  var number: Int64
  var part: Int32
  var amount: Int64
  @Column(.varchar(60)) var code: String
  @Column(.text) var text: String

  static let byCode = Index.unique("entries_code_unique", id: 1, on: \.code)
  static let byCommit = Index("entries_commit", id: 2, on: \.writer, \.number, \.part)
  static let byAmount = Index("entries_amount", id: 3, on: \.amount)
  static let words = Index.fulltext("entries_words", id: 4, on: \.text)
}

extension Tables {
  var tenants: TableHandle<Tenant, Mode> { table() }
  var accounts: TableHandle<Account, Mode> { table() }
  var entries: TableHandle<Entry, Mode> { table() }
}
