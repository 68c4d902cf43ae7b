internal import LMDB

/// Whose rows a question is about, and the ways to them by primary key.
extension Planner {
  /// Whose rows are asked for, in order; those of all tenants are looked up, once.
  func scopes() throws -> [Scope] {
    if let knownScopes { return knownScopes }
    let scopes = try findScopes()
    knownScopes = scopes
    return scopes
  }

  /// The same as key elements.
  func scopeElements() throws -> [[UInt8]] {
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

  /// The ways by primary key: through the rows, tenant by tenant, and for all tenants through the locator.
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
    // The locator has them in one order; a stretch in each tenant's part for each key would be too many.
    let isScattered =
      try isAcross && key != nil
      && (intervals.count > Self.mostRanges || scopeElements().count * intervals.count > Self.mostRanges)
    if !isAcross || key == nil || !isScattered && terms.first.map({ $0.column != schema.primaryKey }) ?? true {
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
}
