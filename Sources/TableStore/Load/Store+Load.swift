internal import Foundation

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
    try load(reach, Row.schema, parts, options) { worker, part in
      let drafts = try drafts(part)
      for draft in drafts { try worker.append(draft, of: Row.self, scope: nil) }
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
    try load(reach, Row.schema, batches, options) { worker, rows in
      for row in rows { try worker.append(row, scope: nil) }
      return rows.count
    }
  }

  /// Loads drafts whose scopes the caller knows, which spares looking at what they inherit them from.
  package func load<Row: Table, Part>(
    _: Row.Type, from parts: some Sequence<Part>, options: LoadOptions,
    scopedDrafts: @Sendable (Part) throws -> [(draft: Row.Draft, scope: Scope)]
  ) throws -> Int {
    try load(.everything, Row.schema, parts, options) { worker, part in
      let drafts = try scopedDrafts(part)
      for (draft, scope) in drafts { try worker.append(draft, of: Row.self, scope: scope) }
      return drafts.count
    }
  }

  private func load<Part>(
    _ reach: Reach, _ schema: TableSchema, _ parts: some Sequence<Part>, _ options: LoadOptions,
    _ append: @Sendable (LoadWorker, Part) throws -> Int
  ) throws -> Int {
    let load = try TableLoad(self, schema.id, reach, options, withholds: false)
    try load.run(parts, append)
    return try load.finish().rows
  }

  /// The folder that the file lies in.
  var folder: String { URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false) }
}
