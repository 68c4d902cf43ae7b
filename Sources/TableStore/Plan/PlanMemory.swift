internal import Synchronization

/// What is remembered of the last questions to a table, by the questions' shapes: patterns of plans, and for questions
/// that cost decides, which way was taken last.
///
/// Nothing in it is believed: a pattern says itself whether a question fits it, and a way is made anew for the values at
/// hand and held against what a good way must be. So a forgotten, overwritten or mistaken entry costs time and nothing
/// else, no lock is needed, and nothing is ever invalid.
final class PlanMemory: Sendable {
  /// The upper 56 bits of a shape and, below them, the place of a way; 0 where nothing is remembered.
  private let ways = InlineArray<64, Atomic<UInt64>> { _ in Atomic(0) }
  /// The first patterns that there were; each stays as long as the table.
  private let patterns = InlineArray<64, AtomicLazyReference<PlanPattern>> { _ in AtomicLazyReference() }

  /// The place of the way that was taken for a shape.
  func way(for shape: UInt64) -> UInt8? {
    let way = ways[Self.slot(of: shape)].load(ordering: .relaxed)
    return (way ^ shape) >> 8 == 0 && way != 0 ? UInt8(truncatingIfNeeded: way) : nil
  }

  func remember(_ way: UInt8, for shape: UInt64) {
    ways[Self.slot(of: shape)].store(shape & ~0xFF | UInt64(way), ordering: .relaxed)
  }

  /// The pattern of a shape.
  func pattern(for shape: UInt64) -> PlanPattern? {
    for probe in 0..<Self.probes {
      guard let pattern = patterns[Self.slot(of: shape, probe)].load() else { return nil }
      if pattern.shape == shape { return pattern }
    }
    return nil
  }

  /// Keeps a pattern.
  ///
  /// - Returns: whether there is room for it.
  func remember(_ pattern: PlanPattern) -> Bool {
    for probe in 0..<Self.probes {
      if patterns[Self.slot(of: pattern.shape, probe)].storeIfNil(pattern).shape == pattern.shape { return true }
    }
    return false
  }

  /// The slot of a shape; a pattern may stand in several, which are looked at in turn.
  private static func slot(of shape: UInt64, _ probe: Int = 0) -> Int {
    Int(truncatingIfNeeded: (shape << UInt64(6 * probe)) >> 58)
  }

  private static let probes = 4
}
