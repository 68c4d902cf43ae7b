public import Foundation

/// A column type that holds JSON text.
public protocol JSONColumnValue: ColumnValue {}

extension JSON: JSONColumnValue {}
extension Optional: JSONColumnValue where Wrapped: JSONColumnValue {}

extension Column where Value: JSONColumnValue {
  /// A member of the JSON: names of members and places in arrays, with points between them.
  ///
  /// ```swift
  /// db.chats.where { $0.metadata["content.text"].contains("invoice") && $0.metadata["buttons.0.type"] == "url" }
  /// ```
  public subscript(path: String) -> JSONMember<Row> { JSONMember(column: ordinal, path: JSONPath(path)) }
}

extension JSONMember: IndexPartConvertible {
  /// The member's text, for a full-text index.
  public var indexPart: IndexPart {
    IndexPart(column: column, prefix: nil, member: path.steps.joined(separator: "."))
  }
}

/// A member of a JSON column in a condition.
///
/// One that is missing, and one that is `null`, is NULL. Strings compare code point by code point, letter case included, as
/// JSON's strings do in MySQL.
public struct JSONMember<Row>: Sendable {
  let column: Int
  let path: JSONPath

  private func ask(_ question: JSONQuestion) -> Condition<Row> { ask(question.question) }

  private func ask(_ question: JSONMemberTest.Question) -> Condition<Row> {
    Condition(.member(column, JSONMemberTest(path, question)))
  }

  /// The member is this value.
  public static func == (member: JSONMember, value: some JSONComparable) -> Condition<Row> {
    member.ask(value.question(.equal))
  }

  /// The member is another value; one that is missing is not another one.
  public static func != (member: JSONMember, value: some JSONComparable) -> Condition<Row> { !(member == value) }

  /// The member lies below the value.
  public static func < (member: JSONMember, value: some JSONOrdered) -> Condition<Row> {
    member.ask(value.question(.less))
  }

  /// The member does not lie above the value.
  public static func <= (member: JSONMember, value: some JSONOrdered) -> Condition<Row> {
    member.ask(value.question(.lessOrEqual))
  }

  /// The member lies above the value.
  public static func > (member: JSONMember, value: some JSONOrdered) -> Condition<Row> {
    member.ask(value.question(.greater))
  }

  /// The member does not lie below the value.
  public static func >= (member: JSONMember, value: some JSONOrdered) -> Condition<Row> {
    member.ask(value.question(.greaterOrEqual))
  }

  /// The member is one of these values.
  public func `in`(_ values: some Sequence<some JSONComparable>) -> Condition<Row> {
    Condition(.any(values.map { ask($0.question(.equal)).filter }))
  }

  /// The member is a string that is LIKE the pattern.
  public func like(_ pattern: String) -> Condition<Row> { ask(.like(LikeTest(pattern))) }

  /// The member is a string that begins so, as LIKE compares.
  public func hasPrefix(_ prefix: String) -> Condition<Row> { like(LikeTest.escaping(prefix) + "%") }

  /// The member is a string that has this in it, as LIKE compares.
  public func contains(_ text: String) -> Condition<Row> { like("%" + LikeTest.escaping(text) + "%") }

  /// The member is missing or `null`.
  public var isNil: Condition<Row> { ask(.isNull) }
}

/// What a JSON member can be compared with.
public protocol JSONComparable {
  /// The comparison as the engine knows it.
  func question(_ comparison: Comparison) -> JSONQuestion
}

/// What has an order among JSON values: strings and numbers.
public protocol JSONOrdered: JSONComparable {}

/// A comparison with a JSON member; made by the values that can be compared.
public struct JSONQuestion {
  let question: JSONMemberTest.Question
}

extension String: JSONOrdered {
  /// As a string.
  public func question(_ comparison: Comparison) -> JSONQuestion { .init(question: .string(comparison, self)) }
}

extension Int: JSONOrdered {
  /// As a number.
  public func question(_ comparison: Comparison) -> JSONQuestion { .init(question: .number(comparison, Decimal(self))) }
}

extension Decimal: JSONOrdered {
  /// As a number.
  public func question(_ comparison: Comparison) -> JSONQuestion { .init(question: .number(comparison, self)) }
}

extension Double: JSONOrdered {
  /// As a number.
  public func question(_ comparison: Comparison) -> JSONQuestion {
    .init(question: .number(comparison, Decimal(string: "\(self)", locale: nil) ?? Decimal(self)))
  }
}

extension Bool: JSONComparable {
  /// As a truth value.
  public func question(_ comparison: Comparison) -> JSONQuestion { .init(question: .bool(self)) }
}
