internal import Foundation
internal import LMDB
internal import Synchronization

/// What a load stored.
package struct LoadResult {
  /// How many rows.
  package var rows: Int
  /// The tags, in order, of rows that were left out: each claims a primary key or a unique value that is there, or that
  /// another row of the load claims.
  package var withheld: [UInt32] = []
}

/// A load of one table: workers encode and sort its rows while writers go on, then one transaction stores them.
package final class TableLoad {
  let store: Store
  let table: StoredTable
  private let reach: Reach
  private let options: LoadOptions
  private let keys: LoadKeys
  let workers: [LoadWorker]

  /// How many workers there are.
  package var workerCount: Int { workers.count }

  /// A load of rows as a dump has them, where those that claim the same are withheld, for the caller to decide.
  package convenience init(_ store: Store, table name: String, options: LoadOptions) throws {
    let id = try store.read(.everything) { db in db.session.catalog.table(named: name)?.schema.id }
    guard let id else { preconditionFailure("there is no table \(name)") }
    try self.init(store, id, .everything, options, withholds: true)
  }

  /// - Parameters:
  ///   - id: the table's.
  ///   - withholds: whether rows that claim the same are left out; otherwise they end the load.
  init(_ store: Store, _ id: UInt8, _ reach: Reach, _ options: LoadOptions, withholds: Bool) throws {
    let (table, keys) = try store.read(reach) { db in
      let table = db.session.catalog[id]
      return (table, try LoadKeys(db.session, table, checksReferences: options.checksReferences))
    }
    let count = max(1, options.threads)
    workers = try store.naming {
      try (0..<count).map { number in
        try LoadWorker(
          store, table, reach, keys, number: number, memoryBytes: options.memoryBytes / count, withholds: withholds)
      }
    }
    (self.store, self.table, self.reach, self.options, self.keys) = (store, table, reach, options, keys)
  }

  /// Has the workers take all parts; throws what the first that fails throws.
  ///
  /// - Parameters:
  ///   - parts: taken by one thread at a time.
  ///   - append: gives the rows of a part to a worker and returns how many they were; on several threads at once.
  package func run<Part>(
    _ parts: some Sequence<Part>, _ append: @Sendable (LoadWorker, Part) throws -> Int
  ) throws {
    try store.naming { try LoadLine(parts, options).run(workers, append) }
  }

  /// Stores the rows in one transaction. When it throws, nothing is stored.
  package func finish() throws -> LoadResult {
    try store.writeSync(reach, isLarge: true) { db in
      try db.writeSession.store(workers, of: table, isFirst: keys.isFirst, options)
    }
  }
}

extension Store {
  /// Runs `body` and names the store in errors of the library.
  fileprivate func naming<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as LMDBError { throw StoreError(error, path: path) }
  }
}

/// What the workers of a load know of the table before it, and the keys and the time that drafts get which have none.
final class LoadKeys: Sendable {
  let now = Date().cutToSeconds
  /// Whether there was no row: full-text indexes are built anew then.
  let isFirst: Bool
  /// Whether every reference must have its target.
  let checksReferences: Bool
  private let hasIntegerKey: Bool
  /// Rows from this key on are the load's own.
  private let firstNew: UInt64
  private let next: Atomic<UInt64>

  init(_ session: Session, _ table: StoredTable, checksReferences: Bool) throws {
    firstNew = try session.storedNextKey(of: table) ?? 1
    next = Atomic(firstNew)
    isFirst = try session.sizes(of: table)[KeySpace.rows].entries == 0
    hasIntegerKey = table.schema.hasIntegerKey
    self.checksReferences = checksReferences
  }

  /// A key that no other row of the load gets.
  func take() -> UInt64 { next.wrappingAdd(1, ordering: .relaxed).oldValue }

  /// Whether there may be a row at a place when the load begins.
  func mayExist(_ place: RowPlace) -> Bool {
    !isFirst && (!hasIntegerKey || place.integer < firstNew || place.integer == .max)
  }
}
