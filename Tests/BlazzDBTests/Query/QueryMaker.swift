import TestSupport

@testable import TableStore

/// What is asked of a table.
struct QueryQuestion {
  var predicate: QueryPredicate
  var order: [OrderTerm]
  /// Whether rows may come in any order.
  var isUnordered: Bool
  var tieDirection: Direction?
  var limit = Int.max
  var offset = 0
  var includesDeleted: Bool
  var reach: Reach
  var index: UInt8?
  var preference: AccessPreference?
}

/// Makes up questions: mostly about indexed columns and about values that occur.
struct QueryMaker {
  var random: SeededRandom

  mutating func question(_ table: QueryTable) -> QueryQuestion {
    let schema = table.schema
    let indexes = schema.maintained
    let index = indexes.isEmpty || random.chance(6) ? nil : random.pick(indexes)
    var columns = index.map { $0.parts.map(\.column) } ?? [schema.primaryKey]
    if let scope = schema.layout.scopeInKey, columns.isEmpty || random.chance(8) { columns.insert(scope, at: 0) }
    if columns.isEmpty { columns = [schema.primaryKey] }
    var question = QueryQuestion(
      predicate: predicate(table, columns), order: order(table, columns), isUnordered: true,
      includesDeleted: random.chance(3), reach: random.chance(3) ? .everything : .tenant(number(1..<4)))
    question.isUnordered = question.order.isEmpty && random.chance(2)
    if random.chance(4) { question.tieDirection = random.chance(2) ? .ascending : .descending }
    if random.chance(3) { question.limit = random.chance(12) ? 0 : Int(number(1..<30)) }
    if random.chance(5) { question.offset = Int(number(1..<20)) }
    if let condition = index?.condition, random.chance(2), let known = predicate(condition, table) {
      question.predicate = .all([question.predicate, known])
    }
    switch number(0..<12) {
    case 0: question.index = indexes.isEmpty ? nil : random.pick(indexes).id
    case 1, 2: prefer(.union, &question, table)
    case 3, 4: prefer(.intersection, &question, table)
    case 5, 6: prefer(.skipping, &question, table)
    case 7: prefer(.merging, &question, table)
    default: break
    }
    return question
  }

  private mutating func number(_ range: Range<UInt64>) -> UInt64 { UInt64.random(in: range, using: &random) }

  /// Mostly one of an index's columns, else any.
  private mutating func column(_ table: QueryTable, _ likely: [Int]) -> Int {
    random.chance(4) ? Int.random(in: 0..<table.schema.columns.count, using: &random) : random.pick(likely)
  }

  private mutating func order(_ table: QueryTable, _ likely: [Int]) -> [OrderTerm] {
    let direction: Direction = random.chance(2) ? .ascending : .descending
    switch number(0..<8) {
    case 0, 1: return []
    case 2, 3: return likely.map { OrderTerm($0, direction) }
    case 4: return likely.dropFirst(likely.count > 1 ? 1 : 0).map { OrderTerm($0, direction) }
    case 5: return likely.map { OrderTerm($0, random.chance(2) ? .ascending : .descending) }
    case 6: return [OrderTerm(table.schema.primaryKey, direction)]
    default:
      return (0..<number(1..<4)).map { _ in
        OrderTerm(column(table, likely), random.chance(2) ? .ascending : .descending)
      }
    }
  }
}

// MARK: Predicates

extension QueryMaker {
  private mutating func predicate(_ table: QueryTable, _ likely: [Int]) -> QueryPredicate {
    switch number(0..<16) {
    case 0: return .all([])
    case 1, 2: return leaf(table, random.pick(likely), likely)
    case 3, 4:
      // Leading columns held to one value each: what an index is made for.
      let count = Int(number(1..<UInt64(likely.count) + 1))
      return .all(likely.prefix(count).map { .compare($0, .equal, literal(table, $0)) } + [leaf(table, likely)])
    case 5, 6: return .any((0..<number(2..<4)).map { _ in leaf(table, likely) })
    case 7: return .all([.any([leaf(table, likely), leaf(table, likely)]), leaf(table, likely)])
    case 8: return .any([.all([leaf(table, likely), leaf(table, likely)]), leaf(table, likely)])
    case 9: return .not(.any([leaf(table, likely), .all([leaf(table, likely), leaf(table, likely)])]))
    case 10: return .all([.not(leaf(table, likely)), leaf(table, likely)])
    default: return .all((0..<number(1..<5)).map { _ in leaf(table, likely) })
    }
  }

  mutating func leaf(_ table: QueryTable, _ likely: [Int]) -> QueryPredicate {
    leaf(table, column(table, likely), likely)
  }

  mutating func leaf(_ table: QueryTable, _ column: Int, _ likely: [Int]) -> QueryPredicate {
    switch number(0..<24) {
    case 0..<7: return .compare(column, .equal, literal(table, column))
    case 7..<9:
      return .among(column, (0..<number(0..<5)).map { _ in literal(table, column) } + [literal(table, column)])
    case 9, 10: return .between(column, literal(table, column), literal(table, column))
    case 11..<13 where table.schema.columns[column].storage != .bytes: return .like(column, pattern(table, column))
    case 13, 14: return .isNull(column)
    case 15: return .not(.isNull(column))
    case 16: return pair(table, likely) ?? .isNull(column)
    default:
      let comparisons: [Comparison] = [.less, .lessOrEqual, .greater, .greaterOrEqual, .notEqual]
      return .compare(column, random.pick(comparisons), literal(table, column))
    }
  }

  /// Two columns of one kind.
  private mutating func pair(_ table: QueryTable, _ likely: [Int]) -> QueryPredicate? {
    let first = column(table, likely)
    let columns = table.schema.columns
    guard columns[first].textCollation == .unicodeCI, columns[first].storage != .bytes else { return nil }
    let others = columns.indices.filter { other in
      switch (columns[first].type, columns[other].type) {
      case (.enumeration, _), (_, .enumeration), (.json, _), (_, .json): false
      case (.date, _), (_, .date): columns[first].type == columns[other].type
      case (.timestamp, let type), (.datetime, let type): type == .timestamp || type == .datetime
      case (.decimal, _): columns[first].type == columns[other].type
      default:
        columns[first].storage == columns[other].storage && columns[other].textCollation == .unicodeCI
          && columns[other].type != .timestamp && columns[other].type != .datetime
      }
    }
    guard !others.isEmpty else { return nil }
    return .columns(random.pick([.equal, .notEqual, .less, .greaterOrEqual]), first, random.pick(others))
  }

  /// A value that occurs, or one near it; NULL now and then.
  mutating func literal(_ table: QueryTable, _ column: Int) -> QueryLiteral {
    let definition = table.schema.columns[column]
    if random.chance(60) { return QueryLiteral(stored: .null, sql: "NULL", place: nil) }
    var value = table.samples[column].isEmpty ? nil : random.pick(table.samples[column])
    if value == nil || random.chance(8) { value = other(definition, value) ?? value }
    guard let value, let key = QueryKey(value, definition) else {
      return QueryLiteral(stored: .null, sql: "NULL", place: nil)
    }
    if case .number(let doubled) = key, definition.canLieBetween, random.chance(12) {
      // What lies between two of the column's values.
      let number = doubled / 2
      let scale = if case .decimal(_, let scale) = definition.type { scale } else { 0 }
      guard number >= 0 else { return literal(table, column) }
      let digits = SQLText.decimal(number, scale: scale)
      return QueryLiteral(
        stored: .above(number), sql: digits + (scale == 0 ? ".5" : "5"), place: table.rank(.number(doubled + 1), column)
      )
    }
    return literal(value, table, column)
  }

  func literal(_ value: SQLValue, _ table: QueryTable, _ column: Int) -> QueryLiteral {
    let definition = table.schema.columns[column]
    return QueryLiteral(
      stored: value.stored(in: definition), sql: value.literal(definition),
      place: QueryKey(value, definition).map { table.rank($0, column) })
  }

  /// A value that need not occur.
  private mutating func other(_ column: ColumnDefinition, _ near: SQLValue?) -> SQLValue? {
    switch (near, column.type) {
    case (_, .enumeration(let names)): return .text(random.pick(names))
    case (_, .timestamp), (_, .datetime): return .text(random.pick(["1999-01-01 00:00:00", "2025-06-15 12:00:02"]))
    case (_, .date): return .text("2024-03-01")
    case (_, .json), (_, .blob), (_, .decimal): return nil
    case (.integer(let number)?, _): return .integer(random.chance(2) ? number + 1 : max(0, number) / 2)
    case (.text(let text)?, _): return .text(random.chance(2) ? text.uppercased() : random.variant(of: text))
    case (nil, _) where column.storage == .text: return .text(random.text(maximum: 6))
    default: return nil
    }
  }

  /// A prefix of some text, or a part of it; parts of long texts cost the reference too much.
  private mutating func pattern(_ table: QueryTable, _ column: Int) -> String {
    guard !table.samples[column].isEmpty, table.schema.columns[column].textCollation == .unicodeCI else { return "a%" }
    let text: String
    switch random.pick(table.samples[column]) {
    case .text(let found): text = found
    case .integer(let integer): text = "\(integer)"
    case .bool(let bool): text = bool ? "1" : "0"
    default: return "a%"
    }
    let scalars = Array(text.unicodeScalars)
    func escaped(_ part: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      for scalar in part {
        if "%_\\".unicodeScalars.contains(scalar) { view.append("\\") }
        view.append(scalar)
      }
      return String(view)
    }
    let isLong = table.rows.contains { row in
      if case .text(let text) = row.values[column] { text.utf8.count > 200 } else { false }
    }
    let length = Int.random(in: 0...min(scalars.count, 40), using: &random)
    switch number(0..<6) {
    case 0 where !isLong: return "%" + escaped(scalars.suffix(length)) + (random.chance(2) ? "%" : "")
    case 1 where scalars.count > 1 && !isLong: return "_" + escaped(scalars.dropFirst().prefix(length)) + "%"
    case 2 where scalars.count < 40: return escaped(scalars[...])
    default: return escaped(scalars.prefix(max(1, length))) + "%"
    }
  }
}

extension ColumnDefinition {
  /// Whether a literal can lie between two of the column's values.
  fileprivate var canLieBetween: Bool {
    switch type {
    case .tinyint, .int, .bigint, .tinyintUnsigned, .intUnsigned, .bigintUnsigned, .decimal: true
    default: false
    }
  }
}

extension SQLValue {
  /// The value as SQL would write it in a condition.
  fileprivate func literal(_ column: ColumnDefinition) -> String {
    switch self {
    case .null: "NULL"
    case .bool(let bool): bool ? "1" : "0"
    case .integer(let integer): "\(integer)"
    case .text(let text): if case .decimal = column.type { text } else { "'\(text.sqlQuoted)'" }
    case .bytes(let bytes): "x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
    }
  }
}
