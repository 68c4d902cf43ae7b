/// One row of a dump: its literals, and the bytes they refer to.
struct DumpRow: ~Copyable {
  /// A literal as it was written. Ranges refer to the row's bytes: see `bytes(of:)`.
  enum Literal: Equatable, Sendable {
    /// NULL.
    case null
    /// A number in its own spelling, such as `-1`, `+1.50`, `.5` or `1e10`.
    case number(Range<Int>)
    /// A string, unescaped; whether it is UTF-8 is for the caller to check.
    case text(Range<Int>)
    /// A hexadecimal literal or a `_binary` string, decoded.
    case bytes(Range<Int>)
    /// A bit literal such as `b'101'`.
    case bit(UInt64)
    /// A keyword or call in its own spelling, such as `TRUE`, `DEFAULT` or `current_timestamp()`.
    case word(Range<Int>)

    /// Where the literal's bytes lie in its row; empty for `null` and `bit`.
    var range: Range<Int> {
      switch self {
      case .number(let range), .text(let range), .bytes(let range), .word(let range): range
      case .null, .bit: 0..<0
      }
    }
  }

  /// The most values a row may have: no table has more columns.
  static let maxValues = 4096

  /// The 1-based line on which the row began.
  private(set) var line = 0
  /// Where the row began in the (inflated) text.
  private(set) var byteOffset = 0
  /// The decoded bytes of all values.
  var store: ByteStore
  private var values: [Literal] = []

  /// A row without values.
  init() { store = ByteStore(capacity: 16 << 10) }

  /// The number of values.
  var count: Int { values.count }

  /// The literal at `index`.
  func value(at index: Int) -> Literal { values[index] }

  /// The bytes of a literal of this row; valid until the reader moves on.
  func bytes(of literal: Literal) -> UnsafeRawBufferPointer { store.bytes(in: literal.range) }

  /// Lends the bytes of a literal of this row.
  func withBytes<Result, Failure: Error>(
    of literal: Literal, _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes(of: literal).bytes)
  }

  /// The bytes of a literal of this row as text, nil where they are not UTF-8.
  func text(of literal: Literal) -> String? { String(validating: bytes(of: literal), as: UTF8.self) }

  /// Starts over for a row at the given place.
  mutating func begin(line: Int, byteOffset: Int) {
    (self.line, self.byteOffset) = (line, byteOffset)
    store.truncate(to: 0)
    values.removeAll(keepingCapacity: true)
  }

  /// Appends a literal whose bytes are in `store`.
  mutating func append(_ literal: Literal) { values.append(literal) }

  /// Appends literals whose bytes are in `store`.
  mutating func append(contentsOf literals: ArraySlice<Literal>) { values.append(contentsOf: literals) }

  /// Appends all literals to `list`.
  func appendValues(to list: inout [Literal]) { list.append(contentsOf: values) }

  /// Takes back the last literal, for a reader that knows more of it.
  mutating func removeLast() -> Literal { values.removeLast() }
}
