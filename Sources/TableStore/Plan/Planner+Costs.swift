internal import LMDB

/// A path with what it is likely to cost, in entries walked.
struct WeighedPath {
  var path: AccessPath
  /// Entries or rows that will be examined.
  var rows: Int
  var cost: Double
}

extension Planner {
  /// What fetching a row by its key costs beside walking one entry.
  private static let fetch = 3.0
  /// What walking one row in the order of rows costs.
  private static let row = 1.5
  /// What finding the start of a stretch costs.
  private static let seek = 6.0
  /// What sorting costs a row.
  private static let sort = 3.0

  /// The cheapest of some paths, which are not none. A path that finds one row, or just what is asked for in its order,
  /// needs no weighing.
  func choose(_ paths: [AccessPath]) throws -> WeighedPath {
    precondition(!paths.isEmpty, "there is always the primary key, or an error before")
    if let path = perfect(paths) { return WeighedPath(path: path, rows: try weigh(path).rows, cost: 1) }
    // What is likely to be cheap comes first: nothing else is looked into beyond its cost.
    let sorted = paths.sorted { $0.boundedParts > $1.boundedParts }
    var best = try weigh(sorted[0])
    for path in sorted.dropFirst() {
      if let cheaper = try weigh(path, cheaperThan: best.cost) { best = cheaper }
    }
    return best
  }

  /// A path that finds one row, or just what is asked for in its order; `nil` where there is none and costs decide.
  func perfect(_ paths: [AccessPath]) -> AccessPath? {
    if let path = paths.first(where: \.isOneRow) { return path }
    let asked = conditions.count - (softDeletePlace == nil ? 0 : 1)
    let perfect = paths.filter { path in
      isPerfect(path, asked) && path.orderedTerms == terms.count && path.ranges.count < 100
    }
    // Of equally good ones, that with the fewest stretches: an index across all tenants has one for all of them.
    let best = perfect.max { (rank($0), -$0.ranges.count) < (rank($1), -$1.ranges.count) }
    guard let best else { return nil }
    // Where nothing narrows and no page ends the walk, all rows are fetched one by one: walking them may cost less.
    if asked == 0 { return best.fetches && (selection.limit == .max || terms.isEmpty) ? nil : best }
    return best.index != nil || selection.limit != .max ? best : nil
  }

  private var softDeletePlace: Int? {
    selection.includesDeleted || table.schema.softDeleteColumn == nil ? nil : conditions.count - 1
  }

  /// Whether a path expresses every condition that was asked for, by points or with a row limit.
  private func isPerfect(_ path: AccessPath, _ asked: Int) -> Bool {
    guard asked < 64 else { return false }
    let all = ConditionSet(rawValue: (1 << UInt64(asked)) - 1).subtracting(needsNoCheck)
    return path.expressed.union(path.bounding).isSuperset(of: all)
  }

  private var needsNoCheck: ConditionSet {
    guard case .tenant = reach else { return [] }
    return scopeConditions
  }

  private func rank(_ path: AccessPath) -> Int {
    let isComplete = softDeletePlace.map { path.expressed.contains(place: $0) } ?? true
    return (isComplete ? 8 : 0) + (path.isCovering ? 4 : 0) + path.boundedParts
  }

  /// What a path is likely to cost.
  func weigh(_ path: AccessPath) throws -> WeighedPath { try weigh(path, cheaperThan: .infinity)! }

  /// What a path is likely to cost; `nil` when that is not below `most`.
  func weigh(_ path: AccessPath, cheaperThan most: Double) throws -> WeighedPath? {
    let selectivity = try conditions.indices.reduce(1.0) { product, place in
      path.expressed.contains(place: place) ? product : product * (try self.selectivity(of: conditions[place], place))
    }
    let isOrdered = path.orderedTerms == terms.count
    // An order that is given ends the walk at the limit.
    let enough =
      isOrdered && selection.limit != .max
      ? (Double(selection.limit) + Double(selection.offset)) / max(selectivity, 0.0001) : .infinity
    let each: Double =
      switch path.source {
      case .rows: Self.row
      case .locator: 1 + Self.fetch
      case .index: path.isCovering ? 1 : 1 + Self.fetch
      }
    let seeks = Double(path.ranges.count) * Self.seek
    guard seeks < most else { return nil }
    let entries = path.isOneRow ? 1 : Double(try estimate(path, upTo: min(enough, (most - seeks) / each)))
    let walked = min(entries, enough)
    var cost = walked * each + seeks
    if !isOrdered {
      // Rows that come in groups of the first terms are sorted group by group, and a limit ends that early.
      let sorted = walked * selectivity
      cost += sorted * (path.orderedTerms > 0 ? 1 : Self.sort) + (path.orderedTerms > 0 ? 0 : 0.5 * Self.fetch * sorted)
    }
    guard cost < most else { return nil }
    return WeighedPath(path: path, rows: Int(walked.rounded(.up)), cost: cost)
  }

  /// How much a condition is likely to let through.
  private func selectivity(of condition: Filter, _ place: Int) throws -> Double {
    if place == softDeletePlace { return 0.9 }
    return switch condition {
    case .number(table.schema.primaryKey, let set) where set.ranges.count > 1: try part(of: set)
    case .isNull, .like: 0.2
    case .isPresent: 0.8
    case .number(_, let set): set.ranges.count == 1 && set.ranges.first?.isPoint == true ? 0.1 : 0.4
    case .text(_, let set): set.ranges.count == 1 ? 0.1 : 0.4
    case .any: 0.4
    // Most rows have children of a kind at all.
    case .exists(let test) where test.filter == .constant(true): test.isNegated ? 0.3 : 0.7
    default: 0.3
    }
  }

  /// The part of all rows that primary keys can be.
  private func part(of keys: RangeSet<Int128>) throws -> Double {
    // Numbers of 128 bits are slow to make floating ones of.
    let wanted = keys.ranges.reduce(0) { sum, range in
      sum + (range.hasAtMost(1 << 32) ? Int(truncatingIfNeeded: range.upperBound - range.lowerBound) : 1 << 32)
    }
    return min(1, Double(wanted) / Double(max(1, try session.sizes(of: table)[KeySpace.rows].entries)))
  }

  /// How many entries a path's stretches hold: counted up to a bound, guessed beyond it by the index's count of entries.
  ///
  /// - Parameter enough: whoever asks makes no difference between so many and more.
  func estimate(_ path: AccessPath, upTo enough: Double = .infinity) throws -> Int {
    if path.boundedParts == 0, reach == .everything || !table.schema.isScoped { return try entries(of: path) }
    guard !path.ranges.isEmpty else { return 0 }
    let looked = min(path.ranges.count, Self.rangesLookedInto)
    let most = Self.entriesLookedAt / looked
    let asked = Int(min(Double(Self.entriesLookedAt), enough.rounded(.up)))
    var found = 0
    var isCut = false
    for range in path.ranges.prefix(looked) {
      let count = try session.countEntries(table, range, atMost: max(1, min(most, asked - found)))
      found += count
      if count == most { isCut = true }
      if found >= asked, asked < Self.entriesLookedAt { return found }
    }
    let scaled = found * path.ranges.count / max(1, looked)
    guard isCut else { return scaled }
    // More than was counted: a fifth of all for each bounded column, as far as that is more.
    let fraction = (0..<path.boundedParts).reduce(1.0) { fraction, _ in fraction * 0.2 }
    let part = Double(try entries(of: path)) * fraction * (path.index?.hasScope == true ? 0.5 : 1)
    return max(scaled * 2, Int(part))
  }

  /// How many entries a path's key space has.
  private func entries(of path: AccessPath) throws -> Int {
    let space: UInt8 =
      switch path.source {
      case .rows: KeySpace.rows
      case .locator: KeySpace.locator
      case .index(let index): index.id
      }
    return Int(try session.sizes(of: table)[space].entries)
  }

  private static let entriesLookedAt = 256
  private static let rangesLookedInto = 8
}

extension Range where Bound == Int128 {
  fileprivate var isPoint: Bool { lowerBound != .min && upperBound == lowerBound + 1 }
}
