/// Steps through SQL text byte by byte: blanks, comments, and what ends a statement.
///
/// The text of a versioned comment (`/*!40101 … */`) is executed by the servers it is meant for, so the scanner
/// reads it like any other text and takes the two marks for blanks.
struct SQLScanner: ~Copyable {
  /// The rules that SET SQL_MODE switches on.
  struct Modes: OptionSet {
    let rawValue: UInt8
    /// A backslash in a string stands for itself.
    static let noBackslashEscapes = Modes(rawValue: 1)
    /// Double quotes enclose names, not strings.
    static let ansiQuotes = Modes(rawValue: 2)
  }

  /// The text in memory.
  var window: ByteWindow
  /// The rules in force.
  var modes: Modes = []
  /// Whether the place reached is inside a versioned comment.
  private(set) var isInVersionedComment = false
  /// The limit of a row and of a token.
  let maxRowBytes: Int
  private var delimiter: [UInt8] = [UInt8(ascii: ";")]
  /// `delimiter[0]`, beside it for the inner loops.
  private(set) var delimiterStart = UInt8(ascii: ";")

  /// Versions from here on are those no server reaches: the text is a note for the client.
  private static let unreachableVersion = 999_999

  /// A scanner at the beginning of `window`.
  init(_ window: consuming ByteWindow, maxRowBytes: Int) {
    self.window = window
    self.maxRowBytes = maxRowBytes
  }

  /// Skips blanks and comments.
  mutating func skipSpace() throws(DumpError) {
    while let byte = try window.peek() {
      if byte.isSQLSpace {
        window.position &+= 1
      } else if byte > .slash || byte == .comma || byte == .quote {
        return
      } else if try !skipComment(byte) {
        return
      }
    }
  }

  /// Skips the comment that begins here with `byte`, or a mark of a versioned one; false where there is none.
  mutating func skipComment(_ byte: UInt8) throws(DumpError) -> Bool {
    switch byte {
    case .hash:
      try skipLine()
    case .dash:
      guard try window.holds(2), window[window.position + 1] == .dash else { return false }
      // `--5` is two minus signs: only a blank or a control character makes it a comment.
      if try window.holds(3), window[window.position + 2] > 0x20 { return false }
      try skipLine()
    case .slash:
      guard try window.holds(2), window[window.position + 1] == .star else { return false }
      window.position += 2
      if try !enterVersionedComment() { try skipBlockComment() }
    case .star:
      guard isInVersionedComment, try window.holds(2), window[window.position + 1] == .slash else { return false }
      window.position += 2
      isInVersionedComment = false
    default: return false
    }
    return true
  }

  /// Skips the delimiter if it stands here.
  mutating func skipDelimiter() throws(DumpError) -> Bool {
    guard try window.peek() == delimiterStart else { return false }
    if delimiter.count > 1 {
      guard try window.holds(delimiter.count) else { return false }
      for (offset, byte) in delimiter.enumerated() where window[window.position + offset] != byte { return false }
    }
    window.position += delimiter.count
    return true
  }

  /// Reads the rest of a DELIMITER line, a command of the client program.
  mutating func readDelimiterCommand() throws(DumpError) {
    var bytes: [UInt8] = []
    while let byte = try window.peek(), byte != .newline {
      window.position += 1
      if byte.isSQLSpace {
        if bytes.isEmpty { continue }
        break
      }
      bytes.append(byte)
      if bytes.count > 16 { break }
    }
    if bytes.isEmpty, isAtEnd { throw endOfDump(inside: "a statement") }
    guard let first = bytes.first, bytes.count <= 16, !bytes.contains(.backslash) else {
      throw window.failure(.unexpectedText, "DELIMITER is followed by no usable delimiter")
    }
    delimiter = bytes
    delimiterStart = first
    try skipLine()
  }

  /// Whether the text is used up.
  var isAtEnd: Bool {
    // A failure to read more is not the end, and comes up again where more is needed.
    mutating get { (try? window.holds(1)) == false }
  }

  /// The error for a text that ends too early.
  mutating func endOfDump(inside part: String) -> DumpError {
    window.failure(.endOfDump, "the dump ends in the middle of \(part)")
  }

  /// The error for something that the grammar has no place for here.
  mutating func unexpected(wanted: String) -> DumpError {
    let found = window.excerpt()
    // The last byte of a text that was cut may be half of a comment's mark.
    if ["", "/", "-", "*"].contains(found) { return endOfDump(inside: "a statement, where \(wanted) should stand") }
    return window.failure(.unexpectedText, "expected \(wanted), found “\(found)”")
  }

  /// Enforces the limit on what `store` collects for one row or token.
  mutating func checkSize(of store: borrowing ByteStore) throws(DumpError) {
    if store.count > maxRowBytes {
      throw window.failure(.rowTooLarge, "a row or value is larger than the limit of \(maxRowBytes) bytes")
    }
  }

  private mutating func skipLine() throws(DumpError) {
    repeat {
      let stop = ByteScan.firstIndex(
        of: .newline, or: .newline, in: window.bytes, from: window.position, to: window.end)
      window.position = stop
      if stop < window.end { return }
    } while try window.refill()
  }

  private mutating func skipBlockComment() throws(DumpError) {
    while true {
      let stop = ByteScan.firstIndex(of: .star, or: .star, in: window.bytes, from: window.position, to: window.end)
      window.position = stop
      if stop == window.end {
        guard try window.refill() else { throw endOfDump(inside: "a comment") }
        continue
      }
      window.position += 1
      if try window.peek() == .slash {
        window.position += 1
        return
      }
    }
  }

  /// After `/*`: takes `!` or `M!` and a version number that some server reaches.
  private mutating func enterVersionedComment() throws(DumpError) -> Bool {
    var length = 0
    if try window.holds(1), window[window.position] == UInt8(ascii: "M") { length = 1 }
    guard try window.holds(length + 1), window[window.position + length] == UInt8(ascii: "!") else { return false }
    length += 1
    var version = 0
    for _ in 0..<6 {
      guard try window.holds(length + 1), window[window.position + length].isSQLDigit else { break }
      version = version * 10 + Int(window[window.position + length] - 0x30)
      length += 1
    }
    window.position += length
    if version >= Self.unreachableVersion { return false }
    isInVersionedComment = true
    return true
  }
}
