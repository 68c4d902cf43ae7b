/// Some rows of an order, and where the next ones begin.
public struct Page<Row: Table>: Sendable {
  /// The rows.
  public var rows: [Row]
  /// The place behind the last row; `nil` when no row follows.
  public var next: PageCursor?
}

extension QueryBuilding {
  /// A page of a query with an order: so many rows behind a place that an earlier page gave. Rows that come or go between
  /// two pages neither repeat others nor hide them.
  ///
  /// ```swift
  /// let query = Contact.query.order(by: \.latestChatCreatedAt, .descending)
  /// let first = try db.query(query.page(50)).page()
  /// let second = try db.query(query.page(50, after: first.next)).page()
  /// ```
  public func page(_ size: Int, after cursor: PageCursor? = nil) -> Refined {
    refined {
      $0.selection.limit = Swift.max(0, size)
      $0.selection.isUnordered = false
      $0.cursor = cursor
    }
  }
}

extension QueryRunning {
  /// The page that the query asks for with `page(_:after:)`.
  ///
  /// - Throws: `.invalidCursor` when the cursor was changed, or comes from another store or another query.
  public func page() throws -> Page<Row> {
    let bound = bound
    var query = try bound.positioned()
    let asked = query.query.selection
    let size = asked.limit
    if size < .max { query.query.selection.limit = size + 1 }
    var rows: [Row] = []
    var position: PagePosition?
    var isMore = false
    try query.session.watched(.rows, as: asked, { try query.plan() }) { plan, rowsSent in
      try query.session.run(plan) { row in
        guard rows.count < size else {
          isMore = true
          return false
        }
        if rows.count == size - 1 { position = try PagePosition(row, plan.terms) }
        rows.append(try Row(from: &row))
        return true
      }
      rowsSent = rows.count
    }
    let next = isMore ? try position.map { try bound.seal($0) } : nil
    return Page(rows: rows, next: next)
  }
}

extension BoundQuery {
  /// The query with the place that its cursor says.
  func positioned() throws -> BoundQuery {
    var bound = self
    bound.query.selection.isUnordered = false
    guard let cursor = query.cursor else { return bound }
    // What is passed over was passed over before the first page.
    bound.query.selection.offset = 0
    bound.query.selection.after = try session.open(cursor, table, query.selection)
    return bound
  }

  func seal(_ position: PagePosition) throws -> PageCursor {
    try session.seal(position, table, query.selection)
  }
}

extension PagePosition {
  /// The place of a row.
  init(_ row: borrowing RowReader, _ terms: [OrderTerm]) throws(StoreError) {
    elements = []
    for term in terms { elements.append(try row.sortElement(term)) }
  }
}
