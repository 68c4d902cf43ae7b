/// A condition on rows of one table, made of its columns in the closure of `where`.
///
/// ```swift
/// db.chats.where { $0.contactID == contact.id && ($0.status != .failed || $0.type == nil) }
/// ```
///
/// It has SQL's three-valued logic: a comparison with a column that is NULL is unknown, so is its negation, and only rows
/// of which the whole is true are found. `== nil` and `!= nil` ask for NULL itself.
public struct Condition<Row>: Hashable, Sendable {
  let filter: Filter

  init(_ filter: Filter) { self.filter = filter }

  /// True of every row.
  public static var always: Condition { Condition(.constant(true)) }

  /// Both.
  public static func && (left: Condition, right: Condition) -> Condition { Condition(left.filter.and(right.filter)) }

  /// At least one.
  public static func || (left: Condition, right: Condition) -> Condition { Condition(left.filter.or(right.filter)) }

  /// What is true where this is false; unknown stays unknown.
  public static prefix func ! (condition: Condition) -> Condition { Condition(condition.filter.negated) }
}
