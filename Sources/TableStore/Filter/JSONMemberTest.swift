internal import Foundation
internal import UnicodeText

/// What is asked of a member of a JSON column.
///
/// A member that is missing is NULL, as is one that is `null`. Strings compare code point by code point, letter case
/// included: MySQL's rule for JSON. Values of another kind than the one asked for are different, in no order to it.
struct JSONMemberTest: Hashable, Sendable {
  enum Question: Hashable, Sendable {
    case isNull
    case string(Comparison, String)
    case number(Comparison, Decimal)
    case bool(Bool)
    case like(LikeTest)
  }

  let path: JSONPath
  let question: Question
  var isNegated = false

  init(_ path: JSONPath, _ question: Question) { (self.path, self.question) = (path, question) }

  /// What is true where this is false; a missing member answers neither.
  var negated: JSONMemberTest {
    var test = self
    test.isNegated.toggle()
    return test
  }

  func isTrue(of text: UnsafeRawBufferPointer?) -> Bool {
    let value = text.flatMap { path.value(in: $0) } ?? .null
    if question == .isNull { return (value == .null) != isNegated }
    guard value != .null else { return false }
    return answer(value) != isNegated
  }

  private func answer(_ value: JSONScalar) -> Bool {
    switch (question, value) {
    case (.isNull, _): value == .null
    case (.string(let comparison, let asked), .string(let text)): comparison.holds(Self.order(text, asked))
    case (.string(let comparison, _), _), (.number(let comparison, _), .string), (.number(let comparison, _), .bool),
      (.number(let comparison, _), .container):
      comparison == .notEqual
    case (.number(let comparison, let asked), .number(let digits)):
      Decimal(string: digits, locale: nil).map { comparison.holds($0 < asked ? -1 : $0 > asked ? 1 : 0) } ?? false
    case (.bool(let asked), .bool(let bool)): asked == bool
    case (.like(let test), .string(let text)): test.parsed.matches(text.utf8Span.span.bytes) != test.isNegated
    default: false
    }
  }

  private static func order(_ left: String, _ right: String) -> Int {
    left == right && left.utf8.elementsEqual(right.utf8)
      ? 0 : left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? -1 : 1
  }
}
