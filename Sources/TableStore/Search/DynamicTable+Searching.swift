extension DynamicTable {
  /// Visits the rows whose words match a text; all of them, also those marked as deleted.
  ///
  /// - Parameters:
  ///   - text: what is looked for.
  ///   - mode: how the text is read.
  ///   - question: conditions, order, limit and the place of a page beside it. Without an order, rows come by primary key
  ///     in boolean mode and the best first in natural mode.
  ///   - byRelevance: whether the best rows come first; the question has no order then.
  ///   - body: is lent each row, with its score, `nil` where rows come in the order of columns, and what of it the search
  ///     is about.
  /// - Returns: the place behind the last row; `nil` when no row follows. Whether all postings were read.
  public func search(
    _ text: String, mode: SearchMode, byRelevance: Bool = false, _ question: SQLQuestion,
    _ body: (borrowing RowReader, Double?, [SearchHighlight]) throws -> Void
  ) throws -> (next: PageCursor?, isComplete: Bool) {
    let test = SearchTest(index: table.schema.searches.first?.id ?? 0, text: text, mode: mode)
    let selection = SearchSelection(session: session, table: table, reach: reach, test: test)
    (selection.rows, selection.cursor) = (question.selection, question.cursor)
    selection.rows.includesDeleted = true
    selection.isRanked = byRelevance || mode == .natural && question.selection.order.isEmpty
    selection.isScored = true
    let engine = try selection.engine()
    var marker = SearchMarker(engine)
    let hasScores = selection.isInOwnOrder
    let next = try selection.findPage(engine) { row, score in
      try body(row, hasScores ? score : nil, marker.highlights(row))
    }
    return (next, !engine.budget.isSpent)
  }

  /// What may have been meant by the words of a search that no row has: see `BoundSearch.suggestions`.
  public func suggestions(for text: String, mode: SearchMode) throws -> [SearchSuggestion] {
    let test = SearchTest(index: table.schema.searches.first?.id ?? 0, text: text, mode: mode)
    return try SearchSuggester(SearchSelection(session: session, table: table, reach: reach, test: test).engine())
      .suggestions()
  }
}
