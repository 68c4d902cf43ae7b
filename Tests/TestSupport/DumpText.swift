public import Foundation

/// The tables of a dump by name, read by a small parser of its own: what tests hold an import against.
///
/// It knows only what mariadb-dump writes: CREATE TABLE with a column a line, INSERT without a list of columns,
/// strings with backslashes.
public struct DumpText {
  /// By name.
  public private(set) var tables: [String: DumpedTable] = [:]
  private var rest: ArraySlice<UInt8>

  /// Reads a dump.
  public init(_ data: Data) {
    rest = ArraySlice(data)
    while !rest.isEmpty {
      if take("CREATE TABLE `") {
        readColumns()
      } else if take("INSERT INTO `") {
        readRows()
      } else {
        _ = line()
      }
    }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let isThere = text.withUTF8Buffer { rest.starts(with: $0) }
    if isThere { rest = rest.dropFirst(text.utf8CodeUnitCount) }
    return isThere
  }

  private mutating func line() -> String {
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    defer { rest = rest[end...].dropFirst() }
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  private mutating func readColumns() {
    let name = String(line().prefix { $0 != "`" })
    var columns: [DumpedTable.Column] = []
    while take("  `") {
      let parts = line().split(separator: "`", maxSplits: 1)
      let words = parts[1].dropFirst().split(separator: " ")
      let isUnsigned = words.count > 1 && words[1] == "unsigned"
      columns.append(.init(name: String(parts[0]), type: String(words[0]) + (isUnsigned ? " unsigned" : "")))
    }
    tables[name] = DumpedTable(name: name, columns: columns)
  }

  private mutating func readRows() {
    let name = String(line().prefix { $0 != "`" })
    guard var table = tables[name] else { return }
    tables[name] = nil
    repeat {
      rest = rest.drop { $0 != UInt8(ascii: "(") }.dropFirst()
      var values: [String?] = []
      repeat { values.append(literal()) } while take(",")
      rest = rest.dropFirst()
      table.append(values)
    } while take(",")
    tables[name] = table
  }

  /// Reads a literal and stops behind it.
  private mutating func literal() -> String? {
    guard take("'") else {
      let end = rest.firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ")") } ?? rest.endIndex
      defer { rest = rest[end...] }
      let word = String(decoding: rest[..<end], as: UTF8.self)
      return word == "NULL" ? nil : word
    }
    var bytes: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "'") {
      bytes.append(byte == UInt8(ascii: "\\") ? Self.unescaped(rest.popFirst() ?? 0) : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "0"): 0
    case UInt8(ascii: "Z"): 0x1A
    default: byte
    }
  }
}
