internal import UnicodeText

/// An expression of SQL over the columns of one table.
indirect enum SQLTerm: Hashable, Sendable {
  case column(Int)
  case null
  /// A whole number, or TRUE and FALSE.
  case integer(Int128)
  /// A number with a point, as it is written.
  case decimal(String)
  /// A number with an exponent.
  case double(Double)
  case text(String)
  /// A hexadecimal literal.
  case bytes([UInt8])
  case compare(Comparison, SQLTerm, SQLTerm)
  /// `<=>`: NULL is equal to NULL.
  case same(SQLTerm, SQLTerm)
  case isNull(SQLTerm)
  case among(SQLTerm, [SQLTerm])
  case between(SQLTerm, SQLTerm, SQLTerm)
  case like(SQLTerm, SQLTerm, escape: Unicode.Scalar?)
  case all([SQLTerm])
  case any([SQLTerm])
  case not(SQLTerm)
}

/// A condition that no set of one column's values expresses: it is worked out row by row, as MySQL does.
struct SQLComputation: Hashable, Sendable {
  let term: SQLTerm
  /// Whether it is true where the term is false.
  var isNegated = false

  init(_ term: SQLTerm) { self.term = term }

  init(_ column: Int, _ comparison: Comparison, _ value: SQLTerm) {
    term = .compare(comparison, .column(column), value)
  }

  var negated: SQLComputation {
    var computation = self
    computation.isNegated.toggle()
    return computation
  }

  /// The columns that it reads.
  var columns: [Int] {
    var found: [Int] = []
    term.addColumns(to: &found)
    return found
  }

  func isTrue<Reader: FieldReading & ~Copyable>(
    _ reader: borrowing Reader, _ schema: TableSchema
  ) throws -> Bool {
    guard let truth = try term.value(reader, schema).truth else { return false }
    return truth != isNegated
  }
}

extension SQLTerm {
  fileprivate func addColumns(to found: inout [Int]) {
    switch self {
    case .column(let column): found.append(column)
    case .null, .integer, .decimal, .double, .text, .bytes: break
    case .compare(_, let left, let right), .same(let left, let right), .like(let left, let right, _):
      left.addColumns(to: &found)
      right.addColumns(to: &found)
    case .isNull(let term), .not(let term): term.addColumns(to: &found)
    case .between(let term, let low, let high): for part in [term, low, high] { part.addColumns(to: &found) }
    case .among(let term, let list):
      term.addColumns(to: &found)
      for part in list { part.addColumns(to: &found) }
    case .all(let terms), .any(let terms): for part in terms { part.addColumns(to: &found) }
    }
  }
}

// MARK: Evaluation

extension SQLTerm {
  /// The term's value for a row; conditions are 1, 0 or NULL.
  func value<Reader: FieldReading & ~Copyable>(
    _ reader: borrowing Reader, _ schema: TableSchema
  ) throws -> SQLScalar {
    switch self {
    case .column(let column): return try SQLScalar(reader.field(column), schema.columns[column])
    case .null: return .null
    case .integer(let integer): return .integer(integer)
    case .decimal(let text): return .decimal(SQLNumber.decimal(text))
    case .double(let double): return .double(double)
    case .text(let text): return .text(text, .literal)
    case .bytes(let bytes): return .hexadecimal(bytes)
    case .compare(let comparison, let left, let right):
      let order = try left.value(reader, schema).order(right.value(reader, schema))
      return SQLScalar(order.map(comparison.holds))
    case .same(let left, let right):
      let (first, second) = (try left.value(reader, schema), try right.value(reader, schema))
      if first == .null || second == .null { return SQLScalar(first == second) }
      return SQLScalar(first.order(second) == 0)
    case .isNull(let term): return SQLScalar(try term.value(reader, schema) == .null)
    case .not(let term): return SQLScalar(try term.value(reader, schema).truth.map { !$0 })
    case .all(let terms): return try Self.combine(terms, reader, schema, decidedBy: false)
    case .any(let terms): return try Self.combine(terms, reader, schema, decidedBy: true)
    case .among(let term, let list):
      let value = try term.value(reader, schema)
      var isUnknown = false
      for item in list {
        guard let order = value.order(try item.value(reader, schema)) else {
          isUnknown = true
          continue
        }
        if order == 0 { return SQLScalar(true) }
      }
      return isUnknown ? .null : SQLScalar(false)
    case .between(let term, let low, let high):
      let values = [try term.value(reader, schema), try low.value(reader, schema), try high.value(reader, schema)]
      let domain = SQLScalar.Domain(values)
      let above = values[0].order(values[1], in: domain).map { $0 >= 0 }
      let below = values[0].order(values[2], in: domain).map { $0 <= 0 }
      if above == false || below == false { return SQLScalar(false) }
      return above == nil || below == nil ? .null : SQLScalar(true)
    case .like(let term, let pattern, let escape):
      let (value, pattern) = (try term.value(reader, schema), try pattern.value(reader, schema))
      guard let text = value.shownText, let wanted = pattern.shownText else { return .null }
      let like = LikeTest(wanted, escape: escape, collation: value.isBinary ? .binary : .unicodeCI)
      return SQLScalar(like.parsed.matches(text.utf8Span.span.bytes))
    }
  }

  /// AND and OR of three-valued logic: one value decides, and an unknown one leaves open what none decides.
  private static func combine<Reader: FieldReading & ~Copyable>(
    _ terms: [SQLTerm], _ reader: borrowing Reader, _ schema: TableSchema, decidedBy decisive: Bool
  ) throws -> SQLScalar {
    var isUnknown = false
    for term in terms {
      guard let truth = try term.value(reader, schema).truth else {
        isUnknown = true
        continue
      }
      if truth == decisive { return SQLScalar(decisive) }
    }
    return isUnknown ? .null : SQLScalar(!decisive)
  }
}
