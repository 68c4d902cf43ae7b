@testable import TableStore

/// A condition as the test makes it up: it can be judged by the reference, turned into a filter, and written as SQL.
indirect enum QueryPredicate {
  case compare(Int, Comparison, QueryLiteral)
  case among(Int, [QueryLiteral])
  case between(Int, QueryLiteral, QueryLiteral)
  case like(Int, String)
  case isNull(Int)
  case columns(Comparison, Int, Int)
  case all([QueryPredicate])
  case any([QueryPredicate])
  case not(QueryPredicate)
}

/// A value to compare a column with.
struct QueryLiteral {
  let stored: StoredValue
  let sql: String
  /// The rank of the first of the column's values that does not lie before it; `nil` for NULL.
  let place: (rank: Int, isEqual: Bool)?
}

// MARK: By the reference

extension QueryPredicate {
  /// MySQL's three-valued logic, over ranks.
  func truth(_ row: Int, _ table: QueryTable) -> Bool? {
    switch self {
    case .compare(let column, let comparison, let literal):
      return literal.order(table.rows[row].ranks[column]).map(comparison.holdsInReference)
    case .among(let column, let literals):
      var isUnknown = false
      for literal in literals {
        guard let order = literal.order(table.rows[row].ranks[column]) else {
          isUnknown = true
          continue
        }
        if order == 0 { return true }
      }
      return isUnknown ? nil : false
    case .between(let column, let low, let high):
      let rank = table.rows[row].ranks[column]
      let (above, below) = (low.order(rank).map { $0 >= 0 }, high.order(rank).map { $0 <= 0 })
      if above == false || below == false { return false }
      return above == nil || below == nil ? nil : true
    case .like(let column, let pattern): return table.matches(row, column, pattern)
    case .isNull(let column): return table.rows[row].ranks[column] < 0
    case .columns(let comparison, let left, let right):
      let (first, second) = (table.rows[row].ranks[left], table.rows[row].ranks[right])
      guard first >= 0, second >= 0 else { return nil }
      return comparison.holdsInReference(table.values[left][first].compare(table.values[right][second]))
    case .all(let parts): return Self.combine(parts, row, table, decidedBy: false)
    case .any(let parts): return Self.combine(parts, row, table, decidedBy: true)
    case .not(let part): return part.truth(row, table).map { !$0 }
    }
  }

  private static func combine(
    _ parts: [QueryPredicate], _ row: Int, _ table: QueryTable, decidedBy decisive: Bool
  ) -> Bool? {
    var isUnknown = false
    for part in parts {
      let truth = part.truth(row, table)
      if truth == decisive { return decisive }
      if truth == nil { isUnknown = true }
    }
    return isUnknown ? nil : !decisive
  }
}

extension QueryLiteral {
  /// How a value of some rank lies to this literal; `nil` when one of them is NULL.
  fileprivate func order(_ rank: Int) -> Int? {
    guard let place, rank >= 0 else { return nil }
    if rank == place.rank { return place.isEqual ? 0 : 1 }
    return rank < place.rank ? -1 : 1
  }
}

extension Comparison {
  fileprivate func holdsInReference(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order < 1
    case .greater: order > 0
    case .greaterOrEqual: order > -1
    }
  }

  fileprivate var sql: String {
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

// MARK: For the engine

extension QueryPredicate {
  func filter(_ schema: TableSchema) -> Filter {
    switch self {
    case .compare(let column, let comparison, let literal):
      return .compare(column, schema.columns[column], comparison, literal.stored)
    case .among(let column, let literals): return .among(column, schema.columns[column], literals.map(\.stored))
    case .between(let column, let low, let high):
      let definition = schema.columns[column]
      return Filter.compare(column, definition, .greaterOrEqual, low.stored)
        .and(.compare(column, definition, .lessOrEqual, high.stored))
    case .like(let column, let pattern): return .like(column, LikeTest(pattern, column: schema.columns[column]))
    case .isNull(let column): return schema.columns[column].isNullable ? .isNull(column) : .constant(false)
    case .columns(let comparison, let left, let right):
      return .computed(SQLComputation(.compare(comparison, .column(left), .column(right))))
    case .all(let parts): return parts.reduce(Filter.constant(true)) { $0.and($1.filter(schema)) }
    case .any(let parts):
      return parts.dropFirst().reduce(parts[0].filter(schema)) { $0.or($1.filter(schema)) }
    case .not(let part): return part.filter(schema).negated
    }
  }

  /// As SQL writes it; `nil` where SQL compares the values in another way than their own: enumerations by name.
  func sql(_ schema: TableSchema) -> String? {
    func name(_ column: Int) -> String { "`\(schema.columns[column].name)`" }
    switch self {
    case .compare(let column, let comparison, let literal):
      let isEqual = comparison == .equal || comparison == .notEqual
      if case .enumeration = schema.columns[column].type, !isEqual { return nil }
      return "\(name(column)) \(comparison.sql) \(literal.sql)"
    case .among(let column, let literals):
      return "\(name(column)) IN (\(literals.map(\.sql).joined(separator: ", ")))"
    case .between(let column, let low, let high):
      if case .enumeration = schema.columns[column].type { return nil }
      return "\(name(column)) BETWEEN \(low.sql) AND \(high.sql)"
    case .like(let column, let pattern): return "\(name(column)) LIKE '\(pattern.sqlQuoted)'"
    case .isNull(let column): return "\(name(column)) IS NULL"
    case .columns(let comparison, let left, let right): return "\(name(left)) \(comparison.sql) \(name(right))"
    case .all(let parts): return Self.joined(parts, " AND ", schema)
    case .any(let parts): return Self.joined(parts, " OR ", schema)
    case .not(let part): return part.sql(schema).map { "NOT (\($0))" }
    }
  }

  private static func joined(_ parts: [QueryPredicate], _ word: String, _ schema: TableSchema) -> String? {
    let texts = parts.compactMap { $0.sql(schema) }
    guard texts.count == parts.count else { return nil }
    return texts.filter { !$0.isEmpty }.map { "(\($0))" }.joined(separator: word)
  }
}
