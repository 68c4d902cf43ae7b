import Foundation
import TableStore

/// A store that some writers write their commits to.
struct Ledger {
  let store: Store
  let writers: Int

  static let tables: [any Table.Type] = [Tenant.self, Account.self, Entry.self]
  static let tenant = Reach.tenant(1)

  static func account(_ writer: Int) -> ID<Account> { ID(UInt64(writer + 1)) }

  static func options(_ durability: StoreOptions.Durability) -> StoreOptions {
    var options = StoreOptions()
    options.durability = durability
    options.mapSizeBytes = 1 << 30
    return options
  }

  /// Opens the store, or makes it; the tenant and the accounts are put by one write.
  init(path: String, writers: Int, durability: StoreOptions.Durability = .full) throws {
    store = try Store(path: path, tables: Self.tables, options: Self.options(durability))
    self.writers = writers
  }

  /// Puts the tenant and the accounts, unless they are there.
  func prepare() throws {
    try store.writeSync(.everything) { db in
      guard try db.tenants.get(1) == nil else { return }
      try db.tenants.insert(.init(id: 1, name: "ledger"))
      for writer in 0..<writers {
        try db.accounts.insert(.init(id: Self.account(writer), workspaceID: 1, commits: 0, balance: 0))
      }
    }
  }

  func commit(_ writer: Int, _ number: Int) -> Commit { Commit(writer: writer, number: number, writers: writers) }

  /// How many commits a writer has made.
  func progress(of writer: Int) throws -> Int {
    try store.read(Self.tenant) { db in Int(try db.accounts.require(Self.account(writer)).commits) }
  }

  /// Writes a commit; the calling thread waits.
  func write(_ commit: Commit) throws { try store.writeSync(Self.tenant) { db in try commit.apply(db) } }

  /// Makes a commit's changes and then throws, so that nothing of them may be left.
  func writeAndThrow(_ commit: Commit) throws {
    do {
      try store.writeSync(Self.tenant) { db in
        try commit.apply(db)
        throw Abandoned()
      }
    } catch is Abandoned {}
  }

  /// The same two for tasks.
  func writeAsync(_ commit: Commit, andThrow: Bool = false) async throws {
    do {
      try await store.write(Self.tenant) { db in
        try commit.apply(db)
        if andThrow { throw Abandoned() }
      }
    } catch is Abandoned {}
  }
}

/// What a write throws to be undone.
struct Abandoned: Error {}
