public import Foundation
public import TableStore

/// A seeder that put its rows in, so that it does so only once.
@Table("seeder_histories", id: 65)
public struct SeederHistory {
  /// The primary key; the next number when none is given.
  public var id: ID<SeederHistory>
  /// The seeder's name, unique.
  @Column(.varchar(255)) public var seederName: String
  /// When it put its rows in.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One seeder by its name.
  public static let byName = Index.unique("seeder_histories_seeder_name_unique", id: 1, on: \.seederName)
}

extension Tables {
  /// The seeders that put their rows in.
  public var seederHistories: TableHandle<SeederHistory, Mode> { table() }
}
