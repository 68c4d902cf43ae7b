internal import LMDB

/// A filter laid out for evaluation: nodes in a row, each with the end of what is below it, so that a row is judged
/// without allocation and without following references.
final class FilterProgram: Sendable {
  enum Operation: UInt8, BitwiseCopyable {
    case yes, no, all, any, isNull, isPresent, numbers, numberSet, texts, like, member, computed, exists, matches
  }

  struct Node: BitwiseCopyable, Sendable {
    var operation: Operation
    /// Behind the last node below this one.
    var end: Int32
    /// Which of the operands of its kind.
    var operand: Int32
    var slot: FieldSlot
    /// The numbers that are accepted, without the upper one.
    var lower: Int128
    var upper: Int128
  }

  let schema: TableSchema
  let filter: Filter
  private(set) nonisolated(unsafe) var nodes: ContiguousArray<Node> = []
  private(set) nonisolated(unsafe) var numberSets: [[Range<Int128>]] = []
  private(set) nonisolated(unsafe) var texts: [TextTest] = []
  private(set) nonisolated(unsafe) var likes: [LikeTest] = []
  private(set) nonisolated(unsafe) var members: [JSONMemberTest] = []
  private(set) nonisolated(unsafe) var computations: [SQLComputation] = []
  private(set) nonisolated(unsafe) var existences: [ExistenceTest] = []

  /// Everything is laid out here and never changed again.
  init(_ filter: Filter, _ schema: TableSchema) {
    self.filter = filter
    self.schema = schema
    append(filter)
  }

  private func append(_ filter: Filter) {
    switch filter {
    case .constant(let truth): add(truth == true ? .yes : .no, 0, nil)
    case .all(let filters): append(filters, .all)
    case .any(let filters): append(filters, .any)
    case .isNull(let column): add(.isNull, 0, column)
    case .isPresent(let column): add(.isPresent, 0, column)
    case .number(let column, let set):
      let ranges = Array(set.ranges)
      guard ranges.count != 1 else { return add(.numbers, 0, column, ranges[0]) }
      numberSets.append(ranges)
      add(.numberSet, numberSets.count - 1, column)
    case .text(let column, let set):
      texts.append(TextTest(set, schema.columns[column]))
      add(.texts, texts.count - 1, column)
    case .like(let column, let test):
      likes.append(test)
      add(.like, likes.count - 1, column)
    case .member(let column, let test):
      members.append(test)
      add(.member, members.count - 1, column)
    case .computed(let computation):
      computations.append(computation)
      add(.computed, computations.count - 1, nil)
    case .matches: add(.matches, 0, nil)
    case .exists(let test):
      existences.append(test)
      add(.exists, existences.count - 1, nil)
    }
  }

  private func append(_ filters: [Filter], _ operation: Operation) {
    let position = nodes.count
    add(operation, 0, nil)
    for filter in filters { append(filter) }
    nodes[position].end = Int32(nodes.count)
  }

  private func add(_ operation: Operation, _ operand: Int, _ column: Int?, _ range: Range<Int128> = 0..<0) {
    nodes.append(
      Node(
        operation: operation, end: Int32(nodes.count + 1), operand: Int32(operand),
        slot: FieldSlot(column ?? schema.primaryKey, schema), lower: range.lowerBound, upper: range.upperBound))
  }
}

/// The texts that a column may have, as collation keys in order.
struct TextTest: Sendable {
  let ranges: [Range<KeyBytes>]
  let collation: Collation

  init(_ set: RangeSet<KeyBytes>, _ column: ColumnDefinition) {
    ranges = Array(set.ranges)
    collation = column.textCollation
  }

  /// Whether a key lies in one of the ranges.
  func contains(_ key: RawSpan) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if key.isBefore(ranges[middle].upperBound) { high = middle } else { low = middle + 1 }
    }
    return low < ranges.count && !key.isBefore(ranges[low].lowerBound)
  }
}
