/// A column of table `Row` that holds values of type `Value`.
///
/// `@Table` makes one for each property and gathers them in `Row.Columns`. It is a number and the address of a
/// description that is never freed, so that conditions are written without counting references.
public struct Column<Row, Value: ColumnValue>: @unchecked Sendable {
  private final class Description: Sendable {
    let definition: ColumnDefinition
    init(_ definition: ColumnDefinition) { self.definition = definition }
  }

  /// The column's place in the table, from 0.
  public let ordinal: Int
  private let description: Unmanaged<Description>

  /// Its SQL name, type, limits and default.
  public var definition: ColumnDefinition { description._withUnsafeGuaranteedRef { $0.definition } }

  /// Describes the column at `ordinal`.
  public init(_ name: String, _ ordinal: Int, _ options: ColumnOptions = .init()) {
    guard let type = options.type ?? Value.defaultColumnType else {
      preconditionFailure("column \(name) needs its SQL type: @Column(.varchar(255))")
    }
    self.ordinal = ordinal
    let definition = ColumnDefinition(
      name: name, type: type, isNullable: Value.isNullable, storage: Value.storage,
      defaultValue: options.defaultValue, updatesTimestamp: options.updatesTimestamp, collation: options.collation,
      reference: (options.references ?? Value.referencedTable).map {
        Reference(target: $0, foreignKey: options.foreignKey, onDelete: options.onDelete)
      })
    description = .passRetained(Description(definition))
  }

  /// The first `length` characters of the column, for an index: MySQL's `column(length)`. What the collation does not
  /// see is not counted, "ß" counts as "ss".
  public subscript(prefix length: Int) -> IndexPart { IndexPart(column: ordinal, prefix: length) }
}

/// A column's part in an index.
public struct IndexPart: Hashable, Sendable {
  /// The column's ordinal.
  public var column: Int
  /// How many characters are indexed, as the collation sees them; `nil` for all.
  public var prefix: Int?
  /// The member of a JSON column whose text is indexed, for a full-text index; `nil` for the column itself.
  public var member: String?
}

/// What an index may be made of: a column, or a prefix of one.
public protocol IndexPartConvertible {
  /// The part it stands for.
  var indexPart: IndexPart { get }
}

extension Column: IndexPartConvertible {
  /// The whole column.
  public var indexPart: IndexPart { IndexPart(column: ordinal) }
}

extension IndexPart: IndexPartConvertible {
  /// Itself.
  public var indexPart: IndexPart { self }
}
