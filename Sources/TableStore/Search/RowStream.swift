/// Rows in ascending order of their primary keys, moved forward on demand.
///
/// A class with subclasses and no protocol: a step costs one call through a table.
class RowStream {
  /// Where the stream stands; `end` behind the last row.
  final var row: UInt64 = 0
  /// What a stream that is used up stands at: no primary key is as large.
  static let end = UInt64.max

  /// Moves to the first row at or behind `target`, which is not before the present one.
  func advance(to target: UInt64) throws { row = Self.end }
}

/// Rows that are known already.
final class KnownRows: RowStream {
  private let rows: [UInt64]
  private var position = 0

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

/// Rows that are in one stream or more.
final class UnionStream: RowStream {
  let parts: [RowStream]

  init(_ parts: [RowStream]) {
    self.parts = parts
    super.init()
    row = parts.reduce(Self.end) { min($0, $1.row) }
  }

  override func advance(to target: UInt64) throws {
    var least = Self.end
    for part in parts {
      if part.row < target { try part.advance(to: target) }
      if part.row < least { least = part.row }
    }
    row = least
  }
}

/// Rows that are in all streams.
final class IntersectionStream: RowStream {
  private let parts: [RowStream]

  /// - Parameter parts: one or more, the shortest first.
  init(_ parts: [RowStream]) throws {
    self.parts = parts
    super.init()
    try settle(at: parts[0].row)
  }

  override func advance(to target: UInt64) throws { try settle(at: target) }

  private func settle(at target: UInt64) throws {
    var target = target
    var agreeing = 0
    var next = 0
    while agreeing < parts.count && target != Self.end {
      let part = parts[next]
      if part.row < target { try part.advance(to: target) }
      if part.row == target {
        agreeing += 1
      } else {
        (target, agreeing) = (part.row, 1)
      }
      next = next + 1 == parts.count ? 0 : next + 1
    }
    row = target
  }
}

/// Rows that are in the first stream and in none of the others.
final class DifferenceStream: RowStream {
  private let base: RowStream
  private let excluded: [RowStream]

  init(_ base: RowStream, without excluded: [RowStream]) throws {
    self.base = base
    self.excluded = excluded
    super.init()
    try settle()
  }

  override func advance(to target: UInt64) throws {
    if base.row < target { try base.advance(to: target) }
    try settle()
  }

  private func settle() throws {
    while base.row != Self.end, try isExcluded(base.row) { try base.advance(to: base.row + 1) }
    row = base.row
  }

  private func isExcluded(_ row: UInt64) throws -> Bool {
    for stream in excluded {
      if stream.row < row { try stream.advance(to: row) }
      if stream.row == row { return true }
    }
    return false
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
