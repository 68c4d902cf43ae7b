internal import TableStore

/// The name of a member, ready to be written.
struct MemberName: Hashable {
  /// The name in quotes and the colon.
  let bytes: [UInt8]

  init(_ name: String) {
    var line = KeptLine()
    line.append(text: name)
    bytes = line.array + [UInt8(ascii: ":")]
  }
}

/// One line of JSON, put together without strings in between: columns that are kept aside make a line of every row.
struct KeptLine: ~Copyable {
  private var store = ByteStore(capacity: 4 << 10)
  private var needsComma = false

  /// What was written; valid until the next change.
  var bytes: UnsafeRawBufferPointer { store.bytes }

  /// A copy of what was written.
  var array: [UInt8] { [UInt8](store.bytes) }

  /// Starts over with an object.
  mutating func begin() {
    store.truncate(to: 0)
    open()
  }

  /// Closes the object and the line.
  mutating func end() {
    close()
    store.append(.newline)
  }

  /// Starts an object.
  mutating func open() {
    store.append(UInt8(ascii: "{"))
    needsComma = false
  }

  /// Closes an object.
  mutating func close() {
    store.append(UInt8(ascii: "}"))
    needsComma = true
  }

  /// Starts a member; its value comes next.
  mutating func member(_ name: MemberName) {
    if needsComma { store.append(.comma) }
    name.bytes.withUnsafeBytes { write($0) }
    needsComma = true
  }

  /// Appends a number, or null.
  mutating func append(number: Int?) { write(number.map { String($0) } ?? "null") }

  /// Appends a string.
  mutating func append(text: String) { text.utf8Span.span.bytes.withUnsafeBytes { writeString($0) } }

  /// Appends a column's value: a string, or an object with hexadecimal digits where the bytes are no UTF-8.
  mutating func append(value bytes: UnsafeRawBufferPointer) {
    guard !UTF8Text.isValid(bytes) else { return writeString(bytes) }
    write("{\"hex\":\"")
    for byte in bytes { writeHex(byte) }
    write("\"}")
  }

  /// Writes a string (RFC 8259, section 7).
  private mutating func writeString(_ bytes: UnsafeRawBufferPointer) {
    store.append(.doubleQuote)
    var start = 0
    for (index, byte) in bytes.enumerated() where byte < 0x20 || byte == .doubleQuote || byte == .backslash {
      write(UnsafeRawBufferPointer(rebasing: bytes[start..<index]))
      writeEscaped(byte)
      start = index + 1
    }
    write(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    store.append(.doubleQuote)
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case .doubleQuote: write("\\\"")
    case .backslash: write("\\\\")
    case .newline: write("\\n")
    case 0x0D: write("\\r")
    case 0x09: write("\\t")
    default:
      write("\\u00")
      writeHex(byte)
    }
  }

  private mutating func writeHex(_ byte: UInt8) {
    for digit in [byte >> 4, byte & 0x0F] {
      store.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  private mutating func write(_ text: String) { text.utf8Span.span.bytes.withUnsafeBytes { write($0) } }

  private mutating func write(_ bytes: UnsafeRawBufferPointer) {
    if let base = bytes.baseAddress { store.append(base, count: bytes.count) }
  }
}
