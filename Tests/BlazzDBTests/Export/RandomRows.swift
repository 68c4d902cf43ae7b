import BlazzDB
import Foundation
import TableStore
import TestSupport

/// Made-up rows for every table, in the words of its schema alone, and the dump that holds them.
///
/// Row `n` of a scoped table belongs to workspace `tenant(of: n)` and refers to rows of that workspace only. Behind them
/// comes a row of no workspace, where a table takes one. Every text of a scoped row that has room for it, and every
/// text of a workspace's own row, names the workspace: see `mark(of:)`.
struct RandomRows {
  static let tenants = 3
  /// A multiple of `tenants`.
  static let rowsPerTable = 12

  /// A value as a dump has it.
  enum Value: Equatable {
    case null
    case number(String)
    case text(String)
    case bytes([UInt8])
  }

  struct Row {
    /// `nil` for a row of no workspace or of a global table.
    var tenant: Int?
    var values: [Value]
  }

  /// By table name.
  private(set) var rows: [String: [Row]] = [:]
  private var random: SeededRandom

  static func tenant(of row: Int) -> Int { 1 + row % tenants }

  /// What the texts of a workspace's rows contain; 0 stands for none.
  static func mark(of tenant: Int) -> String { "⟦\(tenant)⟧" }

  init(_ purpose: String = #function) {
    random = SeededRandom(for: purpose)
    for schema in Blazz.tables.map({ $0.schema }) {
      rows[schema.name] = (1...Self.rowsPerTable + (Self.takesNobody(schema) ? 1 : 0)).map { row(schema, $0) }
    }
  }

  /// INSERTs without CREATE TABLE. Texts are written in hexadecimal, which shares nothing with an export's escapes.
  var dump: String {
    var dump = ""
    for schema in Blazz.tables.map({ $0.schema }) {
      let names = schema.columns.map { "`\($0.name)`" }.joined(separator: ", ")
      let tuples = rows[schema.name, default: []].map { row in
        "(" + row.values.map(Self.literal).joined(separator: ", ") + ")"
      }
      dump += "INSERT INTO `\(schema.name)` (\(names)) VALUES \(tuples.joined(separator: ",\n"));\n"
    }
    return dump
  }

  private static func literal(_ value: Value) -> String {
    switch value {
    case .null: "NULL"
    case .number(let digits): digits
    case .text(let text): literal(.bytes(Array(text.utf8)))
    case .bytes(let bytes): "X'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
    }
  }

  private static func takesNobody(_ schema: TableSchema) -> Bool {
    schema.scope == .workspace && schema.scopeColumn.map { schema.columns[$0].isNullable } ?? false
  }
}

// MARK: Rows

extension RandomRows {
  private mutating func row(_ schema: TableSchema, _ number: Int) -> Row {
    let tenant = schema.isScoped && number <= Self.rowsPerTable ? Self.tenant(of: number) : nil
    let mark = schema.isScoped ? tenant ?? 0 : schema.name == "workspaces" ? number : nil
    var values: [Value] = []
    for ordinal in schema.columns.indices {
      values.append(value(schema, ordinal, number, tenant, mark.map(Self.mark) ?? ""))
    }
    return Row(tenant: tenant, values: values)
  }

  private mutating func value(
    _ schema: TableSchema, _ ordinal: Int, _ number: Int, _ tenant: Int?, _ mark: String
  ) -> Value {
    let column = schema.columns[ordinal]
    if ordinal == schema.primaryKey { return key(column, number) }
    if ordinal == schema.scopeColumn && schema.scope == .workspace { return tenant.map { .number("\($0)") } ?? .null }
    let isUnique = schema.indexes.contains { index in
      index.kind == .unique && index.parts.contains { $0.column == ordinal }
    }
    if let target = schema.references.first(where: { $0.column == ordinal })?.target {
      if case .referred(schema.name, column.name) = target.scope { return key(target, number) }
      let isFree = column.isNullable && !isUnique && ordinal != schema.scopeColumn
      if isFree && Int.random(in: 0..<4, using: &random) == 0 { return .null }
      return key(target, isUnique ? number : referred(number, isScoped: target.isScoped))
    }
    if column.isNullable && !isUnique && Int.random(in: 0..<4, using: &random) == 0 { return .null }
    return isUnique ? uniqueValue(column, number, mark) : value(column, mark)
  }

  /// A row that row `number` may refer to.
  private mutating func referred(_ number: Int, isScoped: Bool) -> Int {
    guard isScoped else { return Int.random(in: 1...Self.rowsPerTable, using: &random) }
    let step = Int.random(in: 0..<Self.rowsPerTable / Self.tenants, using: &random) * Self.tenants
    return 1 + (number - 1) % Self.tenants + step
  }

  private func key(_ schema: TableSchema, _ number: Int) -> Value { key(schema.columns[schema.primaryKey], number) }

  private func key(_ column: ColumnDefinition, _ number: Int) -> Value {
    column.storage == .text ? .text("key 'x' \(number)") : .number("\(number)")
  }

  private mutating func uniqueValue(_ column: ColumnDefinition, _ number: Int, _ mark: String) -> Value {
    guard case .text(let text) = value(column, "\(number)x" + mark) else { return .number("\(number)") }
    return .text(text)
  }
}

// MARK: Values

extension RandomRows {
  private mutating func value(_ column: ColumnDefinition, _ mark: String) -> Value {
    switch column.type {
    case .bool: .number(pick(["0", "1"]))
    case .tinyint: .number(pick(["-128", "127", "0"]))
    case .int: .number(pick(["-2147483648", "2147483647", "0", "17"]))
    case .bigint: .number(pick(["-9223372036854775808", "9223372036854775807", "0"]))
    case .tinyintUnsigned: .number(pick(["0", "255"]))
    case .intUnsigned: .number(pick(["0", "4294967295"]))
    case .bigintUnsigned: .number(pick(["0", "18446744073709551615"]))
    case .decimal(let precision, let scale): .text(decimal(precision, scale))
    case .timestamp: .text(pick(["1970-01-01 00:00:01", "2038-01-19 03:14:07", "2024-02-29 23:59:59"]))
    case .datetime: .text(pick(["1000-01-01 00:00:00", "9999-12-31 23:59:59", "2025-03-30 02:30:00"]))
    case .date: .text(pick(["1000-01-01", "9999-12-31", "2024-02-29"]))
    case .enumeration(let names): .text(pick(names))
    case .char(let length): .text(text(length, mark, isPadded: true))
    case .varchar(let length): .text(text(length, mark))
    case .text, .mediumtext, .longtext: .text(text(400, mark))
    case .json: .text(json(mark))
    case .blob: .bytes(blob())
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &random)! }

  private mutating func decimal(_ precision: Int, _ scale: Int) -> String {
    let digits = (0..<precision).map { _ in pick(["0", "9", "5"]) }
    // Zeros in front are not given back.
    let whole = digits.dropLast(scale).drop { $0 == "0" }.joined()
    let isZero = digits.allSatisfy { $0 == "0" }
    return (isZero ? "" : pick(["", "-"])) + (whole.isEmpty ? "0" : whole) + "." + digits.suffix(scale).joined()
  }

  /// A text of at most `length` code points that begins with `mark` if that fits. A padded one has no space at its end:
  /// MySQL does not give it back.
  private mutating func text(_ length: Int, _ mark: String, isPadded: Bool = false) -> String {
    let parts = [
      "", "'", "\\", "\"", "`", "\n", "\r\n", "\0", "\u{1A}", "\t", "%_", "\\'", ");--", "/*", "😀", "é", "e\u{301}",
      "NULL", "\u{7F}\u{80}", " ", random.text(maximum: 20), random.text(maximum: 60),
    ]
    var scalars = Array(mark.unicodeScalars.count <= length ? mark.unicodeScalars : "".unicodeScalars)
    for _ in 0..<Int.random(in: 0...8, using: &random) { scalars += pick(parts).unicodeScalars }
    if mark.isEmpty, Int.random(in: 0..<8, using: &random) == 0 { scalars = [] }
    scalars = Array(scalars.prefix(length))
    while isPadded, scalars.last == " " { scalars.removeLast() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private mutating func json(_ mark: String) -> String {
    let deep = pick([0, 1, 60])
    let value = pick(["null", "1.50", "\"\\\"\\u00e9 '\\\\n \(mark)\"", "{ \"a\" : [1,2 , true] }", "\"😀\""])
    return String(repeating: "[", count: deep) + value + String(repeating: "]", count: deep)
  }

  private mutating func blob() -> [UInt8] {
    (0..<pick([0, 1, 40, 3000])).map { _ in UInt8.random(in: 0...255, using: &random) }
  }
}
