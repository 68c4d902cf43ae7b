extension DumpReader {
  /// Reads from INSERT or REPLACE up to VALUES.
  mutating func readInsert() throws(DumpError) -> DumpEvent {
    try lexer.advance()
    while lexer.isWord("IGNORE") || lexer.isWord("LOW_PRIORITY") || lexer.isWord("HIGH_PRIORITY")
      || lexer.isWord("DELAYED")
    {
      try lexer.advance()
    }
    _ = try lexer.skipWord("INTO")
    let name = try readTableName()
    table = name
    let columns = lexer.kind == .symbol(.open) ? try readColumnList() : nil
    guard lexer.isWord("VALUES") || lexer.isWord("VALUE") else {
      throw lexer.unexpected(wanted: "VALUES (an INSERT with SELECT or SET cannot be read)")
    }
    isAmongRows = true
    row.begin(line: 0, byteOffset: 0)
    return .insert(table: name, columns: columns)
  }

  /// Reads a name that databases may precede, and leaves these out.
  mutating func readTableName() throws(DumpError) -> String {
    while true {
      switch lexer.kind {
      case .word, .name, .string: break
      default: throw lexer.unexpected(wanted: "the name of a table")
      }
      let name = lexer.text.text
      try lexer.advance()
      guard lexer.kind == .symbol(.dot) else { return name }
      try lexer.advance()
    }
  }

  /// Reads one row and what follows it; false where the statement ended instead.
  mutating func readRow() throws(DumpError) -> Bool {
    if row.line > 0, try !readRowSeparator() {
      isAmongRows = false
      return false
    }
    try lexer.scanner.skipSpace()
    row.begin(line: lexer.scanner.window.line, byteOffset: lexer.scanner.window.offset)
    guard try lexer.scanner.window.peek() == .open else { throw lexer.scanner.unexpected(wanted: "a row") }
    lexer.scanner.window.position += 1
    try lexer.scanner.skipSpace()
    if try lexer.scanner.window.peek() == .close {
      lexer.scanner.window.position += 1
      return true
    }
    repeat { try readValue() } while try readValueSeparator()
    return true
  }

  /// After a value: true for a comma, false for the end of the row.
  private mutating func readValueSeparator() throws(DumpError) -> Bool {
    try lexer.scanner.checkSize(of: row.store)
    try lexer.scanner.skipSpace()
    let byte = try lexer.scanner.window.peek()
    if byte == .comma || byte == .close {
      lexer.scanner.window.position &+= 1
      if byte == .close { return false }
      if row.count < DumpRow.maxValues { return true }
      throw lexer.scanner.window.failure(.rowTooLarge, "a row has more than \(DumpRow.maxValues) values")
    }
    if byte == nil { throw endInsideRow() }
    throw lexer.scanner.unexpected(wanted: "“,” or “)” after a value")
  }

  /// The error for a text that ends inside the current row.
  mutating func endInsideRow() -> DumpError {
    lexer.scanner.endOfDump(inside: "the row that began on line \(row.line)")
  }

  /// After a row: true for a comma, false for the end of the statement.
  private mutating func readRowSeparator() throws(DumpError) -> Bool {
    try lexer.scanner.skipSpace()
    if try lexer.scanner.window.peek() == .comma {
      lexer.scanner.window.position += 1
      return true
    }
    try lexer.advance()
    switch lexer.kind {
    case .delimiter: return false
    case .word where lexer.isWord("ON") || lexer.isWord("AS") || lexer.isWord("RETURNING"):
      try lexer.scanner.skipStatement()
      return false
    default: throw lexer.unexpected(wanted: "“,” or “;” after a row")
    }
  }

  private mutating func readColumnList() throws(DumpError) -> [String] {
    var columns: [String] = []
    try lexer.advance()
    while lexer.kind != .symbol(.close) {
      if !columns.isEmpty { try lexer.take(.comma) }
      columns.append(try readTableName())
      if columns.count > DumpRow.maxValues {
        throw lexer.scanner.window.failure(.rowTooLarge, "a column list is longer than \(DumpRow.maxValues) names")
      }
    }
    try lexer.advance()
    return columns
  }
}
