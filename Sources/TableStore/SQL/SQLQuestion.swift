internal import SQLExpression

/// A question to one table as SQL spells its parts: WHERE, ORDER BY, LIMIT.
///
/// ```swift
/// let question = try SQLQuestion(Chat.schema, where: "status = 'failed' AND is_read = 0", orderBy: "created_at DESC")
/// try db.table(named: "chats")?.forEach(question) { row in … }
/// ```
/// It has MySQL's meaning, conversions included. It finds rows that are marked as deleted too, and ties keep the primary
/// key's order.
public struct SQLQuestion: Hashable, Sendable {
  let schema: TableSchema
  var selection: Selection
  /// The place of a page.
  var cursor: PageCursor?

  /// - Parameters:
  ///   - schema: the table.
  ///   - condition: what stands behind WHERE; `nil` for all rows.
  ///   - order: what stands behind ORDER BY: `column [ASC|DESC], …`.
  ///   - limit: how many rows at most.
  ///   - cursor: the place behind which rows are wanted, from `forEach`.
  /// - Throws: `.invalidValue` that says where the text cannot be read, and what was expected there.
  public init(
    _ schema: TableSchema, where condition: String? = nil, orderBy order: String? = nil, limit: Int? = nil,
    after cursor: PageCursor? = nil
  ) throws {
    self.schema = schema
    self.cursor = cursor
    selection = Selection(includesDeleted: true)
    selection.isUnordered = false
    selection.tieDirection = .ascending
    selection.sortLimit = .max
    selection.limit = limit ?? .max
    if let condition { selection.filter = try Self.filter(condition, schema) }
    if let order { selection.order = try Self.order(order, schema) }
  }

  private static func filter(_ condition: String, _ schema: TableSchema) throws -> Filter {
    let text = ExpressionText(condition)
    do throws(ExpressionError) {
      return try SQLBinder(schema: schema, text: text).filter(text.condition())
    } catch { throw StoreError(error, in: text, "the condition") }
  }

  private static func order(_ order: String, _ schema: TableSchema) throws -> [OrderTerm] {
    let text = ExpressionText(order)
    let binder = SQLBinder(schema: schema, text: text)
    do throws(ExpressionError) {
      var terms: [OrderTerm] = []
      for term in try text.orderList() {
        terms.append(
          OrderTerm(
            try binder.column(term.column.name, term.column.range), term.isDescending ? .descending : .ascending))
      }
      return terms
    } catch { throw StoreError(error, in: text, "the order") }
  }

  /// The places of columns in a list: `column, …`.
  public static func columns(_ list: String, _ schema: TableSchema) throws -> [Int] {
    let text = ExpressionText(list)
    let binder = SQLBinder(schema: schema, text: text)
    do throws(ExpressionError) {
      var ordinals: [Int] = []
      for column in try text.columnList() { ordinals.append(try binder.column(column.name, column.range)) }
      return ordinals
    } catch { throw StoreError(error, in: text, "the list of columns") }
  }

  /// Whether both ask the same of the same table.
  public static func == (left: SQLQuestion, right: SQLQuestion) -> Bool {
    left.schema === right.schema && left.selection == right.selection && left.cursor == right.cursor
  }

  /// Hashes the table and what is asked.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(schema.id)
    hasher.combine(selection)
  }
}

extension StoreError {
  /// An error in a text: one sentence, and the text with a mark below the place.
  init(_ error: ExpressionError, in text: ExpressionText, _ what: String) {
    self.init(.invalidValue, "\(what) cannot be read \(error)\n\(text.marked(error))")
  }
}

extension DynamicTable {
  /// Visits the rows that a question asks for, in its order. In a write all keys are read first, so that `body` may change
  /// the table that it walks; what it erases is not visited.
  ///
  /// - Returns: with a limit, the place behind the last row where more follow; `nil` otherwise.
  @discardableResult
  public func forEach(
    _ question: SQLQuestion, _ body: (borrowing RowReader) throws -> Void
  ) throws -> PageCursor? {
    session.requireOpen()
    var selection = try selection(of: question)
    let asked = selection
    guard asked.limit < .max else {
      try forEach(selection, as: asked, body)
      return nil
    }
    let limit = asked.limit
    selection.limit += 1
    var count = 0
    var position: PagePosition?
    var isMore = false
    let terms = selection.terms(schema)
    try forEach(selection, as: asked) { row in
      count += 1
      if count > limit {
        isMore = true
        return
      }
      if count == limit { position = try PagePosition(row, terms) }
      try body(row)
    }
    return isMore ? try position.map { try session.seal($0, table, question.selection) } : nil
  }

  /// The selection with the place that the question's cursor says.
  private func selection(of question: SQLQuestion) throws -> Selection {
    guard question.schema === schema else {
      throw StoreError(
        .invalidValue, "a question to \(question.schema.name) is asked of \(schema.name)", table: schema.name)
    }
    var selection = question.selection
    if let cursor = question.cursor { selection.after = try session.open(cursor, table, question.selection) }
    return selection
  }

  /// Visits the rows that a selection finds, which a question asked for in its own way.
  private func forEach(
    _ selection: Selection, as asked: Selection, _ body: (borrowing RowReader) throws -> Void
  ) throws {
    guard session.isWatched else { return try forEach(selection, body) }
    try session.watched(.rows, as: asked, { try session.plan(table, reach, selection) }) { plan, rowsSent in
      var count = 0
      try forEach(plan) { row in
        count += 1
        try body(row)
      }
      rowsSent = Swift.min(count, asked.limit)
    }
  }

  /// The number of rows that a question asks for.
  public func count(_ question: SQLQuestion) throws -> Int {
    session.requireOpen()
    var selection = try selection(of: question)
    if selection.after == nil { (selection.order, selection.isUnordered) = ([], true) }
    return try session.watched(.count, { try session.plan(table, reach, selection, needs: ColumnSet()) }) {
      plan, rowsSent in
      rowsSent = 1
      return try session.count(plan)
    }
  }

  /// How a question is answered. It is run for that.
  public func explain(_ question: SQLQuestion) throws -> Explanation {
    session.requireOpen()
    let selection = try selection(of: question)
    return try session.explain { try session.plan(table, reach, selection) }
  }
}
