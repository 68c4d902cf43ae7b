/// Filters as SQL would write them: for `explain`, for the slow query log, and for the conditions of indexes.
extension Filter {
  /// - Parameter isNormalized: whether `?` stands for every value, so that questions of one shape look alike.
  func sqlText(_ schema: TableSchema, isNormalized: Bool = false) -> String {
    let printer = FilterPrinter(schema: schema, isNormalized: isNormalized)
    return printer.text(self, isNested: false)
  }
}

private struct FilterPrinter {
  let schema: TableSchema
  let isNormalized: Bool

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
      return "\(name(column)) \(test.isNegated ? "NOT " : "")LIKE \(value("'\(test.pattern.sqlQuoted)'"))"
    case .member(let column, let test): return member(column, test)
    case .computed(let computation):
      let text = text(computation.term)
      return computation.isNegated ? "NOT (\(text))" : isNested ? "(\(text))" : text
    case .exists(let test): return exists(test)
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
    let ranges = Array(set.ranges)
    let points = ranges.flatMap { $0.hasAtMost(16) ? Array($0) : [] }
    let isPoints = ranges.allSatisfy { $0.hasAtMost(16) }
    if isPoints && points.count <= 1_000 {
      if points.isEmpty { return "FALSE" }
      if points.count == 1 { return "\(name(column)) = \(value(shown(column, points[0])))" }
      return "\(name(column)) IN (\(value(points.map { shown(column, $0) }.joined(separator: ", "))))"
    }
    let parts = ranges.map { range -> String in
      let lower = range.lowerBound == .min ? nil : value(shown(column, range.lowerBound))
      let upper = range.upperBound == .max ? nil : value(shown(column, range.upperBound - 1))
      return bounded(column, lower.map { (">=", $0) }, upper.map { ("<=", $0) })
    }
    return either(parts, isNested)
  }

  private func texts(_ column: Int, _ set: RangeSet<KeyBytes>, _ isNested: Bool) -> String {
    let parts = set.ranges.map { range -> String in
      if range.upperBound == range.lowerBound.successor { return "\(name(column)) = \(value(key(range.lowerBound)))" }
      let lower = range.lowerBound <= .lowestValue ? nil : value(key(range.lowerBound))
      let upper = range.upperBound == .highest ? nil : value(key(range.upperBound))
      return bounded(column, lower.map { (">=", $0) }, upper.map { ("<", $0) })
    }
    if isNormalized && parts.count > 1 && Set(parts).count == 1 { return "\(name(column)) IN (?)" }
    return either(parts, isNested)
  }

  /// A text by its collation key, which is all that is left of it: letters in lower case, without accents.
  private func key(_ key: KeyBytes) -> String { "'\(KeyText.shown(key.bytes))'" }

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
      case .child(let column): "\(target.columns[column].name) = \(schema.name).\(schema.columns[schema.primaryKey].name)"
      case .parent(let column): "\(target.columns[target.primaryKey].name) = \(schema.name).\(name(column))"
      }
    let condition = test.filter == .constant(true) ? "" : " AND \(test.filter.sqlText(target, isNormalized: isNormalized))"
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
    case .bytes(let bytes): return value("0x" + bytes.map { String($0, radix: 16) }.joined())
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

extension String {
  /// The text between SQL's quotes.
  var sqlQuoted: String { reduce(into: "") { $0 += $1 == "'" ? "''" : $1 == "\\" ? "\\\\" : String($1) } }
}
