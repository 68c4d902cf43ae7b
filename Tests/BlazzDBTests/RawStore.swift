import BlazzDB
import Foundation
import LMDB
import TestSupport
import Testing

/// Everything in a store's file, read through LMDB alone.
struct RawStore {
  struct Entry: Equatable {
    let key: Bytes
    let value: Bytes
  }

  /// By named database, in key order.
  private(set) var databases: [String: [Entry]] = [:]

  init(_ path: String) throws {
    let environment = try Environment(path: path, options: .readOnly)
    let keyspaces = try environment.openKeyspaces(try environment.keyspaceNames(), create: false)
    do {
      let transaction = try environment.beginRead()
      for (name, keyspace) in keyspaces {
        var cursor = try transaction.cursor(in: keyspace)
        var entries: [Entry] = []
        var isFound = try cursor.first()
        while isFound {
          entries.append(
            Entry(key: cursor.key.withUnsafeBytes { Bytes($0) }, value: cursor.value.withUnsafeBytes { Bytes($0) }))
          isFound = try cursor.next()
        }
        databases[name] = entries
      }
    }
    try environment.close()
  }

  subscript(database: String, key: Bytes) -> Bytes? { databases[database]?.first { $0.key == key }?.value }

  /// The keys of a database.
  func keys(_ database: String) -> [Bytes] { databases[database, default: []].map(\.key) }

  /// The row under a key with its checksum; "Long rows": gathered from its chunks when only a stub stands there.
  func row(_ database: String, _ key: Bytes) throws -> Bytes {
    let value = try #require(self[database, key])
    guard value[0] == 0x80 else { return value }
    try #require(value.count == 10 && value[1] == 0)
    var row: Bytes = []
    var chunk: Int128 = 0
    while let part = self[database, [0xFF] + key.dropFirst() + Format.integer(chunk)] {
      row += part
      chunk += 1
    }
    try #require(UInt128(row.count) == Format.number(value[2...]))
    return row
  }
}

/// The files of this package.
enum Project {
  /// A file's text; empty when there is no such file, which then fails the test that wanted it.
  static func text(_ path: String) -> String {
    (try? String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)) ?? ""
  }
}

/// Lends the path of a store that does not exist yet, in a folder of its own that is removed afterwards.
func withStorePath<Result>(_ body: (String) throws -> Result) throws -> Result {
  try withScratchFolder { folder in try body(folder.appending(path: "test.blazz").path) }
}

extension RawStore {
  /// What is in the file of a store after `write`.
  static func after<Result>(_ write: (Blazz) throws -> Result) throws -> RawStore {
    try withStorePath { path in
      let blazz = try Blazz(path: path)
      _ = try write(blazz)
      try blazz.close()
      return try RawStore(path)
    }
  }
}
