/// A value that is written out.
package enum Literal: Sendable {
  case null
  /// TRUE or FALSE; MySQL calculates with 1 and 0.
  case bool(Bool)
  /// `-?digits[.digits][e[-]digits]`: exact with or without a point, approximate with an exponent.
  case number(String)
  /// Text with its escapes resolved; `\%` and `\_` stay, as LIKE reads them.
  case text(String)
  /// A hexadecimal literal, which is a binary string.
  case bytes([UInt8])
}

/// The operators that compare two values.
package enum Comparison: String, CaseIterable, Hashable, Sendable {
  case equal = "="
  /// `<>`, also written `!=`.
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  /// `<=>`: never NULL, and true for two NULLs.
  case nullSafeEqual = "<=>"
}

extension Literal: Hashable {
  /// Texts are equal byte by byte: LIKE tells texts apart that Swift's `==` takes as canonically equivalent.
  package static func == (left: Literal, right: Literal) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.bytes(let left), .bytes(let right)): left == right
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let bool): hasher.combine(bool)
    case .number(let number): hasher.combine(number)
    case .text(let text): text.utf8.forEach { hasher.combine($0) }
    case .bytes(let bytes): hasher.combine(bytes)
    }
  }
}
