internal import TableStore

/// The columns of a dump's rows by their places, ready to be written.
struct DumpColumns {
  private let names: [MemberName]

  /// - Parameter names: none where the dump does not say.
  init(_ names: [String]) { self.names = names.map { MemberName($0) } }

  /// The name of the value at a place; its number from 1 where there is no name.
  subscript(place: Int) -> MemberName { place < names.count ? names[place] : MemberName("\(place + 1)") }
}

extension MemberName {
  static let dump = MemberName("dump")
  static let line = MemberName("line")
  static let table = MemberName("table")
  static let reason = MemberName("reason")
  static let row = MemberName("row")
  static let key = MemberName("key")
  static let columns = MemberName("columns")
}

extension KeptLine {
  /// Starts a line about a row of a dump.
  mutating func begin(_ dump: String, _ number: Int?, table: String) {
    member(.dump)
    append(text: dump)
    member(.line)
    append(number: number)
    member(.table)
    append(text: table)
  }

  /// Appends the member "row" with all values of a row.
  mutating func append(_ row: borrowing DumpRow, _ columns: DumpColumns) {
    member(.row)
    open()
    for place in 0..<row.count { append(row, place, columns) }
    close()
  }

  /// Appends one value of a row as a member.
  mutating func append(_ row: borrowing DumpRow, _ place: Int, _ columns: DumpColumns) {
    member(columns[place])
    append(row.value(at: place), of: row)
  }

  /// Appends a literal as SQL would hold it.
  mutating func append(_ literal: DumpRow.Literal, of row: borrowing DumpRow) {
    switch literal {
    case .null: append(number: nil)
    case .bit(let bits): append(text: String(bits))
    case .number, .text, .bytes, .word: append(value: row.bytes(of: literal))
    }
  }

  /// Appends a stored value as SQL would write it.
  mutating func append(_ value: SQLValue) {
    switch value {
    case .null: append(number: nil)
    case .bool(let bool): append(text: bool ? "1" : "0")
    case .integer(let integer): append(text: String(integer))
    case .text(let text): append(text: text)
    case .bytes(let bytes): bytes.withUnsafeBytes { append(value: $0) }
    }
  }
}
