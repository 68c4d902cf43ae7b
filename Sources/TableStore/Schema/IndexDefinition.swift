/// An index of a table, without the table's type.
public struct IndexDefinition: Hashable, Sendable {
  /// What an index is for.
  public enum Kind: String, Hashable, Sendable {
    /// `plain`: to find and order rows. `unique`: takes each value once, NULL often. `fulltext`: to search by words.
    case plain, unique, fulltext
  }

  /// The key space in the table's named database, 1…0xEF. Written in every file: never reused, never changed.
  public var id: UInt8
  /// The SQL name.
  public var name: String
  /// What it is for.
  public var kind: Kind
  /// Its columns in order.
  public var parts: [IndexPart]
  /// The columns that CREATE TABLE names instead, where the two differ.
  public var ddlParts: [IndexPart]?
  /// Whether the index is this library's own: SQL's schema does not have it, and a store can be made without it.
  public var isOwn = false
  /// Whether the rows of all workspaces lie in one order, for those who ask across them; others do not use it.
  public var isAcross = false
  /// The condition of a partial index: only rows for which it is true are in it.
  var condition: Filter?

  /// The condition of a partial index, as SQL would write it; `nil` for an index of all rows.
  public func conditionText(in schema: TableSchema) -> String? { condition.map { $0.sqlText(schema) } }
}

/// An index of the table `Row`; `Row.Index` is short for it.
///
/// ```swift
/// static let timeline = Index("idx_chat_timeline", id: 5, on: \.workspaceID, \.createdAt)
/// static let byUUID = Index.unique("chats_uuid_unique", id: 1, on: \.uuid)
/// static let byName = Index("idx_first_name", id: 3, on: \.firstName[prefix: 10])
/// ```
public struct TableIndex<Row: Table>: Sendable {
  /// Name, id, kind and columns.
  public let definition: IndexDefinition

  /// A plain index.
  ///
  /// - Parameters:
  ///   - name: the SQL name.
  ///   - id: the index's number in the file, never used again for another one.
  ///   - parts: its columns in order.
  ///   - ddlParts: the columns that CREATE TABLE names instead, where the two differ.
  public init(
    _ name: String, id: UInt8, on parts: PartialKeyPath<Row.Columns>..., ddl ddlParts: PartialKeyPath<Row.Columns>...
  ) {
    var definition = Self.define(name, id, .plain, parts)
    if !ddlParts.isEmpty { definition.ddlParts = Self.resolve(ddlParts, name) }
    self.definition = definition
  }

  /// An index by what is known of it.
  init(_ definition: IndexDefinition) { self.definition = definition }

  /// An index that keeps its values distinct, NULLs aside.
  public static func unique(_ name: String, id: UInt8, on parts: PartialKeyPath<Row.Columns>...) -> Self {
    Self(define(name, id, .unique, parts))
  }

  /// An index that SQL's schema lacks: it serves questions that the schema's own cannot answer, and a store can be made
  /// without it (`StoreOptions.ownIndexes`).
  ///
  /// - Parameters:
  ///   - name: the name; `own_` stands in front of those of the CRM.
  ///   - id: the index's number in the file, never used again for another one.
  ///   - parts: its columns in order.
  ///   - isAcross: whether it is for reads across all workspaces (`Blazz.system`), and for no others.
  ///   - condition: what must be true of a row to be in the index; a query uses it when its own conditions say so too.
  ///     Rows without an entry cost nothing.
  public static func own(
    _ name: String, id: UInt8, on parts: PartialKeyPath<Row.Columns>..., across isAcross: Bool = false,
    where condition: Condition<Row>? = nil
  ) -> Self {
    var definition = define(name, id, .plain, parts)
    definition.isOwn = true
    definition.isAcross = isAcross
    definition.condition = condition?.filter
    return Self(definition)
  }

  /// An index of the words of its columns.
  public static func fulltext(_ name: String, id: UInt8, on parts: PartialKeyPath<Row.Columns>...) -> Self {
    Self(define(name, id, .fulltext, parts))
  }

  /// An index of words that SQL's schema lacks; a store has it only where `StoreOptions.ownIndexes` names it.
  public static func ownFulltext(_ name: String, id: UInt8, on parts: PartialKeyPath<Row.Columns>...) -> Self {
    var definition = define(name, id, .fulltext, parts)
    definition.isOwn = true
    return Self(definition)
  }

  private static func define(
    _ name: String, _ id: UInt8, _ kind: IndexDefinition.Kind, _ parts: [PartialKeyPath<Row.Columns>]
  ) -> IndexDefinition {
    precondition((1...KeySpace.lastIndex).contains(id), "index \(name): an index id is 1…\(KeySpace.lastIndex)")
    return IndexDefinition(id: id, name: name, kind: kind, parts: resolve(parts, name))
  }

  private static func resolve(_ parts: [PartialKeyPath<Row.Columns>], _ index: String) -> [IndexPart] {
    let columns = Row.columns
    return parts.map { part in
      guard let column = columns[keyPath: part] as? any IndexPartConvertible else {
        preconditionFailure("index \(index): \(part) is no column")
      }
      return column.indexPart
    }
  }
}
