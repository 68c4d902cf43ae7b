internal import LMDB

/// A file of typed tables: one LMDB file with the rows and their indexes.
///
/// ```swift
/// let store = try Store(path: "notes.store", tables: [Tenant.self, Note.self])
/// try store.writeSync(.tenant(1)) { db in try db.table(Note.self).insert(.init(title: "Hello")) }
/// let notes = try store.read(.tenant(1)) { db in try db.table(Note.self).all() }
/// ```
///
/// A process opens a file once; any number of processes may have it open. Readers never wait for
/// writers; they wait for each other only where another process made the file larger than this one's map.
public final class Store: Sendable {
  let environment: Environment
  let meta: Keyspace
  let catalogs: CatalogCache
  let options: StoreOptions
  /// Who is told of slow queries; `nil` for nobody.
  let queryWatch: QueryWatch?
  let writes: WriteQueue
  /// Where pages that a change comes to are waited for one by one; elsewhere the system reads much with each. It is used by
  /// the one session that holds the write transaction.
  nonisolated(unsafe) let readAhead: WriteReadAhead?

  /// Opens a store, or makes it.
  ///
  /// - Parameters:
  ///   - path: the file; `PATH-lock` lies beside it.
  ///   - tables: the tables that the program knows. Others in the file are left alone.
  ///   - options: how it is opened, and what a new one gets.
  ///   - onSlowQuery: is told of each query that took as long as `StoreOptions.slowQueryThreshold`, right after it and on
  ///     its thread, within its read or write: it must not begin one of its own, nor wait.
  /// - Throws: `StoreError` with code `.cannotOpen`, `.notAStore`, `.incompatible`, `.damaged` or `.full`.
  public init(
    path: String, tables: [any Table.Type], options: StoreOptions = .init(),
    onSlowQuery: (@Sendable (SlowQuery) -> Void)? = nil
  ) throws {
    self.options = options
    queryWatch = options.slowQueryThreshold.flatMap { threshold in
      onSlowQuery.map { QueryWatch(threshold: threshold, handler: $0) }
    }
    do {
      environment = try Environment(path: path, options: .init(options, tables: tables.count))
      let opened = try Self.open(environment, schemas: tables.map { $0.schema }, options: options)
      meta = opened.meta
      catalogs = opened.catalogs
      writes = WriteQueue(environment, options)
      readAhead = environment.readsPageByPage ? WriteReadAhead(environment) : nil
    } catch let error as LMDBError {
      throw StoreError(error, path: path)
    }
  }

  /// The file, without symbolic links.
  public var path: String { environment.path }

  /// Waits until every commit so far is on disk, whatever `durability` says.
  public func sync() throws {
    do { try environment.sync() } catch { throw StoreError(error, path: path) }
  }

  /// Gives the memory of the file's pages back to the system; for work that goes through more of the file than it should
  /// hold on to.
  package func releaseMemory() throws {
    let key = MetaRecords.format
    do { try environment.releaseMappedPages(anEntry: key.span.bytes, in: meta) } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Closes the file, so that it can be opened again. Throws while reads or writes are under way.
  public func close() throws {
    do { try environment.close() } catch { throw StoreError(error, path: path) }
  }

  /// Reads one consistent state, on the calling thread; writers go on meanwhile.
  ///
  /// What `body` is given ends with it and traps when it is used later. No page of the state that it reads is used again
  /// meanwhile, so the file grows as others write: see `StoreOptions.readerLimit` and `StoreStatistics.activeReaders`.
  public func read<Result>(_ reach: Reach, _ body: (Tables<Reading>) throws -> Result) throws -> Result {
    do {
      let session = try ReadSession(self, reach, limit: options.readerLimit)
      defer { session.end() }
      return try body(Tables(session: session, reach: reach))
    } catch let error as LMDBError {
      throw StoreError(error, path: path)
    }
  }
}

/// Whose rows of scoped tables a transaction can reach.
public enum Reach: Hashable, Sendable {
  /// One tenant's.
  case tenant(UInt64)
  /// All tenants' and those that belong to none.
  case everything
}

extension Reach {
  /// Whether rows of a scope are within reach.
  func includes(_ scope: Scope) -> Bool {
    switch self {
    case .everything: true
    case .tenant(let tenant): scope == .global || scope == .tenant(tenant)
    }
  }
}
