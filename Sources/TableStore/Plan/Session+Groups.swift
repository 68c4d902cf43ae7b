internal import LMDB

extension Plan {
  /// Whether groups can be counted run by run: entries alone tell, and those of one group follow each other.
  func countsRuns(by terms: [GroupTerm]) -> Bool {
    guard isCovering, recheck.program == nil, selection.limit == .max, selection.offset == 0, selection.after == nil,
      case .path(let path) = access, let index = path.index, !index.hasHolder, case .inTurn = path.sequence,
      let last = index.lastTerm(of: terms)
    else { return false }
    // A day is a run only where nothing that is asked for follows it in the key.
    return terms.allSatisfy {
      $0 == last || $0.zone == nil && index.positions[$0.column] != index.positions[last.column]
    }
  }
}

extension IndexLayout {
  /// The term whose column stands behind those of all others; `nil` where a column is not a number of an entry.
  fileprivate func lastTerm(of terms: [GroupTerm]) -> GroupTerm? {
    guard terms.allSatisfy({ positions[$0.column] >= 0 }) else { return nil }
    return terms.max { positions[$0.column] < positions[$1.column] }
  }
}

extension Session {
  /// Counts the entries of a covering walk by groups: the status counts of a dashboard, a chart of days. Only the first
  /// entry of a run is looked into; the others lie before a bound.
  ///
  /// - Parameter plan: one that `countsRuns(by:)` says yes for.
  final func countRuns(_ plan: Plan, _ grouping: inout Grouping) throws {
    guard case .path(let path) = plan.access, let index = path.index, let last = index.lastTerm(of: grouping.terms)
    else { preconditionFailure("runs are counted of an index") }
    try settleIndexes(plan.table)
    let keyspace = try plan.table.requireKeyspace()
    let end = ByteBuffer(capacity: 64)
    for range in path.ranges {
      try requireTime()
      let upper = range.upper.span.bytes
      var cursor = try transaction.cursor(in: keyspace)
      var isFound = try cursor.seek(toFirstAtOrAfter: range.lower.span.bytes)
      while isFound, cursor.key.compare(upper) < 0 {
        let group = try group(of: cursor.key, index, plan, &grouping)
        try index.makeRunEnd(of: cursor.key, last, upper, end)
        var run = 0
        repeat {
          run &+= 1
          if run & (Self.entriesPerLook - 1) == 0 { try requireTime() }
          isFound = try cursor.next()
        } while isFound && cursor.key.compare(end.bytes) < 0
        grouping.add(run, to: group)
        tally.examined &+= run
      }
    }
  }

  private final func group(
    of key: RawSpan, _ index: IndexLayout, _ plan: Plan, _ grouping: inout Grouping
  ) throws -> Int {
    let schema = plan.table.schema
    let scope = index.hasScope ? try scopeBehindIndex(key, plan) : .global
    let element = key.extracting(droppingFirst: try index.scan(key, columns: index.parts.count))
    let integer = try schema.integer(element)
    return try key.withUnsafeBytes { bytes in
      try grouping.group(of: try EntryReader(bytes, index, schema, scope: scope, integer: integer))
    }
  }
}

extension IndexLayout {
  /// Puts into `end` what all entries of a run lie before that begins with the one at hand, and which is not behind `upper`.
  fileprivate func makeRunEnd(of key: RawSpan, _ last: GroupTerm, _ upper: RawSpan, _ end: ByteBuffer)
    throws(StoreError)
  {
    let start = try scan(key, columns: Int(positions[last.column]))
    var scanner = KeyScanner(at: start)
    let number = try scanner.integer(in: key)
    end.removeAll()
    if let number, last.zone != nil {
      end.append(key.extracting(first: start))
      end.appendKey(last.end(ofGroupOf: number))
    } else {
      // Behind every element that may follow.
      let highest = KeyBytes.highest.bytes
      end.append(key.extracting(first: scanner.offset))
      end.append(highest.span.bytes)
    }
    if upper.compare(end.bytes) < 0 {
      end.removeAll()
      end.append(upper)
    }
  }
}
