/// A column's pointer to another table's primary key.
public struct Reference: Sendable {
  /// The Swift type behind the target table; resolved by the store when it opens.
  public var target: any Any.Type
  /// The foreign key's name; `nil` for a reference that the schema does not declare to SQL.
  public var foreignKey: String?
  /// What the foreign key asks for on erasure.
  public var onDelete: ReferentialAction

  /// The target table; `nil` for a type that is no table.
  public var schema: TableSchema? { (target as? any Table.Type)?.schema }
}

/// What happens to a row when the row that its foreign key names is erased.
public enum ReferentialAction: String, Hashable, Sendable {
  /// The erasure is refused.
  case restrict
  /// The row goes too.
  case cascade
  /// The column becomes NULL.
  case setNull = "set null"
}
