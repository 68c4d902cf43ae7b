/// The way to a member of a JSON text: names of members and places in arrays.
///
/// `content.text`, `buttons.0.title`. A step that is a number is a place in an array, or a name in an object.
struct JSONPath: Hashable, Sendable {
  let steps: [String]

  init(_ text: String) { steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }

  /// The value at the path; `nil` where there is none, or where the text is malformed before it.
  func value(in bytes: UnsafeRawBufferPointer) -> JSONScalar? {
    var scanner = JSONScanner(bytes)
    for step in steps {
      guard scanner.enter(step) else { return nil }
    }
    return scanner.scalar()
  }
}

/// A value in a JSON text.
enum JSONScalar: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As it is written.
  case number(String)
  case string(String)
  /// An array or an object.
  case container
}

/// Walks a JSON text without building it: what lies beside the path is passed over. The text is not trusted.
private struct JSONScanner {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Moves to the value of a member, or to the element at a place.
  mutating func enter(_ step: String) -> Bool {
    if take("{") { return enter(member: step) }
    guard take("["), let place = Int(step), place >= 0 else { return false }
    for _ in 0..<place {
      guard skipValue(), take(",") else { return false }
    }
    skipSpace()
    return next != UInt8(ascii: "]")
  }

  private mutating func enter(member name: String) -> Bool {
    while true {
      skipSpace()
      guard let found = string(), take(":") else { return false }
      if found.utf8.elementsEqual(name.utf8) { return true }
      guard skipValue(), take(",") else { return false }
    }
  }

  mutating func scalar() -> JSONScalar? {
    skipSpace()
    switch next {
    case UInt8(ascii: "\""): return string().map(JSONScalar.string)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .container
    case UInt8(ascii: "t"): return .bool(true)
    case UInt8(ascii: "f"): return .bool(false)
    case UInt8(ascii: "n"): return .null
    default:
      let start = position
      guard skipWord() else { return nil }
      return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }
  }

  /// Passes over a number or a word; `false` where there is none.
  @discardableResult
  private mutating func skipWord() -> Bool {
    let start = position
    while let byte = next, byte > 0x20, !",]}:\"{[".utf8.contains(byte) { position += 1 }
    return position > start
  }

  /// Passes over a whole value, whatever its depth.
  private mutating func skipValue() -> Bool {
    var depth = 0
    repeat {
      skipSpace()
      switch next {
      case nil: return false
      case UInt8(ascii: "\""): guard skipString() else { return false }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { return false }
        position += 1
      default: guard skipWord() else { return false }
      }
    } while depth > 0
    return depth == 0
  }

  private mutating func skipString() -> Bool {
    position += 1
    while let byte = next {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return true }
    }
    return false
  }

  private mutating func string() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    let start = position + 1
    guard skipString() else { return nil }
    let raw = bytes[start..<position - 1]
    guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
    return Self.unescaped(raw)
  }

  private static func unescaped(_ raw: Slice<UnsafeRawBufferPointer>) -> String? {
    var units: [UInt16] = []
    var rest = String(decoding: raw, as: UTF8.self).utf16[...]
    while let unit = rest.popFirst() {
      guard unit == 0x5C else {
        units.append(unit)
        continue
      }
      guard let escape = rest.popFirst() else { return nil }
      switch escape {
      case 0x75:
        guard let code = UInt16(String(decoding: rest.prefix(4), as: UTF16.self), radix: 16) else { return nil }
        rest = rest.dropFirst(4)
        units.append(code)
      case 0x62: units.append(0x08)
      case 0x66: units.append(0x0C)
      case 0x6E: units.append(0x0A)
      case 0x72: units.append(0x0D)
      case 0x74: units.append(0x09)
      default: units.append(escape)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
