import TestSupport
import Testing

@testable import TableStore

/// Asks questions and holds the answers against those of the reference.
final class QueryRun {
  private let db: Tables<Reading>
  private let table: QueryTable
  private let question: QueryQuestion
  private let session: Session
  private let stored: StoredTable

  init(_ db: Tables<Reading>, _ table: QueryTable, _ question: QueryQuestion) {
    (self.db, self.table, self.question) = (db, table, question)
    session = db.session
    stored = session.store.catalog[table.schema.id]
  }

  private var schema: TableSchema { table.schema }

  var selection: Selection {
    var selection = Selection(
      filter: question.predicate.filter(schema), includesDeleted: question.includesDeleted)
    selection.order = question.order
    selection.isUnordered = question.isUnordered
    selection.tieDirection = question.tieDirection
    (selection.limit, selection.offset) = (question.limit, question.offset)
    (selection.index, selection.preference) = (question.index, question.preference)
    return selection
  }

  // MARK: The reference

  /// All rows that are asked for, in order, by their places.
  private func expected(tie: Direction, includesDeleted: Bool) -> [Int] {
    let found = table.rows.indices.filter { place in
      let row = table.rows[place]
      if case .tenant(let tenant) = question.reach, schema.isScoped, row.scope != .tenant(tenant) { return false }
      if !includesDeleted, let column = schema.softDeleteColumn, row.ranks[column] >= 0 { return false }
      return question.predicate.truth(place, table) == true
    }
    let terms = question.order.map { ($0.column, $0.direction) } + [(schema.primaryKey, tie)]
    return found.sorted { left, right in
      for (column, direction) in terms {
        let (first, second) = (table.rows[left].ranks[column], table.rows[right].ranks[column])
        if first != second { return (first < second) == (direction == .ascending) }
      }
      return false
    }
  }

  private func cut(_ rows: [Int]) -> [Int] { Array(rows.dropFirst(question.offset).prefix(question.limit)) }

  // MARK: Entrances

  /// Asks in every way that fits; the kinds of access that were taken.
  func check(_ random: inout SeededRandom) throws -> [String] {
    let selection = selection
    let plan: Plan
    do { plan = try session.plan(stored, question.reach, selection) } catch let error as StoreError {
      // An index that lacks rows is refused when it is insisted on.
      guard error.code == .invalidValue, question.index != nil else { throw error }
      return ["refused index"]
    }
    let tie = question.tieDirection ?? question.order.last?.direction ?? .ascending
    let all = expected(tie: tie, includesDeleted: question.includesDeleted)
    let found = try rows(plan)
    try require(found, all, plan, "the plan")
    try checkCounts(all, plan, random.chance(4))
    if random.chance(3) { try checkColumns(all) }
    if random.chance(3) { try checkMisled(all, &random) }
    try checkPattern(all, &random)
    if random.chance(6) { try checkPositions(all, &random) }
    if random.chance(12) { try openPages(table.type, all, &random) }
    if random.chance(4), let sql = question.predicate.sql(schema), sql.isPrintable { try checkSQL(sql, &random) }
    return plan.kinds
  }

  private func rows(_ plan: Plan) throws -> [Int] {
    var found: [Int] = []
    try session.run(plan) { row in
      found.append(try self.place(row.value(schema.primaryKey)))
      return true
    }
    return found
  }

  private func place(_ key: SQLValue) throws -> Int {
    guard let place = table.places[key] else { throw Disagreement("a row with the key \(key) is not there") }
    return place
  }

  private func require(_ found: [Int], _ all: [Int], _ plan: Plan, _ what: String) throws {
    if question.isUnordered {
      let isRight = Set(found).isSubset(of: all) && Set(found).count == found.count && found.count == cut(all).count
      if isRight { return }
    } else if found == cut(all) {
      return
    }
    throw failure(what, keys(found), keys(cut(all)), plan)
  }

  private func keys(_ rows: [Int]) -> String {
    rows.map { table.rows[$0].values[schema.primaryKey].keyText.prefix(20) }.joined(separator: " ")
  }

  private func failure(_ what: String, _ found: String, _ expected: String, _ plan: Plan?) -> Disagreement {
    let order = question.order.map { "\(schema.columns[$0.column].name) \($0.direction)" }.joined(separator: ", ")
    return Disagreement(
      """
      \(what) finds
        \(found)
      and not
        \(expected)
      \(schema.name) for \(question.reach) WHERE \(question.predicate.sql(schema) ?? "\(question.predicate)")
      ORDER BY \(order) tie \(String(describing: question.tieDirection)) unordered \(question.isUnordered) \
      LIMIT \(question.limit) OFFSET \(question.offset) deleted \(question.includesDeleted) \
      using \(String(describing: question.index)) preferring \(String(describing: question.preference))
      \(plan.map { "\($0.explanation)" } ?? "-")
      """.shortened)
  }
}

// MARK: Counting, columns, pages

extension QueryRun {
  private func checkCounts(_ all: [Int], _ plan: Plan, _ explains: Bool) throws {
    var counted = selection
    (counted.order, counted.isUnordered) = ([], true)
    let countPlan = try session.plan(stored, question.reach, counted, needs: ColumnSet())
    let count = try session.count(countPlan)
    guard count == cut(all).count else { throw failure("count", "\(count)", "\(cut(all).count)", countPlan) }
    guard explains else { return }
    let before = session.tally.examined
    _ = try rows(plan)
    let examined = session.tally.examined - before
    let explanation = try session.explain { plan }
    let isRight =
      explanation.returned == cut(all).count && explanation.examined >= explanation.returned
      && explanation.examined == examined
    guard isRight else { throw failure("explain", explanation.description, "\(examined) examined", plan) }
  }

  /// The same with a way in the planner's memory that no question of this shape need have taken.
  private func checkMisled(_ all: [Int], _ random: inout SeededRandom) throws {
    guard let shape = QuestionShape(selection, question.reach, to: stored, needs: nil)?.value else { return }
    let way = Int.random(in: 0...stored.indexes.count, using: &random)
    stored.memory.remember(way == stored.indexes.count ? .max : UInt8(way), for: shape)
    let plan = try Planner(session, stored, question.reach, selection, needs: nil).plan(shape)
    try require(try rows(plan), all, plan, "a way that is remembered")
  }

  /// The plan of a question of the same form with other values is a pattern for this one, or for another.
  private func checkPattern(_ all: [Int], _ random: inout SeededRandom) throws {
    var other = selection
    other.filter = other.filter.withOtherValues(&random)
    (other.index, other.preference) = (nil, nil)
    let plan = try Planner(session, stored, question.reach, other, needs: nil).plan()
    guard let pattern = PlanPattern(plan, shape: 0, needs: nil),
      let plan = try pattern.plan(session, stored, question.reach, selection, needs: nil)
    else { return }
    Self.patterns += 1
    try require(try rows(plan), all, plan, "a pattern")
  }

  /// How many questions followed a pattern.
  nonisolated(unsafe) static var patterns = 0

  /// The primary key and an index's columns alone, from index entries where they have them.
  private func checkColumns(_ all: [Int]) throws {
    let index = question.index.flatMap { id in schema.maintained.first { $0.id == id } } ?? schema.maintained.first
    let columns = [schema.primaryKey] + (index?.parts.map(\.column).filter { index!.readable.contains($0) } ?? [])
    let plan = try session.plan(stored, question.reach, selection, needs: ColumnSet(columns))
    var taker = ColumnTaker(columns: columns, schema: schema)
    try session.consume(plan, &taker)
    let found = try taker.rows.map { try place($0[0]) }
    try require(found, all, plan, plan.isCovering ? "a covering index" : "columns alone")
    for (values, row) in zip(taker.rows, found) {
      let wanted = columns.map { table.rows[row].values[$0] }
      guard values == wanted else { throw failure("columns alone", "\(values)", "\(wanted)", plan) }
    }
  }

  /// Page by page, each behind the last row of the one before.
  private func checkPositions(_ all: [Int], _ random: inout SeededRandom) throws {
    guard !question.isUnordered else { return }
    var selection = selection
    (selection.limit, selection.offset) = (Int.random(in: 1...12, using: &random), 0)
    var found: [Int] = []
    var plan: Plan
    repeat {
      plan = try session.plan(stored, question.reach, selection)
      let start = found.count
      var position: PagePosition?
      try session.run(plan) { [terms = plan.terms] row in
        found.append(try self.place(row.value(schema.primaryKey)))
        position = try PagePosition(row, terms)
        return true
      }
      guard found.count - start == selection.limit, found.count <= all.count else { break }
      selection.after = position
    } while true
    guard found == all else { throw failure("pages", keys(found), keys(all), plan) }
  }

  /// The same through the typed API and its cursors.
  private func openPages<Row: Table>(_: Row.Type, _ all: [Int], _ random: inout SeededRandom) throws {
    guard !question.isUnordered else { return }
    var query = Query<Row>()
    query.selection = selection
    query.selection.offset = 0
    let bound = BoundQuery<Row, Reading>(session, stored, question.reach, query)
    let size = Int.random(in: 1...15, using: &random)
    var found: [Int] = []
    var next: PageCursor?
    repeat {
      let page = try bound.page(size, after: next).page()
      found += try page.rows.map { try place($0.primaryKey.sqlValue) }
      next = page.next
    } while next != nil && found.count <= all.count
    guard found == all else { throw failure("typed pages", keys(found), keys(all), nil) }
  }

  /// The question as SQL, which sees deleted rows and lets ties follow the primary key.
  private func checkSQL(_ sql: String, _ random: inout SeededRandom) throws {
    let order = question.order.map {
      "`\(schema.columns[$0.column].name)` \($0.direction == .ascending ? "ASC" : "DESC")"
    }
    let dynamic = DynamicTable<Reading>(session: session, table: stored, reach: question.reach)
    let all = expected(tie: .ascending, includesDeleted: true)
    let condition: String? = sql.isEmpty ? nil : sql
    let size = random.chance(2) ? nil : Int.random(in: 1...40, using: &random)
    var found: [Int] = []
    var next: PageCursor?
    repeat {
      let asked = try SQLQuestion(
        schema, where: condition, orderBy: order.isEmpty ? nil : order.joined(separator: ", "), limit: size, after: next
      )
      next = try dynamic.forEach(asked) { row in found.append(try self.place(row.value(schema.primaryKey))) }
      if next == nil || found.count > all.count { break }
    } while true
    guard found == all else { throw failure("SQL", keys(found), keys(all), nil) }
    let asked = try SQLQuestion(schema, where: condition)
    let (count, explanation) = (try dynamic.count(asked), try dynamic.explain(asked))
    guard count == all.count, explanation.returned == count, explanation.examined >= count else {
      throw failure("count of SQL", "\(count), \(explanation)", "\(all.count)", nil)
    }
  }
}

/// Takes some columns of each row.
private struct ColumnTaker: FieldConsumer {
  let columns: [Int]
  let schema: TableSchema
  var rows: [[SQLValue]] = []

  mutating func take<Reader: FieldReading & ~Copyable>(_ reader: borrowing Reader, _ session: Session) throws -> Bool {
    var values: [SQLValue] = []
    for column in columns { values.append(try value(reader.field(column), schema.columns[column])) }
    rows.append(values)
    return true
  }

  private func value(_ field: RowReader.Field, _ column: ColumnDefinition) throws -> SQLValue {
    switch field {
    case .null: .null
    case .integer(let integer): column.value(of: integer)
    case .decimal, .text: .text(try field.sqlText(column) ?? "")
    case .bytes(let bytes): .bytes(Array(bytes))
    }
  }
}

extension String {
  /// Whether SQL takes the text as it is.
  fileprivate var isPrintable: Bool {
    utf8.count < 60_000 && unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }

  /// The text with its long lines cut.
  fileprivate var shortened: String {
    split(separator: "\n").map { $0.count > 600 ? $0.prefix(600) + "…" : $0 }.joined(separator: "\n")
  }
}

extension Filter {
  /// The same with other numbers and texts in some of its tests.
  fileprivate func withOtherValues(_ random: inout SeededRandom) -> Filter {
    switch self {
    case .all(let filters): .all(filters.map { $0.withOtherValues(&random) })
    case .number(let column, let set) where random.chance(2) && set.ranges.count == 1:
      set.ranges[0].hasAtMost(1)
        ? .number(column, RangeSet(set.ranges[0].lowerBound + 1..<set.ranges[0].upperBound + 1)) : self
    case .text(let column, let set) where random.chance(2) && set.ranges.count == 1:
      set.ranges[0].upperBound == set.ranges[0].lowerBound.successor
        ? .text(column, RangeSet(.point(KeyBytes(SQLValue.textKey("other", .unicodeCI))))) : self
    default: self
    }
  }
}

extension Plan {
  /// What is special about how a question is answered.
  var kinds: [String] {
    var kinds: [String]
    switch access {
    case .nothing: kinds = ["nothing"]
    case .union: kinds = ["union"]
    case .intersection: kinds = ["intersection"]
    case .path(let path):
      switch path.source {
      case .rows: kinds = ["rows"]
      case .locator: kinds = ["locator"]
      case .index(let index):
        kinds = [index.condition != nil ? "partial index" : index.isUnique ? "unique index" : "plain index"]
      }
      if path.isOneRow { kinds.append("one row") }
      if path.ranges.count > 1 { kinds.append("several ranges") }
      if case .merged = path.sequence { kinds.append("merged") }
      if path.skipsLeading { kinds.append("skipped leading column") }
      if path.isDescending { kinds.append("backwards") }
    }
    if !terms.isEmpty { kinds.append(sorts ? orderedTerms > 0 ? "sorted in groups" : "sorted" : "in order") }
    return kinds
  }
}
