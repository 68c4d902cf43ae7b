/// Reads the text that mysqldump, mariadb-dump and phpMyAdmin write, plain or gzip, as a sequence of events.
///
/// ```swift
/// var reader = try DumpReader(path: "shop.sql.gz")
/// while let event = try reader.next() {
///   guard case .insert(let table, let columns) = event else { continue }
///   while try reader.nextRow() {
///     for index in 0..<reader.row.count { … reader.row.value(at: index) … }
///   }
/// }
/// ```
///
/// Memory holds one chunk of text and one row, however long a statement is. What carries no rows is skipped. After
/// an error the reader repeats it: a row it returned is always one the dump holds.
struct DumpReader: ~Copyable {
  /// The row that `nextRow()` read last.
  var row = DumpRow()
  /// The tokens of everything but rows.
  var lexer: SQLLexer
  /// The table whose definition or rows are being read.
  var table: String?
  /// The SQL modes that user variables keep; a variable that keeps none is absent.
  var savedModes: [String: SQLScanner.Modes] = [:]
  /// Whether rows of the current statement may follow.
  var isAmongRows = false
  private var failure: DumpError?

  /// Opens the file at `path`, whose first bytes tell whether it is gzip.
  init(
    path: String, chunkBytes: Int = 256 << 10, maxRowBytes: Int = 256 << 20
  ) throws(DumpError) {
    let file = try FileSource(path: path)
    let isGzip = try file.peek(2) == GzipSource.magic
    try self.init(source: isGzip ? GzipSource(file) : file, chunkBytes: chunkBytes, maxRowBytes: maxRowBytes)
  }

  /// Reads from `source`, at most `chunkBytes` at a time.
  init(source: any ByteSource, chunkBytes: Int = 256 << 10, maxRowBytes: Int = 256 << 20) throws(DumpError) {
    var window = ByteWindow(source, chunkBytes: chunkBytes)
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if try window.holds(3), (0..<3).allSatisfy({ window[$0] == byteOrderMark[$0] }) { window.position = 3 }
    lexer = SQLLexer(SQLScanner(window, maxRowBytes: maxRowBytes))
  }

  /// The size of the file as stored (compressed, for gzip), nil where it has none (a pipe).
  var totalBytes: Int? { lexer.scanner.window.source.totalBytes }

  /// How much of `totalBytes` has been read.
  var bytesRead: Int { lexer.scanner.window.source.bytesRead }

  /// The place reached in the (inflated) text.
  var offset: Int { lexer.scanner.window.offset }

  /// The bytes that the reader's buffers hold on to.
  var bufferCapacity: Int { lexer.scanner.window.capacity + lexer.text.capacity + row.store.capacity }

  /// The next table or batch of rows, nil at the end of the dump. Rows that were not read are skipped.
  mutating func next() throws(DumpError) -> DumpEvent? {
    if let failure { throw failure }
    do {
      if isAmongRows {
        isAmongRows = false
        try lexer.scanner.skipStatement()
      }
      return try readEvent()
    } catch {
      throw remember(error)
    }
  }

  /// Reads the next row of the current INSERT into `row`; false after its last.
  mutating func nextRow() throws(DumpError) -> Bool {
    if let failure { throw failure }
    guard isAmongRows else { return false }
    do {
      return try readRow()
    } catch {
      throw remember(error)
    }
  }

  private mutating func remember(_ error: DumpError) -> DumpError {
    var error = error
    error.table = table
    failure = error
    isAmongRows = false
    return error
  }

  private mutating func readEvent() throws(DumpError) -> DumpEvent? {
    while true {
      table = nil
      try lexer.advance()
      switch lexer.kind {
      case .delimiter: continue
      case .end:
        if lexer.scanner.isInVersionedComment { throw lexer.scanner.endOfDump(inside: "a comment") }
        return nil
      case .word: if let event = try readStatement() { return event }
      default: throw lexer.unexpected(wanted: "a statement")
      }
    }
  }

  private mutating func readStatement() throws(DumpError) -> DumpEvent? {
    if lexer.isWord("INSERT") || lexer.isWord("REPLACE") { return try readInsert() }
    if lexer.isWord("CREATE") { return try readCreate() }
    if lexer.isWord("SET") {
      try readSet()
    } else if lexer.isWord("DELIMITER") {
      try lexer.scanner.readDelimiterCommand()
    } else if Self.noise.contains(lexer.text.text.uppercased()) {
      try lexer.advance()
      try lexer.skipStatement()
    } else {
      throw lexer.unexpected(wanted: "a statement of a dump")
    }
    return nil
  }

  /// The first words of statements that carry no rows.
  private static let noise: Set<String> = [
    "ALTER", "ANALYZE", "BEGIN", "CALL", "CHANGE", "CHECK", "COMMIT", "DEALLOCATE", "DO", "DROP", "EXECUTE", "FLUSH",
    "GRANT", "LOCK", "OPTIMIZE", "PREPARE", "RELEASE", "REVOKE", "ROLLBACK", "SAVEPOINT", "SELECT", "START", "STOP",
    "TRUNCATE", "UNLOCK", "USE",
  ]
}
