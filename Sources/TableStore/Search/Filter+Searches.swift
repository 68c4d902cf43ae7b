extension Filter {
  /// Whether there is a search in it.
  var hasSearch: Bool {
    switch self {
    case .matches: true
    case .all(let filters), .any(let filters): filters.contains(where: \.hasSearch)
    case .exists(let test): test.filter.hasSearch
    default: false
    }
  }
}
