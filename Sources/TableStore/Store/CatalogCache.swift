internal import LMDB
internal import Synchronization

/// The tables of an open store, as far as the file's records tell it apart from the declarations: which of our own indexes
/// it has.
///
/// Another process may open the store with more of them, and has them built; whoever goes on without would leave them out of
/// what it writes. So every session asks for the catalog of its state. The record `catalog` counts the openings that changed
/// something, and is looked at once a state: nothing is read while nobody commits.
final class CatalogCache: Sendable {
  private struct State {
    var catalog: Catalog
    /// The number in the record that `catalog` was made by.
    var version: UInt64
    /// The last state of which it is known that the record has that number.
    var checked: UInt64
  }

  private let state: Mutex<State>

  init(_ catalog: Catalog, version: UInt64, of number: UInt64) {
    state = Mutex(State(catalog: catalog, version: version, checked: number))
  }

  /// The catalog that was asked for last.
  var latest: Catalog { state.withLock { $0.catalog } }

  /// The catalog of a committed state, read by `transaction`, or by one that follows it.
  ///
  /// - Parameter make: makes the catalog anew from what the transaction reads.
  func catalog<Reader: Transaction & ~Copyable>(
    of number: UInt64, _ transaction: borrowing Reader, meta: Keyspace,
    _ make: (borrowing Reader) throws -> Catalog
  ) throws -> Catalog {
    let (known, version, isChecked) = state.withLock { ($0.catalog, $0.version, number <= $0.checked) }
    if isChecked { return known }
    let stored = try transaction.catalogVersion(in: meta)
    let catalog = stored == version ? known : try make(transaction)
    state.withLock { state in
      guard number > state.checked else { return }
      state = State(catalog: catalog, version: stored, checked: number)
    }
    return catalog
  }
}

extension Transaction where Self: ~Copyable {
  /// How many openings of the store changed what its tables have; 0 without a record.
  borrowing func catalogVersion(in meta: Keyspace) throws -> UInt64 {
    guard let record = try record(MetaRecords.catalog, in: meta) else { return 0 }
    guard record.count == 8 else { throw StoreError(.damaged, "the record that numbers the catalog is malformed") }
    return record.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension Store {
  /// The catalog as this process knows it; sessions have that of their state.
  var catalog: Catalog { catalogs.latest }

  /// The catalog of a committed state that `transaction` reads or follows. Throws `.incompatible` where another process's
  /// program has changed the file so that this one could not open it now.
  func catalog<Reader: Transaction & ~Copyable>(of number: UInt64, _ transaction: borrowing Reader) throws -> Catalog {
    try catalogs.catalog(of: number, transaction, meta: meta) { transaction in
      let known = catalogs.latest.all
      let schemas = known.map(\.schema)
      try Self.check(transaction, in: path, meta: meta, schemas: schemas)
      let keyspaces = known.compactMap { table in table.keyspace.map { (table.schema.name, $0) } }
      return Catalog(
        schemas, keyspaces: Dictionary(uniqueKeysWithValues: keyspaces),
        own: try Self.ownIndexes(of: schemas, transaction, path: path, meta: meta))
    }
  }
}
