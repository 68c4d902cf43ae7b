internal import Dispatch
internal import Foundation
internal import LMDB
internal import Synchronization

/// How rows are loaded.
public struct LoadOptions: Sendable {
  /// Bytes that rows and entries may take in memory until they are sorted; beyond that, sorted runs lie in files beside the
  /// store, which end with the load. The pages that change take up to 512 MiB more.
  public var memoryBytes = 1 << 30
  /// How many threads make, encode and sort rows.
  public var threads = max(1, ProcessInfo.processInfo.activeProcessorCount)
  /// Whether every reference must have its target, in the store or in the load, as for an insert.
  public var checksReferences = true
  /// Is told how far the load is, from several threads, one at a time; what it throws ends the load.
  public var onProgress: (@Sendable (LoadProgress) throws -> Void)?

  /// The defaults.
  public init() {}
}

/// How far a load is.
public struct LoadProgress: Hashable, Sendable {
  /// Rows encoded so far.
  public var rows: Int
  /// Entries of rows and indexes stored so far; 0 while rows come.
  public var storedEntries: Int
  /// How many there will be; 0 while rows come.
  public var entries: Int
}

extension Store {
  /// Loads many rows at once: in one transaction, all or none, several times as fast as inserts of one by one.
  ///
  /// They are encoded and sorted on several threads while writers go on, then put in key order, so that pages of an empty
  /// table are full. A draft without a primary key gets one behind those that are there when the load begins; give keys to
  /// all or to none.
  ///
  /// ```swift
  /// try store.load(.everything, Note.self, from: files) { file in try notes(in: file) }
  /// ```
  /// - Parameters:
  ///   - reach: whose rows they may be.
  ///   - table: what they are.
  ///   - parts: what makes some thousand rows each; taken by one thread at a time.
  ///   - options: how much memory and how many threads it takes, and who is told how far it is.
  ///   - drafts: makes the rows of a part, on several threads at once.
  /// - Returns: how many rows were loaded.
  /// - Throws: what a part or its rows throw, `.invalidValue`, `.duplicate`, `.missingReference`, `.crossesScope`;
  ///   nothing is stored then.
  @discardableResult
  public func load<Row: Table, Part>(
    _ reach: Reach, _ table: Row.Type, from parts: some Sequence<Part>, options: LoadOptions = .init(),
    drafts: @Sendable (Part) throws -> [Row.Draft]
  ) throws -> Int {
    try load(reach, parts, options) { (worker: LoadWorker<Row>, part) in
      let drafts = try drafts(part)
      for draft in drafts { try worker.append(draft, scope: nil) }
      return drafts.count
    }
  }

  /// Loads drafts that come in batches; see `load(_:_:from:options:drafts:)`.
  @discardableResult
  public func load<Row: Table>(
    _ reach: Reach, _ table: Row.Type, _ batches: some Sequence<[Row.Draft]>, options: LoadOptions = .init()
  ) throws -> Int {
    try load(reach, table, from: batches, options: options) { $0 }
  }

  /// Loads whole rows as they are, each with its primary key; see `load(_:_:from:options:drafts:)`.
  @discardableResult
  public func load<Row: Table>(
    _ reach: Reach, rows batches: some Sequence<[Row]>, options: LoadOptions = .init()
  ) throws -> Int {
    try load(reach, batches, options) { (worker: LoadWorker<Row>, rows) in
      for row in rows { try worker.append(row, scope: nil) }
      return rows.count
    }
  }

  /// Loads drafts whose scopes the caller knows, which spares looking at what they inherit them from.
  package func load<Row: Table, Part>(
    _: Row.Type, from parts: some Sequence<Part>, options: LoadOptions,
    scopedDrafts: @Sendable (Part) throws -> [(draft: Row.Draft, scope: Scope)]
  ) throws -> Int {
    try load(.everything, parts, options) { (worker: LoadWorker<Row>, part) in
      let drafts = try scopedDrafts(part)
      for (draft, scope) in drafts { try worker.append(draft, scope: scope) }
      return drafts.count
    }
  }

  private func load<Row: Table, Part>(
    _ reach: Reach, _ parts: some Sequence<Part>, _ options: LoadOptions,
    _ append: @Sendable (LoadWorker<Row>, Part) throws -> Int
  ) throws -> Int {
    let count = max(1, options.threads)
    do {
      let (table, keys) = try read(reach) { db in
        let table = db.session.catalog[Row.schema.id]
        return (table, try LoadKeys(db.session, table))
      }
      let workers = try (0..<count).map { _ in
        try LoadWorker<Row>(self, table, reach, keys, memoryBytes: options.memoryBytes / count)
      }
      try LoadLine(parts, options).run(workers, append)
      return try writeSync(reach) { db in try db.writeSession.store(workers, of: table, isFirst: keys.isFirst, options)
      }
    } catch let error as LMDBError {
      throw StoreError(error, path: path)
    }
  }

  /// The folder that the file lies in.
  var folder: String { URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false) }
}

/// Hands the parts of a load to its workers.
private final class LoadLine<Part>: @unchecked Sendable {
  private struct State {
    var rows = 0
    var failure: (any Error)?
    var isOver = false
  }

  /// Used under the lock of `state` alone.
  private var next: () -> Part?
  private let onProgress: (@Sendable (LoadProgress) throws -> Void)?
  private let state = Mutex(State())

  init(_ parts: some Sequence<Part>, _ options: LoadOptions) {
    var iterator = parts.makeIterator()
    next = { iterator.next() }
    onProgress = options.onProgress
  }

  /// Has the workers take all parts; throws what the first that fails throws.
  func run<Row: Table>(
    _ workers: [LoadWorker<Row>], _ append: @Sendable (LoadWorker<Row>, Part) throws -> Int
  ) throws {
    nonisolated(unsafe) let workers = workers
    DispatchQueue.concurrentPerform(iterations: workers.count) { number in
      let worker = workers[number]
      do {
        while let part = take() { try count(append(worker, part)) }
        worker.finish()
      } catch {
        state.withLock { state in
          state.isOver = true
          if state.failure == nil { state.failure = error }
        }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  private func take() -> Part? {
    state.withLock { state in
      guard !state.isOver, let part = next() else {
        state.isOver = true
        return nil
      }
      return part
    }
  }

  private func count(_ rows: Int) throws {
    try state.withLock { state in
      state.rows += rows
      try onProgress?(LoadProgress(rows: state.rows, storedEntries: 0, entries: 0))
    }
  }
}

/// What the workers of a load know of the table before it, and the keys and the time that drafts get which have none.
final class LoadKeys: Sendable {
  let now = Date().cutToSeconds
  /// Whether there was no row: full-text indexes are built anew then.
  let isFirst: Bool
  private let next: Atomic<UInt64>

  init(_ session: Session, _ table: StoredTable) throws {
    next = Atomic(try session.storedNextKey(of: table) ?? 1)
    isFirst = try session.sizes(of: table)[KeySpace.rows].entries == 0
  }

  /// A key that no other row of the load gets.
  func take() -> UInt64 { next.wrappingAdd(1, ordering: .relaxed).oldValue }
}
