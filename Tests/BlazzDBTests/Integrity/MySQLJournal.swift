@testable import TableStore

/// The statements of a run in SQL, one a line, with what became of each: what a server is to agree with.
///
/// Left out are statements that only we refuse: what crosses the border of a workspace, and references to nothing that
/// the schema does not declare to SQL.
struct MySQLJournal {
  /// One statement.
  struct Line {
    var sql: String
    /// Why it was refused; empty when it was done.
    var refusals: Set<ModelRefusal> = []
  }

  private(set) var lines: [Line] = []

  mutating func begin(_ context: ModelContext) {
    lines.append(Line(sql: "SET timestamp = UNIX_TIMESTAMP('\(context.now)');"))
    lines.append(Line(sql: "BEGIN;"))
  }

  mutating func end(isKept: Bool) { lines.append(Line(sql: isKept ? "COMMIT;" : "ROLLBACK;")) }

  mutating func insert(_ schema: TableSchema, _ values: [Int: SQLValue], _ refusals: Set<ModelRefusal>) {
    append(insertion(schema, values) + ";", refusals)
  }

  mutating func upsert(_ schema: TableSchema, _ values: [Int: SQLValue], _ refusals: Set<ModelRefusal>) {
    let columns = values.keys.filter { $0 != schema.primaryKey }.sorted().map { name(schema, $0) }
    let key = name(schema, schema.primaryKey)
    let changes = columns.isEmpty ? "\(key) = \(key)" : columns.map { "\($0) = VALUES(\($0))" }.joined(separator: ", ")
    append("\(insertion(schema, values)) ON DUPLICATE KEY UPDATE \(changes);", refusals)
  }

  mutating func update(_ schema: TableSchema, _ key: String, _ values: [Int: SQLValue], _ refusals: Set<ModelRefusal>) {
    guard !values.isEmpty else { return }
    let changes = values.sorted { $0.key < $1.key }.map { ordinal, value in
      "\(name(schema, ordinal)) = \(literal(value, schema, ordinal))"
    }
    append("UPDATE `\(schema.name)` SET \(changes.joined(separator: ", ")) \(condition(schema, key));", refusals)
  }

  mutating func erase(_ schema: TableSchema, _ key: String, _ refusals: Set<ModelRefusal>) {
    append("DELETE FROM `\(schema.name)` \(condition(schema, key));", refusals)
  }

  private mutating func append(_ sql: String, _ refusals: Set<ModelRefusal>) {
    guard refusals.isEmpty || refusals.contains(where: \.isMySQLs) else { return }
    lines.append(Line(sql: sql, refusals: refusals))
  }
}

extension MySQLJournal {
  private func name(_ schema: TableSchema, _ ordinal: Int) -> String { "`\(schema.columns[ordinal].name)`" }

  private func insertion(_ schema: TableSchema, _ values: [Int: SQLValue]) -> String {
    let columns = values.keys.sorted()
    let names = columns.map { name(schema, $0) }.joined(separator: ", ")
    let literals = columns.map { literal(values[$0] ?? .null, schema, $0) }.joined(separator: ", ")
    return "INSERT INTO `\(schema.name)` (\(names)) VALUES (\(literals))"
  }

  private func condition(_ schema: TableSchema, _ key: String) -> String {
    let value = schema.hasIntegerKey ? key : literal(.text(key), schema, schema.primaryKey)
    return "WHERE \(name(schema, schema.primaryKey)) = \(value)"
  }

  private func literal(_ value: SQLValue, _ schema: TableSchema, _ ordinal: Int) -> String {
    switch value {
    case .null: "NULL"
    case .bool(let bool): bool ? "1" : "0"
    case .integer(let integer): "\(integer)"
    case .text(let text): "_utf8mb4 X'\(Self.hex(text.utf8))'"
    case .bytes(let bytes): (schema.columns[ordinal].storage == .bytes ? "" : "_utf8mb4 ") + "X'\(Self.hex(bytes))'"
    }
  }

  /// Bytes as hex digits.
  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
