extension DumpReader {
  /// Reads a SET statement for what it changes about the text: character set and quoting rules.
  mutating func readSet() throws(DumpError) {
    try lexer.advance()
    if lexer.isWord("GLOBAL") || lexer.isWord("PERSIST") { return try lexer.skipStatement() }
    if lexer.isWord("SESSION") || lexer.isWord("LOCAL") { try lexer.advance() }
    if try lexer.skipWord("NAMES") { return try readNames() }
    if try lexer.skipWord("CHARSET") { return try readNames() }
    if try lexer.skipWord("CHARACTER") {
      try lexer.advance()
      return try readNames()
    }
    while lexer.kind != .delimiter { try readAssignment() }
  }

  /// Fails for a character set in which half a character may be a quote or a backslash. Text in any other is taken as
  /// UTF-8, whatever its name; whether it is, the caller checks value by value.
  mutating func check(charset: String) throws(DumpError) {
    guard Self.ambiguousCharsets.contains(charset) else { return }
    throw lexer.scanner.window.failure(
      .unsupportedCharset, "the text is written in the character set \(charset); dump it again as utf8mb4")
  }

  private static let ambiguousCharsets: Set<String> = [
    "big5", "cp932", "gb18030", "gbk", "sjis", "ucs2", "utf16", "utf16le", "utf32",
  ]

  private mutating func readNames() throws(DumpError) {
    switch lexer.kind {
    case .word, .string, .name: break
    default: throw lexer.unexpected(wanted: "a character set")
    }
    let charset = lexer.text.text.lowercased()
    if lexer.scanner.isAtEnd { throw lexer.scanner.endOfDump(inside: "a statement") }
    try check(charset: charset)
    try lexer.skipStatement()
  }

  /// Reads `name = expression` and the comma behind it.
  private mutating func readAssignment() throws(DumpError) {
    let target = variableName()
    try lexer.advance()
    let modes = try readModes()
    if lexer.kind == .symbol(.comma) { try lexer.advance() }
    if target == "sql_mode" {
      lexer.scanner.modes = modes
    } else if target.hasPrefix("@") {
      savedModes[target] = modes.isEmpty ? nil : modes
    }
  }

  /// Reads an expression and returns the SQL modes that it would stand for.
  private mutating func readModes() throws(DumpError) -> SQLScanner.Modes {
    var modes: SQLScanner.Modes = []
    var depth = 0
    while true {
      switch lexer.kind {
      case .delimiter: return modes
      case .end: throw lexer.scanner.endOfDump(inside: "a statement")
      case .symbol(.comma) where depth == 0: return modes
      case .symbol(.open): depth += 1
      case .symbol(.close): depth -= 1
      case .variable where variableName() == "sql_mode": modes.formUnion(lexer.scanner.modes)
      case .variable: modes.formUnion(savedModes[variableName()] ?? [])
      case .string, .word: modes.formUnion(Self.modes(named: lexer.text.text))
      default: break
      }
      try lexer.advance()
    }
  }

  /// The current token as a variable: a user's keeps its `@`, a server's has neither `@@` nor scope, save GLOBAL's.
  private func variableName() -> String {
    var name = lexer.text.text.lowercased()
    for prefix in ["@@", "session.", "local."] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
    return name
  }

  private static func modes(named list: String) -> SQLScanner.Modes {
    var modes: SQLScanner.Modes = []
    for name in list.uppercased().split(whereSeparator: { $0 == "," || $0 == " " }) {
      switch name {
      case "NO_BACKSLASH_ESCAPES": modes.insert(.noBackslashEscapes)
      case "ANSI_QUOTES", "ANSI", "DB2", "MAXDB", "MSSQL", "ORACLE", "POSTGRESQL": modes.insert(.ansiQuotes)
      default: break
      }
    }
    return modes
  }
}
