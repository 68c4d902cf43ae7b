extension Session {
  /// The same filter with the rows that its searches find in their place.
  final func resolved(_ filter: Filter, _ table: StoredTable, _ reach: Reach) throws -> Filter {
    switch filter {
    case .all(let filters): return .all(try filters.map { try resolved($0, table, reach) })
    case .any(let filters): return .any(try filters.map { try resolved($0, table, reach) })
    case .exists(let test) where test.filter.hasSearch:
      let inner = try resolved(test.filter, catalog[test.target.id], reach)
      let found = ExistenceTest(
        target: test.target, link: test.link, filter: inner, includesDeleted: test.includesDeleted)
      return .exists(test.isNegated ? found.negated : found)
    case .matches(let test):
      let search = try SearchEngine(self, table, reach, index: test.index, test.text, test.mode)
      let found = Filter.number(table.schema.primaryKey, try search.allKeys())
      guard !search.budget.isSpent else {
        throw StoreError.endlessSearch(table.schema.name, search.index.definition.name)
      }
      return test.isNegated ? found.negated : found
    default: return filter
    }
  }
}

extension StoreError {
  /// What to say of a search that would have to leave rows out and has no place to say so.
  static func endlessSearch(_ table: String, _ index: String, limit: Int = SearchEngine.usualLimit) -> StoreError {
    StoreError(
      .searchTooLarge, "the search reads more than \(limit) postings; make it narrower", table: table, constraint: index
    )
  }
}
