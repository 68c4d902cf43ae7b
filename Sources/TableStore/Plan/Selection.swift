/// A question to one table, without the table's type.
@usableFromInline struct Selection: Hashable, Sendable {
  var filter = Filter.constant(true)
  /// What comes first, second …; the primary key settles what is left.
  @usableFromInline var order: [OrderTerm] = []
  /// Which way the primary key settles ties; `nil` for that of the last term.
  var tieDirection: Direction?
  /// Whether the rows may come in any order.
  var isUnordered = true
  @usableFromInline var limit = Int.max
  @usableFromInline var offset = 0
  /// Only rows behind this place in the order.
  var after: PagePosition?
  /// Whether rows that are marked as deleted are wanted too.
  @usableFromInline var includesDeleted = false
  /// How many rows may be sorted.
  var sortLimit = Selection.usualSortLimit
  /// The only index that may be used; for tests and for those who know better.
  var index: UInt8?

  /// The kind of access that is taken wherever there is one, whatever it costs; for tests.
  var preference: AccessPreference?
  /// What is wrong with the question, found where nothing could be thrown.
  var misuse: String?

  /// Rows that may be sorted unless it is said otherwise.
  static let usualSortLimit = 100_000

  @usableFromInline init() {}

  init(filter: Filter = .constant(true), includesDeleted: Bool) {
    self.filter = filter
    self.includesDeleted = includesDeleted
  }

  /// Adds a condition.
  mutating func narrow(_ other: Filter) { filter = filter.and(other) }

  /// The whole order: the terms, and the primary key behind them unless it is among them; what follows it says nothing.
  func terms(_ schema: TableSchema) -> [OrderTerm] {
    if isUnordered && order.isEmpty { return [] }
    if let key = order.firstIndex(where: { $0.column == schema.primaryKey && $0.locale == nil }) {
      return Array(order[...key])
    }
    let direction = tieDirection ?? order.last?.direction ?? .ascending
    return order + [OrderTerm(schema.primaryKey, direction)]
  }
}

/// A kind of access.
enum AccessPreference: Hashable, Sendable, CaseIterable {
  case union, intersection, skipping, merging
}

/// A column to order by.
public struct OrderTerm: Hashable, Sendable {
  /// The column's ordinal.
  public var column: Int
  /// Which way.
  public var direction: Direction
  /// The language whose order text has: "sv"; `nil` for the column's collation.
  public var locale: String?

  /// Order by a column.
  @inlinable public init(_ column: Int, _ direction: Direction = .ascending, locale: String? = nil) {
    self.column = column
    self.direction = direction
    self.locale = locale
  }
}

/// A place in an order: behind the row with these values.
struct PagePosition: Hashable, Sendable {
  /// The sort elements of the last row, a term each.
  var elements: [[UInt8]]
}
