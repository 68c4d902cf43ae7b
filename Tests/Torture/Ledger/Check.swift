import Foundation
import LMDB
import TableStore

/// Looks through a whole store whatever is in it; throws the first fault.
func check(_ store: Store) throws {
  let report = try store.verify()
  guard report.isSound else { throw LedgerFault(report.faults.first.map { "\($0)" } ?? "a fault") }
}

/// Counts a closed store's raw entries by key space: each plain index and the locator have as many as there are rows.
/// A walk through an index need not meet an entry that is too much; this does.
func checkEntryCounts(path: String) throws {
  var options = EnvironmentOptions()
  options.isReadOnly = true
  options.createIfMissing = false
  let environment = try Environment(path: path, options: options)
  defer { try? environment.close() }
  let plain: [String: [UInt8]] = ["accounts": [1, 0xFE], "entries": [1, 2, 3, 0xFE]]
  let keyspaces = try environment.openKeyspaces(Array(plain.keys), create: false)
  let transaction = try environment.beginRead()
  for (name, spaces) in plain {
    guard let keyspace = keyspaces[name] else { continue }
    var counts = [Int](repeating: 0, count: 256)
    var cursor = try transaction.cursor(in: keyspace)
    var isFound = try cursor.first()
    while isFound {
      counts[Int(cursor.key.unsafeLoad(as: UInt8.self))] += 1
      isFound = try cursor.next()
    }
    for space in spaces { try require(counts[Int(space)], counts[0], "entries of \(name) in key space \(space)") }
  }
}
