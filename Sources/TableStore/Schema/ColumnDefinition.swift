/// One column of a table.
public struct ColumnDefinition: Sendable {
  /// The SQL name, in snake_case.
  public var name: String
  /// The SQL type.
  public var type: ColumnType
  /// Whether NULL is allowed.
  public var isNullable: Bool
  /// How the value lies in a row.
  public var storage: ColumnStorage
  /// What is stored when nothing is given.
  public var defaultValue: ColumnDefault
  /// Whether an update that leaves the column alone sets it to the current time.
  public var updatesTimestamp: Bool
  /// How its text compares.
  public var collation: Collation
  /// The table it points to, declared to SQL or not.
  public var reference: Reference?
}

extension ColumnDefinition {
  /// How values compare: JSON byte for byte, as MariaDB's `json` does.
  var textCollation: Collation { type == .json ? .binary : collation }
}

/// What `@Column` may say of a column beyond its Swift type.
public struct ColumnOptions: Sendable {
  var type: ColumnType?
  var defaultValue: ColumnDefault
  var updatesTimestamp: Bool
  var collation: Collation
  var references: (any Any.Type)?
  var foreignKey: String?
  var onDelete: ReferentialAction

  /// Options as `@Column` takes them; see there.
  public init(
    _ type: ColumnType? = nil, default defaultValue: ColumnDefault = .none, updatesTimestamp: Bool = false,
    collation: Collation = .unicodeCI, references: (any Any.Type)? = nil, foreignKey: String? = nil,
    onDelete: ReferentialAction = .restrict
  ) {
    self.type = type
    self.defaultValue = defaultValue
    self.updatesTimestamp = updatesTimestamp
    self.collation = collation
    self.references = references
    self.foreignKey = foreignKey
    self.onDelete = onDelete
  }
}
