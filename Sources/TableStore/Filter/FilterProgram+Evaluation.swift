internal import LMDB
internal import UnicodeText

extension FilterProgram {
  /// Whether the filter is true of a row.
  @inline(__always)
  func accepts<Reader: FieldReading & ~Copyable>(_ reader: borrowing Reader, _ session: Session) throws -> Bool {
    try layout.nodes.withUnsafeBufferPointer { nodes in
      let first = nodes.baseAddress.unsafelyUnwrapped
      guard first.pointee.operation == .all else { return try evaluate(first, 0, reader, session) }
      // Most filters are a few tests that hold together: those of numbers and NULLs are made here.
      var next = 1
      while next < Int(first.pointee.end) {
        let node = first + next
        switch node.pointee.operation {
        case .isNull: guard try reader.isNull(node.pointee.slot) else { return false }
        case .isPresent: guard try !reader.isNull(node.pointee.slot) else { return false }
        case .numbers:
          guard let number = try reader.number(node.pointee.slot), number >= node.pointee.lower,
            number < node.pointee.upper
          else { return false }
        default: guard try evaluate(first, next, reader, session) else { return false }
        }
        next = Int(node.pointee.end)
      }
      return true
    }
  }

  private func evaluate<Reader: FieldReading & ~Copyable>(
    _ nodes: UnsafePointer<Node>, _ position: Int, _ reader: borrowing Reader, _ session: Session
  ) throws -> Bool {
    let node = nodes + position
    switch node.pointee.operation {
    case .yes: return true
    case .no: return false
    case .all, .any:
      let isAll = node.pointee.operation == .all
      var next = position + 1
      while next < Int(node.pointee.end) {
        if try evaluate(nodes, next, reader, session) != isAll { return !isAll }
        next = Int(nodes[next].end)
      }
      return isAll
    case .isNull: return try reader.isNull(node.pointee.slot)
    case .isPresent: return try !reader.isNull(node.pointee.slot)
    case .numbers:
      guard let number = try reader.number(node.pointee.slot) else { return false }
      return number >= node.pointee.lower && number < node.pointee.upper
    case .numberSet:
      guard let number = try reader.number(node.pointee.slot) else { return false }
      return layout.numberSets[Int(node.pointee.operand)].contains(number)
    case .texts, .like, .member: return try evaluateText(node.pointee, reader)
    case .computed: return try layout.computations[Int(node.pointee.operand)].isTrue(reader, schema)
    case .matches: preconditionFailure("the rows of a search stand in its place before a row is judged")
    case .exists: return try session.isTrue(layout.existences[Int(node.pointee.operand)], of: reader, schema)
    }
  }

  @inline(never)
  private func evaluateText<Reader: FieldReading & ~Copyable>(
    _ node: Node, _ reader: borrowing Reader
  ) throws -> Bool {
    let operand = Int(node.operand)
    let field = try reader.field(Int(node.slot.ordinal))
    switch node.operation {
    case .texts:
      if case .bytes(let bytes) = field { return layout.texts[operand].contains(SQLValue.bytesKey(bytes).span.bytes) }
      return field.withText { text in layout.texts[operand].contains(text) } ?? false
    case .like:
      let test = layout.likes[operand]
      if case .text = field { return field.withText { test.parsed.matches($0.bytes) != test.isNegated } ?? false }
      guard let text = try field.sqlText(schema.columns[Int(node.slot.ordinal)]) else { return false }
      return test.parsed.matches(text.utf8Span.span.bytes) != test.isNegated
    default: return field.withText { layout.members[operand].isTrue(of: $0) } ?? layout.members[operand].isTrue(of: nil)
    }
  }
}

extension [Range<Int128>] {
  /// Whether a number lies in one of the ranges, which are in order.
  fileprivate func contains(_ number: Int128) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if number < self[middle].upperBound { high = middle } else { low = middle + 1 }
    }
    return low < count && number >= self[low].lowerBound
  }
}

extension TextTest {
  /// Whether a text's key lies in one of the ranges.
  fileprivate func contains(_ text: UnsafeRawBufferPointer) -> Bool {
    guard collation == .unicodeCI else {
      return contains(SQLValue.textKey(String(decoding: text, as: UTF8.self), collation).span.bytes)
    }
    let isInStack = withUnsafeTemporaryAllocation(byteCount: 512, alignment: 8) { buffer -> Bool? in
      guard case .complete(let count) = UnicodeCI.encode(text.bytes, into: buffer) else { return nil }
      return contains(UnsafeRawBufferPointer(rebasing: buffer[..<count]).bytes)
    }
    return isInStack ?? contains(UnicodeCI.key(of: text.bytes).span.bytes)
  }
}

extension RowReader.Field {
  /// Lends a text; `nil` for NULL and for other kinds.
  func withText<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result? {
    guard case .text(let bytes, let isPacked) = self else { return nil }
    guard isPacked else { return try body(bytes) }
    return try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { text in
      PackedUUID.unpack(bytes, into: text.baseAddress!)
      return try body(UnsafeRawBufferPointer(text))
    }
  }

  /// The value as SQL's text; `nil` for NULL.
  func sqlText(_ column: ColumnDefinition) throws(StoreError) -> String? {
    switch self {
    case .null: return nil
    case .integer(let integer):
      switch column.value(of: integer) {
      case .text(let text): return text
      case .bool(let bool): return bool ? "1" : "0"
      default: return "\(integer)"
      }
    case .decimal(let digits):
      guard case .decimal(_, let scale) = column.type else { return "\(digits)" }
      return SQLText.decimal(digits, scale: scale)
    case .text(let bytes, let isPacked): return String(field: bytes, isPackedUUID: isPacked)
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    }
  }
}
