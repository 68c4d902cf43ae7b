/// Filters as SQL would write them: for `explain`, for the slow query log, and for the conditions of indexes.
extension Filter {
  func sqlText(_ schema: TableSchema, _ style: FilterStyle = .shown) -> String {
    let printer = FilterPrinter(schema: schema, style: style)
    return printer.text(self, isNested: false)
  }
}

/// What a printed filter is for.
enum FilterStyle: Hashable, Sendable {
  /// To be read.
  case shown
  /// `?` stands for every value, so that questions of one shape look alike.
  case normalized
  /// Different filters look different: collation keys are shown byte by byte.
  case exact
}

private struct FilterPrinter {
  let schema: TableSchema
  let style: FilterStyle

  private var isNormalized: Bool { style == .normalized }

  func text(_ filter: Filter, isNested: Bool) -> String {
    switch filter {
    case .constant(let truth): return truth.map { $0 ? "TRUE" : "FALSE" } ?? "NULL"
    case .all(let filters): return joined(filters, " AND ", isNested)
    case .any(let filters): return joined(filters, " OR ", isNested)
    case .isNull(let column): return "\(name(column)) IS NULL"
    case .isPresent(let column): return "\(name(column)) IS NOT NULL"
    case .number(let column, let set): return numbers(column, set, isNested)
    case .text(let column, let set): return texts(column, set, isNested)
    case .like(let column, let test):
      let escape = style == .exact && test.escape != "\\" ? " ESCAPE '\(test.escape.map(String.init) ?? "")'" : ""
      return "\(name(column)) \(test.isNegated ? "NOT " : "")LIKE \(value("'\(test.pattern.sqlQuoted)'"))\(escape)"
    case .member(let column, let test): return member(column, test)
    case .computed(let computation):
      let text = text(computation.term)
      return computation.isNegated ? "NOT (\(text))" : isNested ? "(\(text))" : text
    case .exists(let test): return exists(test)
    case .matches(let test):
      let columns = schema.indexes.first { $0.id == test.index }?.parts.map { name($0.column) } ?? []
      let mode = test.mode == .boolean ? "BOOLEAN" : "NATURAL LANGUAGE"
      return "\(test.isNegated ? "NOT " : "")MATCH (\(columns.joined(separator: ", "))) "
        + "AGAINST (\(value("'\(test.text.sqlQuoted)'")) IN \(mode) MODE)"
    }
  }

  private func joined(_ filters: [Filter], _ word: String, _ isNested: Bool) -> String {
    guard !filters.isEmpty else { return word == " AND " ? "TRUE" : "FALSE" }
    let text = filters.map { self.text($0, isNested: true) }.joined(separator: word)
    return isNested && filters.count > 1 ? "(\(text))" : text
  }

  private func name(_ column: Int) -> String { schema.columns[column].name }

  private func value(_ text: @autoclosure () -> String) -> String { isNormalized ? "?" : text() }

  private func shown(_ column: Int, _ number: Int128) -> String {
    let definition = schema.columns[column]
    if case .decimal(_, let scale) = definition.type { return SQLText.decimal(number, scale: scale) }
    let text = definition.text(of: number)
    return Int128(text) == nil ? "'\(text)'" : text
  }

  private func numbers(_ column: Int, _ set: RangeSet<Int128>, _ isNested: Bool) -> String {
    let definition = schema.columns[column]
    return shaped(column, definition.shape(of: set), end: "<=", isNested) { shown(column, $0) }
  }

  private func texts(_ column: Int, _ set: RangeSet<KeyBytes>, _ isNested: Bool) -> String {
    shaped(column, set.shape, end: "<", isNested, key)
  }

  private func shaped<Value>(
    _ column: Int, _ shape: SetShape<Value>, end: String, _ isNested: Bool, _ show: (Value) -> String
  ) -> String {
    func list(_ values: [Value]) -> String { "(\(value(values.map(show).joined(separator: ", "))))" }
    switch shape {
    case .listed(let values):
      if values.isEmpty { return "FALSE" }
      return values.count == 1
        ? "\(name(column)) = \(value(show(values[0])))" : "\(name(column)) IN \(list(values))"
    case .excluded(let values):
      return values.count == 1
        ? "\(name(column)) <> \(value(show(values[0])))" : "\(name(column)) NOT IN \(list(values))"
    case .stretches(let stretches):
      let parts = stretches.map { stretch in
        bounded(column, stretch.from.map { (">=", value(show($0))) }, stretch.to.map { (end, value(show($0))) })
      }
      return either(parts, isNested)
    }
  }

  /// A text by its collation key, which is all that is left of it: letters in lower case, without accents.
  private func key(_ key: KeyBytes) -> String {
    style == .exact ? "0x" + key.bytes.hexadecimal : "'\(KeyText.shown(key.bytes))'"
  }

  private func bounded(_ column: Int, _ lower: (String, String)?, _ upper: (String, String)?) -> String {
    let parts = [lower, upper].compactMap(\.self).map { "\(name(column)) \($0.0) \($0.1)" }
    return parts.isEmpty ? "\(name(column)) IS NOT NULL" : parts.joined(separator: " AND ")
  }

  private func either(_ parts: [String], _ isNested: Bool) -> String {
    let text = parts.isEmpty ? "FALSE" : parts.joined(separator: " OR ")
    return isNested && parts.count > 1 ? "(\(text))" : text
  }

  private func member(_ column: Int, _ test: JSONMemberTest) -> String {
    let path = test.path.steps.map { Int($0) == nil ? ".\($0)" : "[\($0)]" }.joined()
    let left = "\(name(column)) ->> '$\(path)'"
    let text =
      switch test.question {
      case .isNull: "\(left) IS NULL"
      case .string(let comparison, let text): "\(left) \(comparison.sqlText) \(value("'\(text.sqlQuoted)'"))"
      case .number(let comparison, let number): "\(left) \(comparison.sqlText) \(value("\(number)"))"
      case .bool(let bool): "\(left) = \(value(bool ? "true" : "false"))"
      case .like(let like): "\(left) LIKE \(value("'\(like.pattern.sqlQuoted)'"))"
      }
    return test.isNegated ? "NOT (\(text))" : text
  }

  private func exists(_ test: ExistenceTest) -> String {
    let target = test.target
    let link =
      switch test.link {
      case .child(let column):
        "\(target.columns[column].name) = \(schema.name).\(schema.columns[schema.primaryKey].name)"
      case .parent(let column): "\(target.columns[target.primaryKey].name) = \(schema.name).\(name(column))"
      }
    let condition = test.filter == .constant(true) ? "" : " AND \(test.filter.sqlText(target, style))"
    return "\(test.isNegated ? "NOT " : "")EXISTS (SELECT 1 FROM \(target.name) WHERE \(link)\(condition))"
  }

  func text(_ term: SQLTerm) -> String {
    switch term {
    case .column(let column): return name(column)
    case .null: return value("NULL")
    case .integer(let integer): return value("\(integer)")
    case .decimal(let text): return value(text)
    case .double(let double): return value("\(double)")
    case .text(let text): return value("'\(text.sqlQuoted)'")
    case .bytes(let bytes): return value("0x" + bytes.hexadecimal)
    case .compare(let comparison, let left, let right):
      return "\(nested(left)) \(comparison.sqlText) \(nested(right))"
    case .same(let left, let right): return "\(nested(left)) <=> \(nested(right))"
    case .isNull(let term): return "\(nested(term)) IS NULL"
    case .among(let term, let list):
      let items = isNormalized ? "?" : list.map(text).joined(separator: ", ")
      return "\(nested(term)) IN (\(items))"
    case .between(let term, let low, let high): return "\(nested(term)) BETWEEN \(nested(low)) AND \(nested(high))"
    case .like(let term, let pattern, _): return "\(nested(term)) LIKE \(nested(pattern))"
    case .all(let terms): return terms.map(nested).joined(separator: " AND ")
    case .any(let terms): return terms.map(nested).joined(separator: " OR ")
    case .not(let term): return "NOT \(nested(term))"
    }
  }

  private func nested(_ term: SQLTerm) -> String {
    switch term {
    case .column, .null, .integer, .decimal, .double, .text, .bytes: text(term)
    default: "(\(text(term)))"
    }
  }
}

extension Comparison {
  /// The operator.
  var sqlText: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}

extension [UInt8] {
  /// Two digits a byte.
  fileprivate var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}

extension String {
  /// The text between SQL's quotes.
  var sqlQuoted: String {
    // By scalars: a quote is one character with a combining mark behind it.
    var quoted = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "'" || scalar == "\\" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return String(quoted)
  }
}
