/// How a column's value lies in a row.
public enum ColumnStorage: Hashable, Sendable {
  /// A little-endian integer of `width` bytes.
  case integer(width: Int, isSigned: Bool)
  /// A decimal as a little-endian `Int128`, scaled by the column's type.
  case decimal
  /// UTF-8; a canonical UUID in lower case is packed into 16 bytes.
  case text
  /// Bytes as they are.
  case bytes

  /// Bytes that the value takes in the row's fixed part; `nil` for variable ones.
  public var fixedWidth: Int? {
    switch self {
    case .integer(let width, _): width
    case .decimal: 16
    case .text, .bytes: nil
    }
  }
}

/// What a column holds when nothing is given.
public enum ColumnDefault: Hashable, Sendable {
  /// NULL where the column takes it, else an enumeration's first name; a value must be given otherwise.
  case none
  /// A literal, as SQL would write it without quotes.
  case literal(String)
  /// The time of the statement.
  case currentTimestamp
  /// A new random UUID. Ours: MySQL has no such default, applications fill it in.
  case uuid

  /// The default as SQL's `information_schema` shows it.
  public var sqlText: String? {
    switch self {
    case .none, .uuid: nil
    case .literal(let text): text
    case .currentTimestamp: "CURRENT_TIMESTAMP"
    }
  }
}

/// How text in a column compares.
public enum Collation: Hashable, Sendable {
  /// utf8mb4_unicode_ci.
  case unicodeCI
  /// utf8mb4_bin: by code point.
  case binary
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
