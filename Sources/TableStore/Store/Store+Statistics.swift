internal import LMDB

extension Store {
  /// What file and tables hold; it takes as long as the list of free pages is, whatever the tables hold.
  public func statistics() throws -> StoreStatistics {
    do {
      // Before this look reads itself; whoever died reads no more.
      try environment.clearStaleReaders()
      let readers = try environment.readers()
      let information = try environment.information()
      let freePages = try environment.freePageCounts(oldestReader: readers.first?.transaction)
      let tables = try read(.everything) { db in
        try db.session.catalog.all.map { table in
          let sizes = try DynamicTable<Reading>(session: db.session, table: table, reach: .everything).storedSizes()
          let indexBytes = sizes.indexes.reduce(0) { $0 + $1.bytes }
          let kept = Set(table.indexes.map(\.name) + table.searches.map(\.definition.name))
          let indexes = sizes.indexes.filter { index in
            kept.contains(index.name) || !table.schema.indexes.contains { $0.name == index.name && $0.isOwn }
          }
          return StoreStatistics.Table(
            name: table.schema.name, rows: sizes.rows, rowBytes: sizes.bytes - indexBytes, indexes: indexes)
        }
      }
      return StoreStatistics(
        path: path, fileBytes: information.fileBytes, mapBytes: information.mapSizeBytes,
        pageBytes: information.pageBytes, pages: information.lastPage + 1, freePages: freePages.all,
        lastTransaction: information.lastTransaction, readers: information.readerCount,
        maxReaders: information.maxReaders,
        activeReaders: readers.map { StoreStatistics.Reader($0, of: information.lastTransaction) },
        heldBackPages: freePages.heldBack,
        tables: tables)
    } catch let error as LMDBError {
      throw StoreError(error, path: path)
    }
  }
}

extension StoreStatistics.Reader {
  fileprivate init(_ reader: EnvironmentReader, of last: UInt64) {
    self.init(
      process: reader.process, transaction: reader.transaction, commitsBehind: last - min(last, reader.transaction),
      age: reader.ageNanoseconds.map { .nanoseconds($0) })
  }
}
