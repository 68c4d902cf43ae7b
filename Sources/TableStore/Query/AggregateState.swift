internal import LMDB

/// What has been gathered of one group for one aggregate.
struct AggregateState: Sendable {
  /// Rows, or values that are not NULL.
  var count = 0
  var sum: Int128 = 0
  /// The least or largest value so far.
  var best = StoredValue.null
  fileprivate var bestKey = KeyBytes.lowest
}

/// Gathers aggregates of groups of rows.
struct Grouping: FieldConsumer {
  /// What is done with each row for an aggregate; it names objects by their places, so that none is retained by row.
  private enum Step: BitwiseCopyable {
    case count, countByParent
    case countWhere(Int)
    case sum(Int)
    case least(Int)
    case largest(Int)
  }

  private let schema: TableSchema
  let terms: [GroupTerm]
  private let programs: [FilterProgram]
  private let steps: [Step]
  /// The counts that a row's parents tell.
  private let parents: [ParentCounts]
  /// For each term whose values are numbers, where they lie.
  private let slots: [FieldSlot?]
  private var numbers: [Int128: Int] = [:]
  private var nullGroup: Int?
  private var keys: [KeyBytes: Int] = [:]
  /// The group of the row before: rows that follow each other are often alike.
  private var last: (number: Int128, group: Int)?
  private var lastKey: (key: KeyBytes, group: Int)?
  /// Where the key of the row at hand is put together.
  private let key = ByteBuffer(capacity: 64)
  private(set) var groups: [(key: [StoredValue], sortKey: KeyBytes)] = []
  /// Of all groups one behind the other, as many as there are aggregates.
  private(set) var states: [AggregateState] = []

  init(_ schema: TableSchema, by terms: [GroupTerm], _ kinds: [AggregateKind]) {
    (self.schema, self.terms) = (schema, terms)
    parents = ParentCounts.of(kinds)
    let byParent = Set(parents.flatMap { $0.tests.map(\.place) })
    var programs: [FilterProgram] = []
    let steps = kinds.enumerated().map { place, kind -> Step in
      switch kind {
      case .count: return .count
      case .countWhere where byParent.contains(place): return .countByParent
      case .countWhere(let filter):
        programs.append(FilterProgram(filter, schema))
        return .countWhere(programs.count - 1)
      case .sum(let column): return .sum(column)
      case .least(let column): return .least(column)
      case .largest(let column): return .largest(column)
      }
    }
    (self.programs, self.steps) = (programs, steps)
    slots = terms.map { term in
      let storage = schema.columns[term.column].storage
      return storage == .text || storage == .bytes ? nil : FieldSlot(term.column, schema)
    }
    guard !terms.isEmpty else {
      addGroup([], .lowest)
      return
    }
    groups.reserveCapacity(Self.usualGroups)
    states.reserveCapacity(Self.usualGroups * steps.count)
    if terms.count == 1, slots[0] != nil { numbers.reserveCapacity(Self.usualGroups) }
  }

  /// Room for as many groups is made at once.
  private static let usualGroups = 8

  /// The groups in the order of their keys, each with where its states begin.
  var ordered: [(key: [StoredValue], first: Int)] {
    groups.indices.sorted { groups[$0].sortKey < groups[$1].sortKey }
      .map { (groups[$0].key, $0 * steps.count) }
  }

  mutating func take<Reader: FieldReading & ~Copyable>(
    _ reader: borrowing Reader, _ session: Session
  ) throws -> Bool {
    let first = try group(of: reader) &* steps.count
    for place in steps.indices {
      switch steps[place] {
      case .count: states[first &+ place].count &+= 1
      case .countWhere(let program):
        if try programs[program].accepts(reader, session) { states[first &+ place].count &+= 1 }
      case .countByParent: continue
      case .sum(let column):
        guard let number = try reader.field(column).number else { continue }
        let (sum, overflow) = states[first &+ place].sum.addingReportingOverflow(number)
        guard !overflow else { throw StoreError.sumTooLarge(schema.columns[column], schema) }
        states[first &+ place].sum = sum
        states[first &+ place].count &+= 1
      case .least(let column): try compare(reader.field(column), column, first &+ place, wanted: -1)
      case .largest(let column): try compare(reader.field(column), column, first &+ place, wanted: 1)
      }
    }
    for parent in parents {
      try session.withParent(parent.link, of: reader, schema) { row in
        for (place, program) in parent.tests where try program.accepts(row, session) {
          states[first &+ place].count &+= 1
        }
      }
    }
    return true
  }

  /// Whether rows of a group need only be counted.
  var onlyCounts: Bool { parents.isEmpty && steps.allSatisfy { if case .count = $0 { true } else { false } } }

  /// Counts rows that belong to a group; `onlyCounts` is true.
  mutating func add(_ rows: Int, to group: Int) {
    for place in steps.indices { states[group * steps.count + place].count &+= rows }
  }

  private mutating func compare(_ field: RowReader.Field, _ column: Int, _ place: Int, wanted: Int) throws {
    if case .null = field { return }
    states[place].count &+= 1
    if let number = field.number {
      if case .number(let best) = states[place].best, wanted < 0 ? number >= best : number <= best { return }
      states[place].best = .number(number)
      return
    }
    let key = KeyBytes(try field.elementBytes(schema.columns[column]))
    let best = states[place].bestKey
    guard states[place].best == .null || (wanted < 0 ? key < best : best < key) else { return }
    states[place].best = try field.stored(schema.columns[column])
    states[place].bestKey = key
  }

  /// The place of the group that a row belongs to.
  mutating func group<Reader: FieldReading & ~Copyable>(of reader: borrowing Reader) throws -> Int {
    if terms.isEmpty { return 0 }
    if terms.count == 1, let slot = slots[0] { return group(of: try reader.number(slot).map { terms[0].number($0) }) }
    key.removeAll()
    for place in terms.indices {
      if let slot = slots[place] {
        append(try reader.number(slot).map { terms[place].number($0) })
      } else {
        let column = terms[place].column
        key.append(try reader.field(column).elementBytes(schema.columns[column]))
      }
    }
    if let group = knownGroup() { return group }
    return try newGroup(of: reader)
  }

  private func append(_ number: Int128?) {
    if let number { key.appendKey(number) } else { key.appendKeyNull() }
  }

  /// The group of the key at hand.
  private mutating func knownGroup() -> Int? {
    if let lastKey, lastKey.key.bytes.span.bytes.compare(key.bytes) == 0 { return lastKey.group }
    let found = KeyBytes(key.array)
    guard let group = keys[found] else { return nil }
    lastKey = (found, group)
    return group
  }

  /// Begins a group of the key at hand.
  private mutating func newGroup<Reader: FieldReading & ~Copyable>(of reader: borrowing Reader) throws -> Int {
    var values: [StoredValue] = []
    for term in terms {
      let value = try reader.field(term.column).stored(schema.columns[term.column])
      if case .number(let number) = value { values.append(.number(term.number(number))) } else { values.append(value) }
    }
    let key = KeyBytes(key.array)
    keys[key] = groups.count
    lastKey = (key, groups.count)
    return addGroup(values, key)
  }

  private mutating func group(of number: Int128?) -> Int {
    guard let number else {
      if let nullGroup { return nullGroup }
      nullGroup = addGroup([.null], KeyBytes([0]))
      return groups.count - 1
    }
    if let last, last.number == number { return last.group }
    let group = numbers[number] ?? addGroup([.number(number)], StoredValue.element(number))
    numbers[number] = group
    last = (number, group)
    return group
  }

  @discardableResult
  private mutating func addGroup(_ key: [StoredValue], _ sortKey: KeyBytes) -> Int {
    groups.append((key, sortKey))
    for _ in steps { states.append(AggregateState()) }
    return groups.count - 1
  }
}

extension RowReader.Field {
  /// Bytes that compare as the value does in its column, and tell their own end.
  func elementBytes(_ column: ColumnDefinition) throws(StoreError) -> [UInt8] {
    switch self {
    case .null: [0x00]
    case .integer(let number), .decimal(let number): StoredValue.element(number).bytes
    case .text: SQLValue.textKey(string ?? "", column.textCollation)
    case .bytes(let bytes): SQLValue.bytesKey(bytes)
    }
  }
}
