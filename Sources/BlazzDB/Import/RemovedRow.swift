internal import Foundation
internal import TableStore

/// A row that the foreign key check took out of the store, as its line in the file has it.
struct RemovedRow {
  /// 128 bits that stand for a row while the process lives.
  struct Digest: Hashable {
    fileprivate let first: Int
    fileprivate let second: Int
  }

  /// The table's name.
  let table: String
  /// The columns as text: a string, or the digits of bytes.
  private let values: [String: String]

  /// Reads a line; `nil` when it is none of ours.
  init?(_ line: UnsafeRawBufferPointer) {
    let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    guard let table = object?["table"] as? String, let row = object?["row"] as? [String: Any] else { return nil }
    self.table = table
    values = row.compactMapValues { $0 as? String ?? ($0 as? [String: String])?["hex"] }
  }

  /// Whether the store has a row with the same primary key.
  func isStored(in db: Tables<Reading>) throws -> Bool {
    guard let table = db.table(named: table),
      let key = values[table.schema.columns[table.schema.primaryKey].name]
    else { return false }
    return try table.get(key) { _ in }
  }

  /// What tells rows apart that were not made up by an import.
  func digest(without volatile: Set<String>) -> Digest {
    var (first, second) = (Hasher(), Hasher())
    func add(_ text: String) {
      text.utf8Span.span.bytes.withUnsafeBytes { bytes in
        first.combine(bytes.count)
        first.combine(bytes: bytes)
        second.combine(bytes: bytes)
        second.combine(bytes.count)
      }
    }
    add(table)
    for (column, text) in values.sorted(by: { $0.key < $1.key }) where !volatile.contains(column) {
      add(column)
      add(text)
    }
    return Digest(first: first.finalize(), second: second.finalize())
  }
}
