import Foundation
import LMDB

typealias Bytes = [UInt8]

/// The rules of docs/format.md in code of its own: nothing here calls the engine's codecs.
enum Format {
  /// The document's table "Units of ASCII": characters and their unit, two columns that repeat.
  static let asciiUnits: [UInt8: UInt8] = {
    let lines = Project.text("docs/format.md").components(separatedBy: "\n")
    let table = lines.drop { $0 != "#### Units of ASCII" }.drop { $0 != "```" }.dropFirst().prefix { $0 != "```" }
    let words = table.flatMap { $0.split(separator: " ") }
    var units: [UInt8: UInt8] = [:]
    for pair in stride(from: 0, to: words.count, by: 2) {
      for character in words[pair].utf8 { units[character] = UInt8(words[pair + 1], radix: 16) }
    }
    return units
  }()

  /// "Integers".
  static func integer(_ value: Int128) -> Bytes {
    var magnitude = UInt128(value < 0 ? -1 - value : value)
    var digits: Bytes = []
    while magnitude > 0 {
      digits.insert(UInt8(magnitude % 256), at: 0)
      magnitude /= 256
    }
    if value < 0 { return [0x7F - UInt8(digits.count)] + digits.map { 0xFF - $0 } }
    return [0x80 + UInt8(digits.count)] + digits
  }

  /// "Text", for ASCII without control characters, and Han.
  static func text(_ text: String) -> Bytes { units(text).flatMap(\.self) + [0x0B] }

  /// A unit for each character of `text`, the trailing spaces left out.
  static func units(_ text: String) -> [Bytes] {
    var scalars = Array(text.unicodeScalars)
    while scalars.last == " " { scalars.removeLast() }
    return scalars.map { scalar in
      switch scalar.value {
      // No control character follows it in these texts.
      case 0x20: [0x0C]
      case 0x21...0x7E: [asciiUnits[UInt8(scalar.value)]!]
      case 0x4E00...0x9FA5: [0x9A + UInt8(scalar.value >> 8) - 0x4E, UInt8(scalar.value & 0xFF)]
      default: preconditionFailure("the tests do not need \(scalar)")
      }
    }
  }

  /// "Cut keys": whole units up to 17 bytes less than the budget, 01, the hash of the whole key.
  static func cutText(_ text: String, budget: Int) -> Bytes {
    var kept: Bytes = []
    for unit in units(text) {
      if kept.count + unit.count > budget - 17 { break }
      kept += unit
    }
    return kept + [0x01] + fnv1a(self.text(text))
  }

  /// FNV-1a of 128 bits with the numbers of its specification, least significant byte first.
  static func fnv1a(_ bytes: Bytes) -> Bytes {
    var hash: UInt128 = 144_066_263_297_769_815_596_495_629_667_062_367_629
    let prime: UInt128 = 309_485_009_821_345_068_724_781_371
    for byte in bytes { hash = (hash ^ UInt128(byte)) &* prime }
    return littleEndian(hash, 16)
  }

  /// CRC-32C bit by bit.
  static func crc32c(_ bytes: Bytes) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
    }
    return ~crc
  }

  static func littleEndian(_ value: UInt128, _ count: Int) -> Bytes {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt128($0))) }
  }

  static func number(_ bytes: some Collection<UInt8>) -> UInt128 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt128($1) }
  }
}

/// "Rows": a stored row taken apart.
struct ParsedRow {
  enum Column {
    case unsigned(Int), signed(Int), variable
  }

  enum Value: Equatable {
    case null
    case integer(Int128)
    case text(String)
  }

  struct Fault: Error {
    let what: String
  }

  let isWide: Bool
  private(set) var values: [String: Value] = [:]

  /// - Parameters:
  ///   - bytes: the row with its checksum, gathered from its chunks where it has such.
  ///   - columns: the stored columns in declared order.
  init(_ bytes: Bytes, key: Bytes, table: UInt8, columns: KeyValuePairs<String, Column>) throws {
    let row = Bytes(bytes.dropLast(4))
    guard Format.number(bytes.suffix(4)) == UInt128(Format.crc32c([table] + key + row)) else {
      throw Fault(what: "sum")
    }
    guard row[0] <= 1, row[1] == columns.count else { throw Fault(what: "head") }
    isWide = row[0] == 1
    let offsetBytes = isWide ? 4 : 2
    let fixedStart = 2 + (columns.count + 7) / 8
    let offsetsStart = fixedStart + columns.reduce(0) { $0 + Self.width($1.value) }
    let variableStart = offsetsStart + columns.count { Self.width($0.value) == 0 } * offsetBytes
    var (fixed, offset, start) = (fixedStart, offsetsStart, variableStart)
    for (number, (name, column)) in columns.enumerated() {
      let isNull = row[2 + number / 8] >> UInt8(number % 8) & 1 == 1
      switch column {
      case .unsigned(let width), .signed(let width):
        let raw = Int128(truncatingIfNeeded: Format.number(row[fixed..<fixed + width]))
        let isNegative = if case .signed = column { raw >> Int128(8 * width - 1) & 1 == 1 } else { false }
        if isNull && raw != 0 { throw Fault(what: "\(name): NULL is not zeros") }
        values[name] = isNull ? .null : .integer(isNegative && width < 16 ? raw - Int128(1) << Int128(8 * width) : raw)
        fixed += width
      case .variable:
        let word = Format.number(row[offset..<offset + offsetBytes])
        let mark = UInt128(1) << UInt128(8 * offsetBytes - 1)
        let end = variableStart + Int(word & (mark - 1))
        let field = Bytes(row[start..<end])
        values[name] =
          isNull ? .null : .text(word & mark == 0 ? String(decoding: field, as: UTF8.self) : Self.uuid(field))
        (start, offset) = (end, offset + offsetBytes)
      }
    }
    guard start == row.count else { throw Fault(what: "\(row.count - start) bytes behind the last column") }
  }

  private static func width(_ column: Column) -> Int {
    switch column {
    case .unsigned(let width), .signed(let width): width
    case .variable: 0
    }
  }

  private static func uuid(_ bytes: Bytes) -> String {
    var digits = bytes.map { String(format: "%02x", $0) }
    for place in [10, 8, 6, 4] { digits.insert("-", at: place) }
    return digits.joined()
  }
}
