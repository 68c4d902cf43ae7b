internal import Foundation
internal import SQLExpression

/// Turns a condition's syntax into a filter on a table's columns, with the meaning that MySQL gives it.
///
/// A comparison of a column with a literal that can be said as a set of the column's values becomes one, so that indexes
/// can answer it; everything else is computed row by row. The rules of which type two values are compared in are those of
/// MariaDB 10.11, found by experiment: docs/decisions.md, "Conditions mean what MariaDB takes them for".
struct SQLBinder {
  let schema: TableSchema
  let text: ExpressionText

  func filter(_ node: SyntaxNode) throws(ExpressionError) -> Filter {
    switch node.kind {
    case .literal(let literal): return .constant(Self.term(literal).truth)
    case .and(let parts): return .all(try filters(parts))
    case .or(let parts): return .any(try filters(parts))
    case .not(let operand): return try filter(operand).negated
    case .column(let name): return truth(of: try column(name, node.range))
    case .comparison(let comparison, let left, let right):
      guard let comparison = TableStore.Comparison(comparison) else { return try computed(node) }
      if case .column(let name) = left.kind, case .literal(let literal) = right.kind {
        return compare(try column(name, left.range), comparison, literal)
      }
      if case .literal(let literal) = left.kind, case .column(let name) = right.kind {
        return compare(try column(name, right.range), comparison.flipped, literal)
      }
      return try computed(node)
    case .isNull(let operand, let isNegated):
      guard case .column(let name) = operand.kind else { return try computed(node) }
      let ordinal = try column(name, operand.range)
      let filter: Filter = schema.columns[ordinal].isNullable ? .isNull(ordinal) : .constant(false)
      return isNegated ? filter.negated : filter
    case .among(let operand, let list, let isNegated):
      let literals = list.compactMap { if case .literal(let literal) = $0.kind { literal } else { nil } }
      guard case .column(let name) = operand.kind, literals.count == list.count else { return try computed(node) }
      let filter = among(try column(name, operand.range), literals)
      return isNegated ? filter.negated : filter
    case .between(let operand, let low, let high, let isNegated):
      guard case .column(let name) = operand.kind, case .literal(let low) = low.kind,
        case .literal(let high) = high.kind,
        let filter = between(try column(name, operand.range), low, high)
      else { return try computed(node) }
      return isNegated ? filter.negated : filter
    case .like(let operand, let pattern, let escape, let isNegated):
      guard case .column(let name) = operand.kind, case .literal(let literal) = pattern.kind,
        case .text(let pattern) = literal
      else { return try computed(node) }
      let ordinal = try column(name, operand.range)
      let column = schema.columns[ordinal]
      return .like(ordinal, LikeTest(pattern, escape: escape, isNegated: isNegated, column: column))
    }
  }

  private func filters(_ nodes: [SyntaxNode]) throws(ExpressionError) -> [Filter] {
    var filters: [Filter] = []
    for node in nodes { filters.append(try filter(node)) }
    return filters
  }

  /// The column with a name, or an error that offers the nearest one.
  func column(_ name: String, _ range: Range<Int>) throws(ExpressionError) -> Int {
    if let ordinal = schema.ordinal(of: name) { return ordinal }
    let names = schema.columns.map(\.name)
    let nearest = NearestName.nearest(name, among: names)
    throw text.failure(
      at: range.lowerBound, expected: "a column of \(schema.name)", found: "'\(text.excerpt(range))'",
      hint: nearest.map { "did you mean '\($0)'?" } ?? "there are \(names.joined(separator: ", "))")
  }

  private func computed(_ node: SyntaxNode) throws(ExpressionError) -> Filter {
    .computed(SQLComputation(try term(node)))
  }
}

// MARK: Sets of a column's values

extension SQLBinder {
  private func compare(_ ordinal: Int, _ comparison: TableStore.Comparison, _ literal: Literal) -> Filter {
    let column = schema.columns[ordinal]
    if case .null = literal { return .constant(nil) }
    if case .enumeration(let names) = column.type, case .text(let text) = literal {
      return .number(ordinal, Self.places(in: names) { comparison.holds(SQLScalar.order($0, text)) })
    }
    if let value = value(literal, column) { return .compare(ordinal, column, comparison, value) }
    return .computed(SQLComputation(ordinal, comparison, Self.term(literal)))
  }

  private func among(_ ordinal: Int, _ literals: [Literal]) -> Filter {
    let filters = literals.map { compare(ordinal, .equal, $0) }
    var numbers = RangeSet<Int128>()
    var texts = RangeSet<KeyBytes>()
    var others: [Filter] = []
    for filter in filters {
      switch filter {
      case .number(_, let set): numbers.formUnion(set)
      case .text(_, let set): texts.formUnion(set)
      default: others.append(filter)
      }
    }
    var parts: [Filter] = others
    if !numbers.ranges.isEmpty { parts.append(.number(ordinal, numbers)) }
    if !texts.ranges.isEmpty { parts.append(.text(ordinal, texts)) }
    // A list of nothing but impossible values still says nothing of a NULL column.
    if parts.isEmpty { return filters.first ?? .constant(false) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  /// BETWEEN compares all three as one type, which two literals of one kind leave no doubt about.
  private func between(_ ordinal: Int, _ low: Literal, _ high: Literal) -> Filter? {
    let column = schema.columns[ordinal]
    switch (low, high) {
    case (.text, .text), (.number, .number), (.null, .null), (.bool, .bool): break
    case (.null, _) where column.isMoment, (_, .null) where column.isMoment: break
    default: return nil
    }
    if case .number(let first) = low, case .number(let second) = high, column.storage == .text {
      _ = (first, second)
      return nil
    }
    return compare(ordinal, .greaterOrEqual, low).and(compare(ordinal, .lessOrEqual, high))
  }

  /// A bare column as a condition.
  private func truth(of ordinal: Int) -> Filter {
    switch schema.columns[ordinal].storage {
    case .integer, .decimal: .number(ordinal, RangeSet(.min..<Int128.max).subtracting(RangeSet(0..<1)))
    case .text, .bytes: .computed(SQLComputation(.column(ordinal)))
    }
  }

  /// A literal as a value that the column's own values compare with in their own order; `nil` where MySQL compares them
  /// as something else.
  private func value(_ literal: Literal, _ column: ColumnDefinition) -> StoredValue? {
    if column.isMoment { return moment(literal, column) }
    switch (column.storage, literal) {
    case (.text, .text(let text)): return .text(text)
    case (.bytes, .text(let text)): return .bytes(Array(text.utf8))
    case (.bytes, .bytes(let bytes)): return .bytes(bytes)
    case (.integer, .bool(let bool)), (.decimal, .bool(let bool)): return .scaled(bool ? 1 : 0, as: column)
    case (.integer, .number(let digits)), (.decimal, .number(let digits)): return number(digits, column)
    case (.integer, .text(let text)), (.decimal, .text(let text)):
      return number(SQLNumber.plain(SQLNumber.prefix(of: text)), column)
    default: return nil
    }
  }

  private func number(_ digits: String, _ column: ColumnDefinition) -> StoredValue? {
    if digits.contains(where: { $0 == "e" || $0 == "E" }) {
      // A double beside an integer: exact as long as doubles hold every integer.
      guard column.storage != .decimal, let double = Double(digits), abs(double) < 9e15 else { return nil }
      let floor = double.rounded(.down)
      return floor == double ? .number(Int128(floor)) : .above(Int128(floor))
    }
    let scale = if case .decimal(_, let scale) = column.type { scale } else { 0 }
    return StoredValue.decimal(digits, scale: scale) ?? (digits.hasPrefix("-") ? .number(.min + 1) : .number(.max - 2))
  }

  private func moment(_ literal: Literal, _ column: ColumnDefinition) -> StoredValue? {
    let moment: SQLMoment
    switch literal {
    case .null: return .null
    case .bool(let bool): moment = SQLMoment(number: bool ? 1 : 0)
    case .text(let text): moment = SQLMoment(text: text)
    case .bytes: return nil
    case .number(let digits):
      guard let number = SQLMoment(digits: digits) else { return nil }
      moment = number
    }
    // What cannot be read lies before every time.
    guard let (seconds, isExact) = moment.seconds else { return .above(.min + 2) }
    guard column.type == .date else { return isExact ? .number(Int128(seconds)) : .above(Int128(seconds)) }
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let floor = Int128(rest < 0 ? days - 1 : days)
    return isExact && rest == 0 ? .number(floor) : .above(floor)
  }

  private static func places(in names: [String], where holds: (String) -> Bool) -> RangeSet<Int128> {
    var set = RangeSet<Int128>()
    for (place, name) in names.enumerated() where holds(name) {
      set.insert(contentsOf: Int128(place + 1)..<Int128(place + 2))
    }
    return set
  }
}

extension ColumnDefinition {
  /// Whether values are times or dates.
  fileprivate var isMoment: Bool { type == .timestamp || type == .datetime || type == .date }
}

extension TableStore.Comparison {
  /// `nil` for `<=>`.
  init?(_ comparison: SQLExpression.Comparison) {
    switch comparison {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .nullSafeEqual: return nil
    }
  }
}
