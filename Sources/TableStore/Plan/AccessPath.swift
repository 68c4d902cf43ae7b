internal import LMDB

/// A way to the rows: which stretches of which key space are walked, and what that spares.
struct AccessPath: Sendable {
  enum Source: Sendable {
    /// The rows themselves, tenant by tenant.
    case rows
    /// All tenants' rows by primary key.
    case locator
    case index(IndexLayout)
  }

  /// How rows of several stretches follow each other.
  enum Sequence: Sendable {
    /// Stretch by stretch.
    case inTurn
    /// Merged by what follows so many parts of the key; the scope is passed over too.
    case merged(parts: Int)
  }

  let source: Source
  var ranges: [KeyRange]
  /// The conditions that need no recheck.
  var expressed: ConditionSet
  /// The conditions that bound the stretches, also those that are rechecked nevertheless: the prefix of a LIKE.
  var bounding: ConditionSet = []
  var sequence = Sequence.inTurn
  /// How many terms of the order come by themselves.
  var orderedTerms = 0
  var isDescending = false
  /// How many columns are bounded, for telling better from worse without looking.
  var boundedParts = 0
  /// Whether at most one row can be found.
  var isOneRow = false
  /// Whether an entry has all that is needed of its row.
  var isCovering = false
  /// Whether the leading column was not asked for, and its values are gone through.
  var skipsLeading = false

  /// The index; `nil` for the rows by primary key.
  var index: IndexLayout? { if case .index(let index) = source { index } else { nil } }

  /// Whether a row is fetched for each entry.
  var fetches: Bool { if case .rows = source { false } else { !isCovering } }

  /// The columns of the key, as far as order is concerned.
  func keyColumns(_ schema: TableSchema) -> [Int] { index?.parts.map(\.column) ?? [schema.primaryKey] }
}
