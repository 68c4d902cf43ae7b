internal import LMDB

/// Takes what a plan finds without needing whole rows.
protocol FieldConsumer {
  /// - Returns: whether it wants more.
  mutating func take<Reader: FieldReading & ~Copyable>(
    _ reader: borrowing Reader, _ session: Session
  ) throws -> Bool
}

extension Session {
  /// Passes on what a plan finds, from index entries alone where they have all that is needed.
  final func consume(_ plan: Plan, _ consumer: inout some FieldConsumer) throws {
    guard plan.isCovering, !plan.sorts, plan.selection.after == nil, case .path(let path) = plan.access,
      let index = path.index, case .inTurn = path.sequence, !index.hasText || plan.terms.isEmpty
    else { return try run(plan) { row in try consumer.take(row, self) } }
    try settleIndexes(plan.table)
    let (schema, program) = (plan.table.schema, plan.recheck.program)
    var left = plan.selection.limit
    var skipped = plan.selection.offset
    guard left > 0 else { return }
    try walk(path, plan) { key, _, scope, element in
      let integer = try schema.integer(element)
      return try key.withUnsafeBytes { bytes in
        let reader = try EntryReader(bytes, index, schema, scope: scope, integer: integer)
        if let program, try !program.accepts(reader, self) { return true }
        if skipped > 0 {
          skipped &-= 1
          return true
        }
        left &-= 1
        return try consumer.take(reader, self) && left > 0
      }
    }
  }

  /// The number of rows that a plan finds.
  final func count(_ plan: Plan) throws -> Int {
    var counter = RowCounter()
    guard plan.isCovering, plan.recheck.program == nil, plan.selection.after == nil, case .path(let path) = plan.access
    else {
      try consume(plan, &counter)
      return counter.count
    }
    // Entries are counted without being looked at, but those whose value says whose they are.
    try settleIndexes(plan.table)
    let most = plan.selection.limit.addingReportingOverflow(plan.selection.offset)
    let enough = most.overflow ? .max : most.partialValue
    guard plan.selection.limit > 0 else { return 0 }
    var count = 0
    for range in path.ranges where count < enough {
      if path.index?.hasHolder == true {
        var part = path
        part.ranges = [range]
        try walk(part, plan) { _, _, _, _ in
          count += 1
          return count < enough
        }
      } else {
        try walk(plan.table.requireKeyspace(), range) { _, _ in
          count &+= 1
          tally.examined &+= 1
          return count < enough
        }
      }
    }
    return max(0, count - plan.selection.offset)
  }
}

/// Counts.
private struct RowCounter: FieldConsumer {
  var count = 0

  mutating func take<Reader: FieldReading & ~Copyable>(
    _ reader: borrowing Reader, _ session: Session
  ) throws -> Bool {
    count &+= 1
    return true
  }
}

/// Some columns of one row, while it is lent.
struct FieldList {
  let ordinals: [Int]
  let schema: TableSchema
  fileprivate(set) var fields: ContiguousArray<RowReader.Field> = []

  /// The value of the column at a place among those that were asked for.
  func value<Value: ColumnValue>(_ place: Int) throws(StoreError) -> Value {
    try Value.make(fields[place], schema.columns[ordinals[place]])
  }
}

/// Gathers what is made of some columns of each row.
struct FieldCollector<Element>: FieldConsumer {
  private var list: FieldList
  private let make: (FieldList) throws -> Element
  private(set) var elements: [Element] = []

  init(_ ordinals: [Int], _ schema: TableSchema, _ make: @escaping (FieldList) throws -> Element) {
    list = FieldList(ordinals: ordinals, schema: schema)
    self.make = make
  }

  mutating func take<Reader: FieldReading & ~Copyable>(
    _ reader: borrowing Reader, _ session: Session
  ) throws -> Bool {
    list.fields.removeAll(keepingCapacity: true)
    for ordinal in list.ordinals { list.fields.append(try reader.field(ordinal)) }
    elements.append(try make(list))
    return true
  }
}
