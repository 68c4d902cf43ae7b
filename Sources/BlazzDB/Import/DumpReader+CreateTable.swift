extension DumpReader {
  /// Reads a CREATE statement; nil where it makes anything but a table with columns.
  mutating func readCreate() throws(DumpError) -> DumpEvent? {
    // What old dumps create inside a comment is not a table but holds a view's place.
    let isPlaceholder = lexer.scanner.isInVersionedComment
    try lexer.advance()
    if try lexer.skipWord("OR") { _ = try lexer.skipWord("REPLACE") }
    _ = try lexer.skipWord("TEMPORARY")
    guard !isPlaceholder, try lexer.skipWord("TABLE") else {
      try lexer.skipStatement()
      return nil
    }
    if try lexer.skipWord("IF") {
      _ = try lexer.skipWord("NOT")
      _ = try lexer.skipWord("EXISTS")
    }
    let name = try readTableName()
    table = name
    guard lexer.kind == .symbol(.open) else {
      try lexer.skipStatement()
      return nil
    }
    var columns: [DumpColumn] = []
    repeat {
      try lexer.advance()
      if let column = try readDefinition() { columns.append(column) }
      if columns.count > DumpRow.maxValues {
        throw lexer.scanner.window.failure(.rowTooLarge, "a table has more than \(DumpRow.maxValues) columns")
      }
    } while lexer.kind == .symbol(.comma)
    guard lexer.kind == .symbol(.close) else { throw lexer.unexpected(wanted: "“,” or “)” after a column") }
    try lexer.skipStatement()
    return .createTable(DumpTable(name: name, columns: columns))
  }

  /// Reads a column; nil for a key, constraint or other clause, which it skips.
  private mutating func readDefinition() throws(DumpError) -> DumpColumn? {
    switch lexer.kind {
    case .word where Self.clauses.contains(lexer.text.text.uppercased()):
      try skipAttributes()
      return nil
    case .word, .name, .string: break
    default: throw lexer.unexpected(wanted: "the name of a column")
    }
    let name = lexer.text.text
    let isWord = lexer.kind == .word
    try lexer.advance()
    // A period of system time is no column, though one may be named so.
    if isWord, lexer.isWord("FOR") {
      try skipAttributes()
      return nil
    }
    let type = try readType()
    var column = DumpColumn(
      name: name, type: type, isNullable: true, defaultText: nil, comment: nil, isGenerated: false)
    while !isAtDefinitionEnd { try readAttribute(of: &column) }
    return column
  }

  private mutating func readType() throws(DumpError) -> String {
    guard lexer.kind == .word else { throw lexer.unexpected(wanted: "the type of a column") }
    var type = lexer.text.text.lowercased()
    try lexer.advance()
    while lexer.isWord("PRECISION") || lexer.isWord("VARYING") || lexer.isWord("VARCHAR") || lexer.isWord("CHAR") {
      type += " " + lexer.text.text.lowercased()
      try lexer.advance()
    }
    if lexer.kind == .symbol(.open) { type += try readParenthesized() }
    while lexer.isWord("UNSIGNED") || lexer.isWord("SIGNED") || lexer.isWord("ZEROFILL") {
      type += " " + lexer.text.text.lowercased()
      try lexer.advance()
    }
    return type
  }

  private mutating func readAttribute(of column: inout DumpColumn) throws(DumpError) {
    if try lexer.skipWord("NOT") {
      if try lexer.skipWord("NULL") { column.isNullable = false }
    } else if try lexer.skipWord("NULL") {
      column.isNullable = true
    } else if try lexer.skipWord("PRIMARY") {
      column.isNullable = false
    } else if try lexer.skipWord("DEFAULT") {
      column.defaultText = try readExpression()
    } else if try lexer.skipWord("ON") {
      try lexer.advance()
      _ = try readExpression()
    } else if try lexer.skipWord("COMMENT") {
      if lexer.kind == .string {
        column.comment = lexer.text.text
        try lexer.advance()
      }
    } else if lexer.isWord("AS") {
      column.isGenerated = true
      try lexer.advance()
    } else {
      try skipAttribute()
    }
  }

  /// Reads a default: a literal, a call, or an expression in parentheses.
  private mutating func readExpression() throws(DumpError) -> String {
    var text = ""
    if lexer.kind == .symbol(.dash) || lexer.kind == .symbol(.plus) {
      text = lexer.rendered
      try lexer.advance()
    }
    if lexer.kind == .symbol(.open) { return text + (try readParenthesized()) }
    guard !isAtDefinitionEnd else { throw lexer.unexpected(wanted: "a default") }
    let isWord = lexer.kind == .word
    text += lexer.rendered
    try lexer.advance()
    if isWord, lexer.kind == .symbol(.open) { return text + (try readParenthesized()) }
    // A string behind a word is introduced by it: `b'0'`, `_utf8mb4'x'`.
    if isWord, lexer.kind == .string {
      text += lexer.rendered
      try lexer.advance()
    }
    return text
  }

  /// Reads a balanced pair of parentheses as text, with blanks only where two words would grow together.
  private mutating func readParenthesized() throws(DumpError) -> String {
    var text = ""
    var depth = 0
    var wasSymbol = true
    repeat {
      if lexer.kind == .symbol(.open) { depth += 1 }
      if lexer.kind == .symbol(.close) { depth -= 1 }
      if lexer.kind == .delimiter || lexer.kind == .end { throw lexer.unexpected(wanted: "“)”") }
      if lexer.kind == .word || lexer.kind == .number, !wasSymbol { text += " " }
      text += lexer.rendered
      if case .symbol = lexer.kind { wasSymbol = true } else { wasSymbol = false }
      try lexer.advance()
    } while depth > 0
    return text
  }

  private mutating func skipAttribute() throws(DumpError) {
    if lexer.kind == .symbol(.open) {
      _ = try readParenthesized()
    } else {
      try lexer.advance()
    }
  }

  private mutating func skipAttributes() throws(DumpError) {
    while !isAtDefinitionEnd { try skipAttribute() }
  }

  private var isAtDefinitionEnd: Bool {
    switch lexer.kind {
    case .symbol(.comma), .symbol(.close), .delimiter, .end: true
    default: false
    }
  }

  /// The first words of definitions that are no columns.
  private static let clauses: Set<String> = [
    "CHECK", "CONSTRAINT", "FOREIGN", "FULLTEXT", "INDEX", "KEY", "LIKE", "PRIMARY", "SPATIAL", "UNIQUE",
  ]
}
