public import TableStore

/// A change of the schema that was made, so that it is made only once.
@Table("migrations", id: 66)
public struct Migration {
  /// The primary key; the next number when none is given.
  @Column(.intUnsigned) public var id: ID<Migration>
  /// The change's name: 2024_01_01_000001_create_workspaces_table.
  @Column(.varchar(255)) public var migration: String
  /// Changes of one number were made, and are undone, together.
  public var batch: Int32
}

extension Tables {
  /// The changes of the schema that were made.
  public var migrations: TableHandle<Migration, Mode> { table() }
}
