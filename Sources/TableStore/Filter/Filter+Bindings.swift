internal import Foundation

/// The values of a query by name; a name that comes again gets a number.
struct Bindings {
  private var values: [String: JSONValue] = [:]

  /// Adds a value.
  mutating func add(_ name: String, _ value: JSONValue) {
    var (unused, number) = (name, 1)
    while values[unused] != nil {
      number += 1
      unused = "\(name)_\(number)"
    }
    values[unused] = value
  }

  /// The values as an object.
  var json: JSON<[String: JSONValue]> { (try? JSON(values)) ?? "{}" }
}

extension JSONValue {
  /// A whole number.
  static func integer(_ number: Int128) -> JSONValue { Decimal(string: "\(number)").map { .number($0) } ?? .null }
}

extension Filter {
  /// The values that the filter compares with, in the order in which `sqlText` has a `?` for each; a list is one value,
  /// and a stretch has two, of which the names end in `_from` and `_to`.
  func addBindings(_ schema: TableSchema, to bindings: inout Bindings, prefix: String = "") {
    func name(_ column: Int) -> String { prefix + schema.columns[column].name }
    switch self {
    case .constant, .isNull, .isPresent: break
    case .all(let filters), .any(let filters):
      for filter in filters { filter.addBindings(schema, to: &bindings, prefix: prefix) }
    case .number(let column, let set):
      let definition = schema.columns[column]
      bindings.add(name(column), definition.shape(of: set)) { definition.json($0) }
    case .text(let column, let set):
      bindings.add(name(column), set.shape) { .string(KeyText.shown($0.bytes)) }
    case .like(let column, let test): bindings.add(name(column), .string(test.pattern))
    case .member(let column, let test):
      let path = "\(name(column)).\(test.path.steps.joined(separator: "."))"
      switch test.question {
      case .isNull: break
      case .string(_, let text): bindings.add(path, .string(text))
      case .number(_, let number): bindings.add(path, .number(number))
      case .bool(let bool): bindings.add(path, .bool(bool))
      case .like(let like): bindings.add(path, .string(like.pattern))
      }
    case .computed(let computation): computation.term.addBindings(to: &bindings, prefix: prefix)
    case .matches(let test): bindings.add("search", .string(test.text))
    case .exists(let test): test.filter.addBindings(test.target, to: &bindings, prefix: "\(test.target.name).")
    }
  }
}

extension Bindings {
  /// More values of a list are not shown.
  private static let longestList = 100

  fileprivate mutating func add<Value>(_ name: String, _ shape: SetShape<Value>, _ json: (Value) -> JSONValue) {
    switch shape {
    case .listed(let values), .excluded(let values):
      if values.count == 1 { return add(name, json(values[0])) }
      guard !values.isEmpty else { return }
      let left = values.count - Self.longestList
      add(name, .array(values.prefix(Self.longestList).map(json) + (left > 0 ? [.string("… and \(left) more")] : [])))
    case .stretches(let stretches):
      for (from, to) in stretches {
        if let from { add("\(name)_from", json(from)) }
        if let to { add("\(name)_to", json(to)) }
      }
    }
  }
}

extension ColumnDefinition {
  /// A number of this column: decimals, times and names of an enumeration as strings.
  fileprivate func json(_ number: Int128) -> JSONValue {
    if case .decimal(_, let scale) = type { return .string(SQLText.decimal(number, scale: scale)) }
    if type == .bool, number == 0 || number == 1 { return .bool(number == 1) }
    let text = text(of: number)
    return Int128(text) == nil ? .string(text) : .integer(number)
  }
}

extension SQLTerm {
  /// The literals, in order.
  fileprivate func addBindings(to bindings: inout Bindings, prefix: String) {
    let name = "\(prefix)value"
    switch self {
    case .column: break
    case .null: bindings.add(name, .null)
    case .integer(let integer): bindings.add(name, .integer(integer))
    case .decimal(let text): bindings.add(name, .string(text))
    case .double(let double): bindings.add(name, .string("\(double)"))
    case .text(let text): bindings.add(name, .string(text))
    case .bytes(let bytes):
      bindings.add(name, .string("0x" + bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()))
    case .compare(_, let left, let right), .same(let left, let right), .like(let left, let right, _):
      for term in [left, right] { term.addBindings(to: &bindings, prefix: prefix) }
    case .isNull(let term), .not(let term): term.addBindings(to: &bindings, prefix: prefix)
    case .between(let term, let low, let high):
      for part in [term, low, high] { part.addBindings(to: &bindings, prefix: prefix) }
    case .among(let term, let list):
      term.addBindings(to: &bindings, prefix: prefix)
      for part in list { part.addBindings(to: &bindings, prefix: prefix) }
    case .all(let terms), .any(let terms): for term in terms { term.addBindings(to: &bindings, prefix: prefix) }
    }
  }
}
