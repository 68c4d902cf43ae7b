internal import LMDB

/// Finds the cheapest way to answer a question to one table.
///
/// The conditions that hold together are turned into bounds of single columns. Each index, and the primary key, makes of
/// them stretches of its keys: points in its leading columns, then one range. What the stretches do not say is rechecked
/// on each row, and an order that they do not give is sorted. Costs are counted in entries; where two ways compete, their
/// stretches are looked into (`Planner+Costs.swift`).
final class Planner {
  let session: Session
  let table: StoredTable
  let reach: Reach
  let selection: Selection
  /// What is read of each row; `nil` for all of it.
  let needs: ColumnSet?

  let conditions: [Filter]
  let terms: [OrderTerm]
  @exclusivity(unchecked) private(set) var bounds = BoundedColumns()
  /// Whether no row can fulfil the conditions.
  @exclusivity(unchecked) private(set) var isEmpty = false
  /// The columns that have one value in all rows that are asked for.
  @exclusivity(unchecked) private(set) var constants = ColumnSet()
  @exclusivity(unchecked) private var knownScopes: [Scope]?
  @exclusivity(unchecked) private var knownElements: [[UInt8]]?
  /// The columns that the conditions look at, when numbers and NULL marks are all that they look at.
  private let numericColumns: ColumnSet?

  init(_ session: Session, _ table: StoredTable, _ reach: Reach, _ selection: Selection, needs: ColumnSet?) {
    (self.session, self.table, self.reach, self.selection, self.needs) = (session, table, reach, selection, needs)
    let schema = table.schema
    var conditions = selection.filter.conjuncts
    if !selection.includesDeleted, let condition = schema.isNotDeleted { conditions.append(condition) }
    self.conditions = conditions
    terms = selection.terms(schema)
    numericColumns =
      needs != nil && conditions.allSatisfy(\.needsOnlyNumbers)
      ? conditions.reduce(ColumnSet()) { $0.union($1.columns) } : nil
    for (place, condition) in conditions.enumerated() {
      if case .constant(let truth) = condition, truth != true { isEmpty = true }
      guard let (column, said) = condition.bounds() else { continue }
      var found = said
      found.conditions = ConditionSet(place: place)
      if found.isExact { found.expressed = found.conditions }
      if !bounds.narrow(column, to: found) { isEmpty = true }
    }
    boundTenant()
    for column in bounds.ordinals where isPoint(column) { constants.insert(column) }
    if let column = schema.layout.scopeInKey, case .tenant = reach { constants.insert(column) }
  }

  /// A tenant's own number is known; asking for another's finds nothing.
  private func boundTenant() {
    let schema = table.schema
    guard let column = schema.layout.scopeInKey, case .tenant(let tenant) = reach, let found = bounds[column] else {
      return
    }
    if !found.ranges.contains(StoredValue.element(Int128(tenant))) { isEmpty = true }
  }

  /// The plan, or an error when the order would have to be sorted beyond what is allowed.
  ///
  /// - Parameter shape: the question's, when what is remembered of others may be used.
  func plan(_ shape: UInt64? = nil) throws -> Plan {
    if let misuse = selection.misuse { throw StoreError(.invalidValue, misuse, table: table.schema.name) }
    if isEmpty { return nothing }
    if let shape, let plan = try rememberedPlan(shape) { return plan }
    let plan = try newPlan()
    if let shape { remember(plan, for: shape) }
    return plan
  }

  private func newPlan() throws -> Plan {
    if let path = try oneRow() { return selection.limit == 0 ? nothing : plan(path, estimate: nil) }
    var paths = try indexPaths()
    let key = table.schema.primaryKey
    let asksForKey = bounds.contains(key) || paths.isEmpty || terms.first?.column == key
    if asksForKey, selection.index == nil { paths += try primaryPaths() }
    if paths.isEmpty { throw unusableIndex }
    if selection.limit == 0 { return nothing }
    if selection.preference == nil, let path = perfect(paths) { return plan(path, estimate: nil) }
    if !asksForKey, selection.index == nil { paths += try primaryPaths() }
    if let preferred = try preferred(paths) { return preferred }
    var best = try choose(paths)
    if selection.index == nil, best.cost > Self.worthCombining {
      if let skipping = try skippingPath(), skipping.cost < best.cost { best = skipping }
      if let combined = try combined(paths, cheaperThan: best.cost) { return combined }
    }
    return plan(best.path, estimate: best.rows)
  }

  private var nothing: Plan { Plan(self, .nothing, filter: nil, estimate: 0) }

  /// A plan that walks one path and rechecks what it does not express.
  func plan(_ path: AccessPath, estimate: Int?) -> Plan {
    Plan(self, .path(path), filter: residual(path.expressed), estimate: estimate)
  }

  /// The conditions outside a set; `nil` when none is left.
  func residual(_ expressed: ConditionSet) -> Filter? {
    var left: [Filter] = []
    for (place, condition) in conditions.enumerated() where !expressed.contains(place: place) && !isKnown(condition) {
      left.append(condition)
    }
    return left.count > 1 ? .all(left) : left.first
  }

  /// Whether a condition is about the tenant's column only, whose value is known.
  private func isKnown(_ condition: Filter) -> Bool {
    guard case .tenant = reach, let column = table.schema.layout.scopeInKey, case .number(column, _) = condition else {
      return false
    }
    return true
  }

  /// Below so many entries no combination of indexes is thought about.
  static let worthCombining = 400.0
}

// MARK: Paths

extension Planner {
  /// The ways that there are: the primary key, and every index whose leading column is bounded or whose order is asked
  /// for.
  func paths() throws -> [AccessPath] {
    try (selection.index == nil ? primaryPaths() : []) + indexPaths()
  }

  /// The way to the one row that a unique index has, when all of its columns are known; others need not be looked at.
  private func oneRow() throws -> AccessPath? {
    guard selection.index == nil, selection.preference == nil else { return nil }
    for index in table.indexes where index.isUnique && index.parts.allSatisfy({ bounds.contains($0.column) }) {
      if let path = try path(index), path.isOneRow { return path }
    }
    return nil
  }

  private func indexPaths() throws -> [AccessPath] {
    var paths: [AccessPath] = []
    for index in table.indexes where selection.index == nil || selection.index == index.id {
      if let path = try path(index) { paths.append(path) }
    }
    return paths
  }

  /// Whose rows are asked for, in order; those of all tenants are looked up, once.
  func scopes() throws -> [Scope] {
    if let knownScopes { return knownScopes }
    let scopes = try findScopes()
    knownScopes = scopes
    return scopes
  }

  /// The same as key elements.
  private func scopeElements() throws -> [[UInt8]] {
    if let knownElements { return knownElements }
    let elements = try scopes().map(\.element)
    knownElements = elements
    return elements
  }

  private func findScopes() throws -> [Scope] {
    let schema = table.schema
    guard schema.isScoped else { return [.global] }
    if case .tenant(let tenant) = reach { return [.tenant(tenant)] }
    guard let column = schema.layout.scopeInKey, let bounds = bounds[column] else {
      return try session.scopes(of: table)
    }
    if let points = bounds.points {
      let tenants = points.filter { $0 > 0 }.compactMap { UInt64(exactly: $0) }.map(Scope.tenant)
      return (points.contains(0) && !schema.columns[column].isNullable ? [.system] : []) + tenants
    }
    return try session.scopes(of: table).filter { scope in
      switch scope {
      case .tenant(let tenant): bounds.ranges.contains(StoredValue.element(Int128(tenant)))
      case .system where schema.columns[column].isNullable: bounds.ranges.contains(KeyBytes([0]))
      case .system: bounds.ranges.contains(StoredValue.element(0))
      case .global: true
      }
    }
  }

  /// The tenant's conditions, which walking only certain scopes expresses.
  var scopeConditions: ConditionSet {
    table.schema.layout.scopeInKey.flatMap { bounds[$0]?.expressed } ?? []
  }

  func primaryPaths() throws -> [AccessPath] {
    let schema = table.schema
    var paths: [AccessPath] = []
    let isAcross = schema.isScoped && reach == .everything
    let key = bounds[schema.primaryKey]
    let intervals = key.map { schema.hasIntegerKey ? Array($0.ranges.ranges) : Self.cutKeys($0.ranges) } ?? [.values]
    let expressed = schema.hasIntegerKey ? key?.expressed ?? [] : []
    func ranges(_ prefix: [UInt8]) -> [KeyRange] {
      if key == nil { return [KeyRange(prefix: prefix)] }
      return intervals.map { interval in
        KeyRange(lower: prefix + interval.lowerBound.bytes, upper: prefix + interval.upperBound.bytes)
      }
    }
    if !isAcross || key == nil || terms.first.map({ $0.column != schema.primaryKey }) ?? true {
      let prefixes = try scopeElements().map { [KeySpace.rows] + $0 }
      var path = AccessPath(
        source: .rows, ranges: prefixes.flatMap(ranges), expressed: expressed.union(scopeConditions))
      path.boundedParts = key == nil ? 0 : 1
      path.isOneRow = path.ranges.count == 1 && (key?.points?.count == 1 || isPoint(key))
      matchOrder(&path, parts: [(schema.primaryKey, key == nil ? 0 : -1)], scopes: prefixes.count)
      paths.append(path)
    }
    if isAcross {
      var path = AccessPath(source: .locator, ranges: ranges([KeySpace.locator]), expressed: expressed)
      path.boundedParts = key == nil ? 0 : 1
      path.isOneRow = path.ranges.count == 1 && (key?.points?.count == 1 || isPoint(key))
      matchOrder(&path, parts: [(schema.primaryKey, 0)], scopes: 1)
      paths.append(path)
    }
    return paths
  }

  private func isPoint(_ bounds: ColumnBounds?) -> Bool {
    guard let ranges = bounds?.ranges.ranges, ranges.count == 1, let range = ranges.first else { return false }
    return bounds?.isExact == true && range.upperBound == range.lowerBound.successor
      && range.lowerBound.bytes.last == 0x0B && range.lowerBound.bytes.count <= KeyLimits.exactPrimaryKey
  }

  /// A text primary key takes at most so many bytes of a key: a longer one is found by what it begins with.
  private static func cutKeys(_ ranges: RangeSet<KeyBytes>) -> [Range<KeyBytes>] {
    let limit = KeyLimits.exactPrimaryKey
    func cut(_ key: KeyBytes) -> KeyBytes { key.bytes.count > limit ? KeyBytes(Array(key.bytes[..<limit])) : key }
    let intervals = ranges.ranges.map { range in
      let upper = cut(range.upperBound)
      let end = upper == range.upperBound ? upper : upper.successor
      return KeyInterval(range: cut(range.lowerBound)..<end, isPoint: false, isExact: false)
    }
    return intervals.joined().map(\.range)
  }

  /// The way through an index; `nil` when it neither narrows nor orders anything.
  func path(_ index: IndexLayout, leading: [KeyBytes]? = nil) throws -> AccessPath? {
    guard isImplied(index) else { return nil }
    let isWanted =
      index.condition != nil || selection.index != nil || leading != nil || index.parts.isEmpty
      || index.parts.first.map { bounds.contains($0.column) } == true || givesOrder(index) || covers(index)
    guard isWanted else { return nil }
    var prefixes = index.hasScope ? try scopeElements().map { [index.id] + $0 } : [[index.id]]
    let scopeCount = prefixes.count
    var path = AccessPath(source: .index(index), ranges: [], expressed: index.hasScope ? scopeConditions : [])
    if index.condition != nil { path.expressed.formUnion(expressed(by: index)) }
    var parts = index.parts.map { (column: $0.prefix == nil ? $0.column : -1, points: 0) }
    var ranges: [KeyRange]?
    var hasNull = false
    for (place, part) in index.parts.enumerated() {
      guard let stretches = stretches(of: index, place, leading: place == 0 ? leading : nil) else { break }
      let isPoints = stretches.intervals.allSatisfy(\.isPoint)
      guard isPoints || ranges == nil, prefixes.count * stretches.intervals.count <= Self.mostRanges else { break }
      path.boundedParts += 1
      path.bounding.formUnion(bounds[part.column]?.conditions ?? [])
      if stretches.intervals.allSatisfy(\.isExact) { path.expressed.formUnion(stretches.expressed) }
      guard isPoints else {
        ranges = prefixes.flatMap { prefix in
          stretches.intervals.map {
            KeyRange(lower: prefix + $0.range.lowerBound.bytes, upper: prefix + $0.range.upperBound.bytes)
          }
        }
        break
      }
      parts[place].points = stretches.intervals.count
      hasNull = hasNull || stretches.intervals.contains { $0.range == .null }
      Self.extend(&prefixes, stretches.intervals)
    }
    path.ranges = ranges ?? prefixes.map { KeyRange(prefix: $0) }
    path.isOneRow =
      index.isUnique && !hasNull && path.ranges.count == 1 && parts.allSatisfy { $0.points > 0 }
    path.skipsLeading = leading != nil
    matchOrder(&path, parts: parts, scopes: scopeCount)
    path.isCovering = isCovering(index, path.expressed)
    return path
  }

  /// Puts each point behind each prefix.
  private static func extend(_ prefixes: inout [[UInt8]], _ points: [KeyInterval]) {
    if prefixes.count == 1, points.count == 1 { return prefixes[0] += points[0].range.lowerBound.bytes }
    prefixes = prefixes.flatMap { prefix in points.map { prefix + $0.range.lowerBound.bytes } }
  }

  /// So many stretches are walked at most.
  private static let mostRanges = 2_000

  /// What the conditions leave of one part of an index: points one by one where what follows makes use of that.
  private func stretches(
    of index: IndexLayout, _ place: Int, leading: [KeyBytes]?
  ) -> (intervals: [KeyInterval], expressed: ConditionSet)? {
    let part = index.parts[place]
    if let leading {
      return (leading.map { KeyInterval(range: .point($0), isPoint: true, isExact: true) }, [])
    }
    guard let bounds = bounds[part.column] else { return nil }
    if let point = bounds.point {
      return ([KeyInterval(range: point, isPoint: true, isExact: true)], bounds.expressed)
    }
    let isUsed =
      place + 1 < index.parts.count && (!terms.isEmpty || self.bounds.contains(index.parts[place + 1].column))
    if isUsed || bounds.numbers?.ranges.count == 1, let points = bounds.points, isUsed || points.count == 1 {
      let intervals = points.map {
        KeyInterval(range: .point(StoredValue.element($0)), isPoint: true, isExact: true)
      }
      return (intervals, bounds.expressed)
    }
    return (index.intervals(bounds.ranges, of: part), bounds.expressed)
  }

  private func givesOrder(_ index: IndexLayout) -> Bool {
    guard let term = terms.first(where: { !isConstant($0) }) else { return false }
    let part = index.parts.first { !isConstant($0.column) }
    return part?.column == term.column && part?.prefix == nil
  }

  /// Whether an entry of the index has all that is read and rechecked.
  private func isCovering(_ index: IndexLayout, _ expressed: ConditionSet) -> Bool {
    guard let needs, needs.isSubset(of: index.readable) else { return false }
    guard let residual = residual(expressed) else { return true }
    return residual.needsOnlyNumbers && residual.columns.isSubset(of: index.readable)
  }

  /// Whether an index can answer without rows, though it narrows nothing.
  private func covers(_ index: IndexLayout) -> Bool {
    guard !index.isUnique, let needs, let numericColumns else { return false }
    return needs.union(numericColumns).isSubset(of: index.readable)
  }
}
