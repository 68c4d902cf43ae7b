/// Rows in ascending order of their primary keys, moved forward on demand.
///
/// A class with subclasses and no protocol: a step costs one call through a table.
class RowStream {
  /// Where the stream stands; `end` behind the last row.
  @exclusivity(unchecked) final var row: UInt64 = 0
  /// What a stream that is used up stands at: no primary key is as large.
  static let end = UInt64.max

  /// Moves to the first row at or behind `target`, which is not before the present one.
  func advance(to target: UInt64) throws { row = Self.end }
}

/// Rows that are known already.
final class KnownRows: RowStream {
  private let rows: [UInt64]
  @exclusivity(unchecked) private var position = 0

  /// - Parameter rows: in ascending order.
  init(_ rows: [UInt64]) {
    self.rows = rows
    super.init()
    row = rows.first ?? Self.end
  }

  override func advance(to target: UInt64) {
    // Doubling steps, then a binary search: near rows are found as soon as far ones.
    var (low, step) = (position, 1)
    while low + step < rows.count, rows[low + step] < target {
      low += step
      step *= 2
    }
    var high = min(low + step, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < target { low = middle + 1 } else { high = middle }
    }
    position = low
    row = low < rows.count ? rows[low] : Self.end
  }
}

/// Rows that are in one of two streams or in both.
final class UnionStream: RowStream {
  private let first: RowStream
  private let second: RowStream

  init(_ first: RowStream, _ second: RowStream) {
    (self.first, self.second) = (first, second)
    super.init()
    row = min(first.row, second.row)
  }

  /// A union of any number of streams.
  static func of(_ parts: ArraySlice<RowStream>) -> RowStream {
    guard parts.count > 1 else { return parts.first ?? KnownRows([]) }
    let middle = parts.startIndex + parts.count / 2
    return UnionStream(of(parts[..<middle]), of(parts[middle...]))
  }

  override func advance(to target: UInt64) throws {
    if first.row < target { try first.advance(to: target) }
    if second.row < target { try second.advance(to: target) }
    row = min(first.row, second.row)
  }
}

/// Rows that are in two streams.
final class IntersectionStream: RowStream {
  private let first: RowStream
  private let second: RowStream

  init(_ first: RowStream, _ second: RowStream) throws {
    (self.first, self.second) = (first, second)
    super.init()
    try settle()
  }

  /// An intersection of any number of streams; of none, no rows.
  static func of(_ parts: ArraySlice<RowStream>) throws -> RowStream {
    guard parts.count > 1 else { return parts.first ?? KnownRows([]) }
    let middle = parts.startIndex + parts.count / 2
    return try IntersectionStream(of(parts[..<middle]), of(parts[middle...]))
  }

  override func advance(to target: UInt64) throws {
    if first.row < target { try first.advance(to: target) }
    try settle()
  }

  private func settle() throws {
    while first.row != second.row {
      if first.row < second.row {
        try first.advance(to: second.row)
      } else {
        try second.advance(to: first.row)
      }
    }
    row = first.row
  }
}

/// Rows that are in the first stream and not in the second.
final class DifferenceStream: RowStream {
  private let base: RowStream
  private let excluded: RowStream

  init(_ base: RowStream, without excluded: RowStream) throws {
    (self.base, self.excluded) = (base, excluded)
    super.init()
    try settle()
  }

  override func advance(to target: UInt64) throws {
    if base.row < target { try base.advance(to: target) }
    try settle()
  }

  private func settle() throws {
    while base.row != Self.end {
      if excluded.row < base.row { try excluded.advance(to: base.row) }
      if excluded.row != base.row { break }
      try base.advance(to: base.row + 1)
    }
    row = base.row
  }
}

/// Rows of a stream that a test passes: those of a phrase, whose words have to follow each other.
final class CheckedStream: RowStream {
  private let base: RowStream
  private let passes: (UInt64) throws -> Bool

  init(_ base: RowStream, _ passes: @escaping (UInt64) throws -> Bool) throws {
    self.base = base
    self.passes = passes
    super.init()
    try settle()
  }

  override func advance(to target: UInt64) throws {
    if base.row < target { try base.advance(to: target) }
    try settle()
  }

  private func settle() throws {
    while base.row != Self.end, try !passes(base.row) { try base.advance(to: base.row + 1) }
    row = base.row
  }
}
