import Foundation
import Testing

@testable import TableStore

/// A table of which several processes write rows: a key that counts, a unique index, words, and words in an index of our
/// own that a store may lack.
@Table("shared", id: 50)
struct Shared: Equatable {
  var id: ID<Shared>
  @Column(.varchar(40)) var code: String
  @Column(.text) var text: String

  static let byCode = Index.unique("shared_code", id: 1, on: \.code)
  static let words = Index.fulltext("shared_words", id: 2, on: \.text)
  static let codes = Index.ownFulltext("own_shared_codes", id: 0x90, on: \.code)
}

extension Tables {
  var shared: TableHandle<Shared, Mode> { table() }
}

/// The store that this process and another one have open.
struct SharedStore {
  let folder: String
  var path: String { folder + "/shared.store" }
  var signals: Signals { Signals(folder: folder) }

  func open(mapSizeBytes: Int = 64 << 20, indexes: Set<String> = [], limit: Duration? = nil) throws -> Store {
    var options = StoreOptions.testing
    options.mapSizeBytes = mapSizeBytes
    options.fulltextIndexes = indexes
    options.readerLimit = limit
    return try Store(path: path, tables: [Shared.self], options: options)
  }
}

extension Store {
  /// Puts rows of some length, in one write; gives their keys.
  @discardableResult
  func put(_ codes: [String], textBytes: Int = 20) throws -> [UInt64] {
    try writeSync(.everything) { db in
      try codes.map { code in
        let text = "word\(code) " + String(repeating: "x", count: textBytes)
        return try db.shared.insert(.init(code: code, text: text)).id.rawValue
      }
    }
  }

  /// The codes by key.
  func codes() throws -> [String] { try read(.everything) { db in try db.shared.orderedByKey().all().map(\.code) } }

  /// The codes of the rows with a word.
  func codes(with word: String, _ index: TableIndex<Shared> = Shared.words) throws -> [String] {
    try read(.everything) { db in try db.shared.search(word, in: index).hits().hits.map(\.row.code) }
  }

  /// Closes a store that nothing is wrong with.
  func closeSound() throws {
    try requireConsistent()
    try requireSound()
    try close()
  }
}
