/// Whether bytes are JSON as RFC 8259 has it, as MySQL asks of a `json` column.
///
/// Hand-written because Foundation's parsers take more than the RFC allows: a comma before a closing bracket.
struct JSONText {
  /// MySQL's deepest nesting.
  private static let maximumDepth = 100

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// Whether the bytes, which are valid UTF-8, are one JSON value, a bare string or number included.
  static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var text = JSONText(bytes: bytes)
    guard text.value(depth: 0) else { return false }
    text.skipSpace()
    return text.position == bytes.count
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[index] else { return false }
      position += 1
    }
    return true
  }

  private mutating func value(depth: Int) -> Bool {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return depth < Self.maximumDepth && members(closedBy: "}", depth: depth + 1)
    case UInt8(ascii: "["): return depth < Self.maximumDepth && members(closedBy: "]", depth: depth + 1)
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "t"): return take(word: "true")
    case UInt8(ascii: "f"): return take(word: "false")
    case UInt8(ascii: "n"): return take(word: "null")
    default: return number()
    }
  }

  /// An array, or an object, whose members have names.
  private mutating func members(closedBy end: Unicode.Scalar, depth: Int) -> Bool {
    position += 1
    skipSpace()
    if take(end) { return true }
    repeat {
      if end == "}" {
        skipSpace()
        guard string() else { return false }
        skipSpace()
        guard take(":") else { return false }
      }
      guard value(depth: depth) else { return false }
      skipSpace()
    } while take(",")
    return take(end)
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while let byte = next, byte >= 0x20 {
      position += 1
      if byte == UInt8(ascii: "\"") { return true }
      if byte == UInt8(ascii: "\\"), !escape() { return false }
    }
    return false
  }

  /// What follows a backslash; a surrogate comes in a pair.
  private mutating func escape() -> Bool {
    guard let byte = next else { return false }
    position += 1
    guard byte == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(byte) }
    guard let unit = hexadecimal() else { return false }
    guard (0xD800...0xDFFF).contains(unit) else { return true }
    guard unit < 0xDC00, take("\\"), take("u"), let low = hexadecimal() else { return false }
    return (0xDC00...0xDFFF).contains(low)
  }

  private mutating func hexadecimal() -> Int? {
    var unit = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }

  private mutating func number() -> Bool {
    _ = take("-")
    guard take("0") || digits() else { return false }
    if take("."), !digits() { return false }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      return digits()
    }
    return true
  }

  private mutating func digits() -> Bool {
    let start = position
    while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
    return position > start
  }
}
