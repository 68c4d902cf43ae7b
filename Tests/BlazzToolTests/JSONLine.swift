import TestSupport

/// A scalar as it stands in JSON: a number keeps its digits.
enum JSONScalar: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)

  /// What the tool promises for a dump's value of a column type.
  init(_ value: String?, type: String) {
    guard let value else { self = .null; return }
    switch type {
    case "tinyint(1)": self = .bool(value != "0")
    case let type where type.prefixMatch(of: /(tiny|big|)int/) != nil: self = .number(value)
    default: self = .string(value)
    }
  }
}

/// An object without objects in it, its members in order: read by hand because other readers lose the order.
struct JSONLine: Equatable {
  var keys: [String] = []
  var values: [JSONScalar] = []

  /// Reads one line; `nil` when it is not exactly one flat object.
  init?(_ line: some StringProtocol) {
    var rest = Substring(line)[...]
    guard rest.popFirst() == "{" else { return nil }
    repeat {
      guard case .string(let key)? = Self.scalar(&rest), rest.popFirst() == ":", let value = Self.scalar(&rest)
      else { return nil }
      keys.append(key)
      values.append(value)
    } while Self.take(",", &rest)
    guard rest == "}" else { return nil }
  }

  /// The object that the tool promises for a dump's row.
  init(_ row: DumpedTable.Row, of table: DumpedTable) {
    keys = table.columns.map(\.name)
    values = zip(row.values, table.columns).map { JSONScalar($0, type: $1.type) }
  }

  /// A member's value.
  subscript(_ key: String) -> JSONScalar? { keys.firstIndex(of: key).map { values[$0] } }

  private static func take(_ text: String, _ rest: inout Substring) -> Bool {
    guard rest.utf8.starts(with: text.utf8) else { return false }
    rest = Substring(rest.utf8.dropFirst(text.utf8.count))
    return true
  }

  private static func scalar(_ rest: inout Substring) -> JSONScalar? {
    if take("null", &rest) { return .null }
    if take("true", &rest) { return .bool(true) }
    if take("false", &rest) { return .bool(false) }
    guard take("\"", &rest) else {
      let digits = rest.utf8.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
      rest = Substring(rest.utf8.dropFirst(digits.count))
      return digits.isEmpty ? nil : .number(String(digits) ?? "")
    }
    return string(&rest).map { .string($0) }
  }

  /// Reads on behind an opening quote, over the closing one.
  private static func string(_ rest: inout Substring) -> String? {
    var text = String.UnicodeScalarView()
    var scalars = rest.unicodeScalars
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"":
        rest = Substring(scalars)
        return String(text)
      case "\\":
        guard let escaped = scalars.popFirst() else { return nil }
        switch escaped {
        case "n": text.append("\n")
        case "r": text.append("\r")
        case "t": text.append("\t")
        case "u":
          // The tool escapes controls only, none of which is half of a pair.
          let hex = String(String.UnicodeScalarView(scalars.prefix(4)))
          guard let code = UInt32(hex, radix: 16), let unit = Unicode.Scalar(code) else { return nil }
          scalars = scalars.dropFirst(4)
          text.append(unit)
        case "\"", "\\", "/": text.append(escaped)
        default: return nil
        }
      default: text.append(scalar)
      }
    }
    return nil
  }
}
