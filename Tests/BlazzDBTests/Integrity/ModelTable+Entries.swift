import Foundation

@testable import BlazzDB
@testable import TableStore

/// How many entries each index should have: one for each row, and in a partial index for each row of which its condition,
/// read as SQL, is true.
extension ModelTable {
  /// The number of entries of an index.
  func entries(of index: IndexDefinition) -> Int {
    guard let condition = index.conditionText(in: schema) else { return rows.count }
    let tests = condition.components(separatedBy: " AND ")
    return rows.values.count { row in tests.allSatisfy { isTrue($0, of: row) } }
  }

  /// `column IS NULL`, `column IS NOT NULL` or `column = value`; no condition has more.
  private func isTrue(_ test: String, of row: ModelRow) -> Bool {
    let words = test.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, let column = schema.columns.firstIndex(where: { $0.name == words[0] }) else {
      preconditionFailure("what says \(test)?")
    }
    let value = row.values[column]
    switch (words[1], words[2]) {
    case ("IS", "NULL"): return value == .null
    case ("IS", "NOT NULL"): return value != .null
    case ("=", let literal): return value != .null && text(value) == literal
    default: preconditionFailure("what says \(test)?")
    }
  }

  private func text(_ value: SQLValue) -> String {
    switch value {
    case .bool(let bool): bool ? "1" : "0"
    case .text(let text): "'\(text)'"
    default: value.keyText
    }
  }
}
