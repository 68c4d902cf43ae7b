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
  /// Constant, so that rows are judged without a look at who else might change it.
  let layout: FilterLayout

  init(_ filter: Filter, _ schema: TableSchema) {
    self.filter = filter
    self.schema = schema
    layout = FilterLayout(filter, schema)
  }
}

/// The nodes of a filter and their operands.
struct FilterLayout: Sendable {
  private(set) var nodes: ContiguousArray<FilterProgram.Node> = []
  private(set) var numberSets: [[Range<Int128>]] = []
  private(set) var texts: [TextTest] = []
  private(set) var likes: [LikeTest] = []
  private(set) var members: [JSONMemberTest] = []
  private(set) var computations: [SQLComputation] = []
  private(set) var existences: [ExistenceTest] = []
  private let schema: TableSchema

  init(_ filter: Filter, _ schema: TableSchema) {
    self.schema = schema
    append(filter)
  }

  private mutating func append(_ filter: Filter) {
    switch filter {
    case .constant(let truth): add(truth == true ? .yes : .no, 0, nil)
    case .all(let filters): append(filters, .all)
    case .any(let filters): append(filters, .any)
    case .isNull(let column): add(.isNull, 0, column)
    case .isPresent(let column): add(.isPresent, 0, column)
    case .number(let column, let set):
      guard set.ranges.count != 1 else { return add(.numbers, 0, column, set.ranges[0]) }
      add(.numberSet, Self.put(set.ranges, &numberSets), column)
    case .text(let column, let set): add(.texts, Self.put(TextTest(set, schema.columns[column]), &texts), column)
    case .like(let column, let test): add(.like, Self.put(test, &likes), column)
    case .member(let column, let test): add(.member, Self.put(test, &members), column)
    case .computed(let computation): add(.computed, Self.put(computation, &computations), nil)
    case .matches: add(.matches, 0, nil)
    case .exists(let test): add(.exists, Self.put(test, &existences), nil)
    }
  }

  private mutating func append(_ filters: [Filter], _ operation: FilterProgram.Operation) {
    let position = nodes.count
    add(operation, 0, nil)
    for filter in filters { append(filter) }
    nodes[position].end = Int32(nodes.count)
  }

  private mutating func add(
    _ operation: FilterProgram.Operation, _ operand: Int, _ column: Int?, _ range: Range<Int128> = 0..<0
  ) {
    nodes.append(
      FilterProgram.Node(
        operation: operation, end: Int32(nodes.count + 1), operand: Int32(operand),
        slot: FieldSlot(column ?? schema.primaryKey, schema), lower: range.lowerBound, upper: range.upperBound))
  }

  /// Puts an operand behind the others of its kind, and says where it is.
  private static func put<Operand>(_ operand: Operand, _ operands: inout [Operand]) -> Int {
    operands.append(operand)
    return operands.count - 1
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
