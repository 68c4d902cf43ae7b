internal import LMDB

/// The texts of a row that a full-text index is made of, one behind the other.
struct SearchTexts: Equatable {
  private(set) var bytes: [UInt8] = []
  /// Where each field ends; NULL is an empty text, as far as words go.
  private(set) var ends: [Int] = []
  /// Whether the row is marked as deleted.
  private(set) var isMarked = false

  static func == (left: SearchTexts, right: SearchTexts) -> Bool {
    left.isMarked == right.isMarked && left.ends == right.ends && left.bytes == right.bytes
  }

  /// Forgets the texts.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isMarked = false
  }

  /// Appends a field.
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Takes a row's texts.
  mutating func fill(_ row: borrowing RowReader, _ layout: SearchLayout) throws {
    removeAll()
    if let bit = layout.softDeleteBit { isMarked = !row.isNull(bit) }
    for (field, column) in layout.columns.enumerated() {
      let path = layout.paths[field]
      let value = try row.field(column)
      _ = value.withText { text in
        guard let path else { return bytes.append(contentsOf: text) }
        if case .string(let member)? = path.value(in: text) { bytes.append(contentsOf: member.utf8) }
      }
      ends.append(bytes.count)
    }
  }

  /// Lends the text of a field.
  func withText<Result>(_ field: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let range = (field == 0 ? 0 : ends[field - 1])..<ends[field]
    return try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// A pending record: twice the number of fields, and one more where the row is marked as deleted; their lengths,
  /// their bytes. No fields where the lists have nothing.
  func encode(into buffer: ByteBuffer) {
    var head: [UInt8] = []
    head.append(varint: UInt64(ends.count) << 1 | (isMarked ? 1 : 0))
    var start = 0
    for end in ends {
      head.append(varint: UInt64(end - start))
      start = end
    }
    buffer.append(head.span.bytes)
    buffer.append(bytes.span.bytes)
  }

  /// Reads a pending record; `false` when it is none.
  mutating func fill(record: UnsafeRawBufferPointer, fields: Int) -> Bool {
    removeAll()
    guard var reader = ByteReader(record), let head = reader.varint(), head == 0 || head >> 1 == UInt64(fields)
    else { return false }
    isMarked = head & 1 == 1
    var total: UInt64 = 0
    for _ in 0..<head >> 1 {
      guard let length = reader.varint(), length <= UInt64(record.count) else { return false }
      total += length
      ends.append(Int(total))
    }
    guard let rest = reader.take(total), reader.isAtEnd else { return false }
    bytes.append(contentsOf: rest)
    return true
  }
}
