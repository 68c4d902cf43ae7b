import BenchmarkSupport
import Foundation
import TableStore

/// Two stores of contacts; asked through the typed API, each question in a read of its own.
struct BlazzSearcher: SearchPeer {
  let name = "Blazz"
  private let plain: Store
  private let searched: Store
  private(set) var built = IndexBuild(seconds: 0, bytes: 0)

  /// Makes the stores of one that is filled, unless the folder has it.
  init(_ folder: URL, _ maker: inout ContactMaker) throws {
    let files = ["contacts", "plain", "words"].map { folder.appending(path: "\($0).blazz").path }
    if FileManager.default.fileExists(atPath: files[0]) {
      maker.skip()
    } else {
      let store = try Self.open(files[0], isSearched: false)
      try Self.fill(store, &maker)
      try store.close()
    }
    for copy in files[1...] {
      try? FileManager.default.removeItem(atPath: copy)
      try FileManager.default.copyItem(atPath: files[0], toPath: copy)
    }
    plain = try Self.open(files[1], isSearched: false)
    searched = try Self.open(files[2], isSearched: true)
    try build()
  }

  /// Not waiting for the disk, and a map that a profiler such as valgrind has room for.
  private static func open(_ path: String, isSearched: Bool) throws -> Store {
    var options = StoreOptions()
    options.durability = .none
    options.mapSizeBytes = 16 << 30
    options.slowQueryThreshold = nil
    if isSearched { options.fulltextIndexes = [SearchedContact.indexName] }
    return try Store(path: path, tables: [SearchedContact.self, Tenant.self], options: options)
  }

  private static func fill(_ store: Store, _ maker: inout ContactMaker) throws {
    for first in stride(from: 0, to: maker.contacts, by: 10_000) {
      try store.writeSync(.everything) { db in
        for _ in first..<min(first + 10_000, maker.contacts) { try insert(maker.next(), db) }
      }
    }
  }

  private mutating func build() throws {
    let before = try usedBytes()
    let bar = ProgressBar("building the index")
    let spent = try nanoseconds { try searched.buildSearches { done, total in bar.show(done, of: total) } }
    built = IndexBuild(seconds: spent / 1e9, bytes: try usedBytes() - before)
  }

  /// Bytes of all pages in use.
  private func usedBytes() throws -> Int {
    let statistics = try searched.statistics()
    return statistics.usedPages * statistics.pageBytes
  }

  private static func insert(_ contact: MadeContact, _ db: Tables<Writing>) throws {
    let moment = Date(timeIntervalSince1970: Double(contact.createdAt))
    _ = try db.table(SearchedContact.self).insert(
      .init(
        id: ID(contact.id), workspaceID: ID(contact.workspace), firstName: contact.firstName,
        lastName: contact.lastName, phone: contact.phone, email: contact.email, createdAt: moment,
        deletedAt: contact.isDeleted ? moment : nil))
  }

  func insert(_ contacts: [MadeContact], isSearched: Bool) throws {
    try (isSearched ? searched : plain).writeSync(.everything) { db in
      for contact in contacts { try Self.insert(contact, db) }
    }
  }

  func ask(_ question: SearchQuestion) throws -> [UInt64] {
    try searched.read(.tenant(1)) { db in
      var search = db.table(SearchedContact.self).search(question.text)
      if question.isRanked { search = search.byRelevance() }
      if let limit = question.limit { search = search.limit(limit) }
      return try search.ids().map(\.rawValue)
    }
  }

  /// How many contacts match, whatever is wanted of them.
  func count(_ question: SearchQuestion) throws -> Int {
    try searched.read(.tenant(1)) { db in try db.table(SearchedContact.self).search(question.text).count() }
  }

  func close() throws {
    try plain.close()
    try searched.close()
  }
}
