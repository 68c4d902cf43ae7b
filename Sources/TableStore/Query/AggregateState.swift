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
  private let schema: TableSchema
  private let columns: [Int]
  private let kinds: [AggregateKind]
  private let programs: [FilterProgram?]
  /// A column that is a number groups without making bytes.
  private let numberSlot: FieldSlot?
  private var numbers: [Int128: Int] = [:]
  private var nullGroup: Int?
  private var keys: [KeyBytes: Int] = [:]
  /// The group of the row before: rows that follow each other are often alike.
  private var last: (number: Int128, group: Int)?
  private(set) var groups: [(key: [StoredValue], sortKey: KeyBytes)] = []
  /// Of all groups one behind the other, as many as there are aggregates.
  private(set) var states: [AggregateState] = []

  init(_ schema: TableSchema, by columns: [Int], _ kinds: [AggregateKind]) {
    (self.schema, self.columns, self.kinds) = (schema, columns, kinds)
    programs = kinds.map { if case .countWhere(let filter) = $0 { FilterProgram(filter, schema) } else { nil } }
    let isNumber =
      columns.count == 1 && schema.columns[columns[0]].storage != .text
      && schema.columns[columns[0]].storage != .bytes
    numberSlot = isNumber ? FieldSlot(columns[0], schema) : nil
    if columns.isEmpty { addGroup([], .lowest) }
  }

  /// The groups in the order of their keys, each with where its states begin.
  var ordered: [(key: [StoredValue], first: Int)] {
    groups.indices.sorted { groups[$0].sortKey < groups[$1].sortKey }
      .map { (groups[$0].key, $0 * kinds.count) }
  }

  mutating func take<Reader: FieldReading & ~Copyable>(
    _ reader: borrowing Reader, _ session: Session
  ) throws -> Bool {
    let first = try group(of: reader) &* kinds.count
    for (place, kind) in kinds.enumerated() {
      switch kind {
      case .count: states[first &+ place].count &+= 1
      case .countWhere:
        if try programs[place]!.accepts(reader, session) { states[first &+ place].count &+= 1 }
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
    return true
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

  private mutating func group<Reader: FieldReading & ~Copyable>(of reader: borrowing Reader) throws -> Int {
    if columns.isEmpty { return 0 }
    if let numberSlot { return try group(of: reader.number(numberSlot)) }
    var bytes: [UInt8] = []
    for column in columns { bytes += try reader.field(column).elementBytes(schema.columns[column]) }
    if let group = keys[KeyBytes(bytes)] { return group }
    var key: [StoredValue] = []
    for column in columns { key.append(try reader.field(column).stored(schema.columns[column])) }
    keys[KeyBytes(bytes)] = groups.count
    return addGroup(key, KeyBytes(bytes))
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
    states += Array(repeating: AggregateState(), count: kinds.count)
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
