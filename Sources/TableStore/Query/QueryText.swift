/// What a query makes of the rows that it finds.
enum QueryOutput {
  case rows
  case count
  case columns([Int])
  case groups([AggregateKind], by: [GroupTerm])
}

/// A query as SQL with `?` for every value, and the values by name.
struct QueryText {
  private let schema: TableSchema
  private let reach: Reach
  private let selection: Selection
  private let output: QueryOutput

  init(_ plan: Plan, _ asked: Selection, _ output: QueryOutput) {
    (schema, reach, selection, self.output) = (plan.table.schema, plan.reach, asked, output)
  }

  /// The statement. What is counted or grouped of a limited number of rows is selected in a statement of its own.
  var sql: String {
    let list = list
    let isLimited = selection.limit < .max || selection.offset > 0
    switch output {
    case .rows, .columns: return "SELECT \(list) FROM \(schema.name)\(conditions)\(order)\(limit)"
    case .count, .groups:
      let rows = "\(schema.name)\(conditions)"
      return "SELECT \(list) FROM \(isLimited ? "(SELECT * FROM \(rows)\(order)\(limit)) AS found" : rows)\(grouping)"
    }
  }

  private func name(_ column: Int) -> String { schema.columns[column].name }

  private func name(_ term: GroupTerm) -> String {
    guard let zone = term.zone else { return name(term.column) }
    return zone == 0 ? "DATE(\(name(term.column)))" : "DATE(\(name(term.column)) + INTERVAL \(zone) SECOND)"
  }

  private var list: String {
    switch output {
    case .rows: "*"
    case .count: "COUNT(*)"
    case .columns(let columns): columns.map(name).joined(separator: ", ")
    case .groups(let kinds, let terms): (terms.map(name) + kinds.map(aggregate)).joined(separator: ", ")
    }
  }

  private func aggregate(_ kind: AggregateKind) -> String {
    switch kind {
    case .count: "COUNT(*)"
    case .countWhere(let filter): "SUM(\(filter.sqlText(schema, .normalized)))"
    case .sum(let column): "SUM(\(name(column)))"
    case .least(let column): "MIN(\(name(column)))"
    case .largest(let column): "MAX(\(name(column)))"
    }
  }

  private var grouping: String {
    guard case .groups(_, let terms) = output, !terms.isEmpty else { return "" }
    let names = terms.map(name).joined(separator: ", ")
    return " GROUP BY \(names) ORDER BY \(names)"
  }

  private var order: String {
    guard !selection.order.isEmpty else { return "" }
    let terms = selection.order.map { term in
      name(term.column) + (term.locale.map { " COLLATE \($0)" } ?? "") + (term.direction == .descending ? " DESC" : "")
    }
    return " ORDER BY " + terms.joined(separator: ", ")
  }

  private var limit: String {
    let limit = selection.limit < .max ? " LIMIT ?" : ""
    guard selection.offset > 0 else { return limit }
    return (limit.isEmpty ? " LIMIT \(UInt64.max)" : limit) + " OFFSET ?"
  }
}

// MARK: Conditions

extension QueryText {
  private var filters: [Filter] {
    var filters = selection.filter.conjuncts
    if !selection.includesDeleted, let condition = schema.isNotDeleted { filters.append(condition) }
    return filters
  }

  private var tenant: UInt64? {
    guard schema.isScoped, case .tenant(let tenant) = reach else { return nil }
    // A query may name its own tenant.
    let isNamed = filters.contains { filter in
      if case .number(let column, let set) = filter, column == schema.layout.scopeInKey {
        return set.contains(Int128(tenant))
      }
      return false
    }
    return isNamed ? nil : tenant
  }

  private var conditions: String {
    var texts = tenant == nil ? [] : [schema.tenantCondition]
    let filters = filters
    let isAlone = texts.isEmpty && filters.count == 1 && selection.after == nil
    texts += filters.map { filter in
      let text = filter.sqlText(schema, .normalized)
      if case .any(let parts) = filter, parts.count > 1, !isAlone { return "(\(text))" }
      return text
    }
    if selection.after != nil { texts.append(placeCondition) }
    return texts.isEmpty ? "" : " WHERE " + texts.joined(separator: " AND ")
  }

  /// Behind a place in the order: in terms that go one way a row is compared whole, in others term by term.
  private var placeCondition: String {
    let terms = selection.terms(schema)
    func sign(_ term: OrderTerm) -> String { term.direction == .ascending ? ">" : "<" }
    if Set(terms.map(\.direction)).count == 1 {
      if terms.count == 1 { return "\(name(terms[0].column)) \(sign(terms[0])) ?" }
      let places = Array(repeating: "?", count: terms.count).joined(separator: ", ")
      return "(\(terms.map { name($0.column) }.joined(separator: ", "))) \(sign(terms[0])) (\(places))"
    }
    let parts = terms.indices.map { last in
      let equal = terms[..<last].map { "\(name($0.column)) = ?" }
      return (equal + ["\(name(terms[last].column)) \(sign(terms[last])) ?"]).joined(separator: " AND ")
    }
    return "(\(parts.joined(separator: " OR ")))"
  }

  /// The values by name; the place of a page, which is its cursor's secret, is not among them.
  var bindings: JSON<[String: JSONValue]> {
    var bindings = Bindings()
    if let tenant { bindings.add("workspace_id", .integer(Int128(tenant))) }
    for filter in filters { filter.addBindings(schema, to: &bindings) }
    if case .groups(let kinds, _) = output {
      for case .countWhere(let filter) in kinds { filter.addBindings(schema, to: &bindings) }
    }
    if selection.limit < .max { bindings.add("limit", .integer(Int128(selection.limit))) }
    if selection.offset > 0 { bindings.add("offset", .integer(Int128(selection.offset))) }
    return bindings.json
  }
}

extension TableSchema {
  /// That a row belongs to a tenant, as SQL finds it out.
  fileprivate var tenantCondition: String {
    switch scope {
    case .global: return "TRUE"
    case .workspace: return "workspace_id = ?"
    case .referred(let table, let column):
      return "\(columns[primaryKey].name) IN (SELECT \(column) FROM \(table) WHERE workspace_id = ?)"
    case .inherited(let column):
      guard let scopeColumn, let target = columns[scopeColumn].reference?.schema else { return "\(column) = ?" }
      let key = target.columns[target.primaryKey].name
      return "\(column) IN (SELECT \(key) FROM \(target.name) WHERE \(target.tenantCondition))"
    }
  }
}
