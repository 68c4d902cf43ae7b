/// A question to one table: which rows, in which order, how many. It is a value, made without a store and sent where it is
/// needed.
///
/// ```swift
/// let unread = Chat.where { $0.type == .inbound && !$0.isRead }.order(by: \.createdAt, .descending).limit(50)
/// let chats = try shop.read { db in try db.query(unread).all() }
/// ```
public struct Query<Row: Table>: Hashable, Sendable {
  @usableFromInline var selection = Selection()
  /// The place that a page begins behind.
  @usableFromInline var cursor: PageCursor?

  /// All rows but those that are marked as deleted.
  @inlinable public init() {}
}

extension Query: QueryBuilding {
  /// This query, changed.
  @inlinable public func refined(_ change: (inout Query) -> Void) -> Query {
    var query = self
    change(&query)
    return query
  }

  /// Adds a condition; what it is made of stays in this module.
  @usableFromInline mutating func narrow(_ condition: Condition<Row>) { selection.narrow(condition.filter) }
}

extension Table {
  /// All rows of the table that are not marked as deleted.
  @inlinable public static var query: Query<Self> { Query() }

  /// The rows for which a condition is true.
  @inlinable public static func `where`(_ condition: (Columns) -> Condition<Self>) -> Query<Self> {
    query.where(condition)
  }
}
