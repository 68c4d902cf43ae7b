internal import LMDB

extension Store {
  /// Opens the key spaces, checks that the file is a store of this program's schema, and enters what is new.
  static func open(
    _ environment: Environment, schemas: [TableSchema], options: StoreOptions
  ) throws -> (meta: Keyspace, catalogs: CatalogCache) {
    let present = try environment.keyspaceNames()
    if present.isEmpty && environment.isReadOnly {
      throw StoreError(.notAStore, "\(environment.path) is an empty LMDB file, not a store")
    }
    guard present.isEmpty || present.contains(MetaRecords.keyspaceName) else {
      throw StoreError(.notAStore, "\(environment.path) is an LMDB file of another application, not a store")
    }
    let names = [MetaRecords.keyspaceName] + schemas.map(\.name)
    let keyspaces: [String: Keyspace]
    if environment.isReadOnly {
      keyspaces = try environment.openKeyspaces(names, create: false)
      let transaction = try environment.beginRead()
      try check(transaction, in: environment.path, meta: keyspaces[MetaRecords.keyspaceName]!, schemas: schemas)
    } else {
      // One transaction checks, makes and enters: nothing is written to a foreign file, which may have a key space of that
      // name too, and whoever opens the file next, even after a crash, finds a whole store or an empty file.
      keyspaces = try environment.makeKeyspaces(names) { transaction, keyspaces, made in
        let meta = keyspaces[MetaRecords.keyspaceName]!
        if !made.contains(MetaRecords.keyspaceName) {
          try check(transaction, in: environment.path, meta: meta, schemas: schemas)
        }
        try enter(schemas, own: schemas.filter { made.contains($0.name) }, &transaction, meta: meta, options)
      }
    }
    let meta = keyspaces[MetaRecords.keyspaceName]!
    let reader = try environment.beginRead()
    let own = try ownIndexes(of: schemas, reader, path: environment.path, meta: meta)
    let catalog = Catalog(schemas, keyspaces: keyspaces, own: own)
    return (meta, CatalogCache(catalog, version: try reader.catalogVersion(in: meta), of: reader.number))
  }

  /// Throws where the file does not fit the declarations.
  static func check(
    _ transaction: borrowing some Transaction & ~Copyable, in path: String, meta: Keyspace, schemas: [TableSchema]
  ) throws {
    guard let format = try transaction.record(MetaRecords.format, in: meta), format.starts(with: MetaRecords.magic),
      format.count == MetaRecords.magic.count + 4
    else { throw StoreError(.notAStore, "\(path) is an LMDB file of another application, not a store") }
    let version = format.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard version == MetaRecords.formatVersion else {
      throw StoreError(
        .incompatible,
        "\(path) has format version \(version), this program reads \(MetaRecords.formatVersion); "
          + (version > MetaRecords.formatVersion ? "use a newer program" : "export it with the program that wrote it"))
    }
    if let collation = try transaction.record(MetaRecords.collation, in: meta),
      collation != MetaRecords.collationVersion
    {
      throw StoreError(
        .incompatible,
        "\(path) has keys by other collation rules: "
          + String(decoding: collation, as: UTF8.self))
    }
    for schema in schemas {
      guard let record = try transaction.record(MetaRecords.fingerprint(schema.name), in: meta) else { continue }
      let stored = String(decoding: record, as: UTF8.self)
      guard let appended = schema.columnsAppended(since: stored) else {
        throw StoreError(
          .incompatible, "the table in \(path) was written for another declaration: \(stored)",
          table: schema.name)
      }
      for column in appended where column.defaultValue == .none && !column.isNullable {
        throw StoreError(
          .incompatible, "a column that the rows in \(path) lack needs a default or NULL",
          table: schema.name, column: column.name)
      }
    }
  }

  /// Writes the format record and the fingerprints that are missing or older.
  ///
  /// - Parameter fresh: the tables that the file did not have; they get the own indexes that the options name.
  private static func enter(
    _ schemas: [TableSchema], own fresh: [TableSchema], _ transaction: inout WriteTransaction, meta: Keyspace,
    _ options: StoreOptions
  ) throws {
    var records: [([UInt8], [UInt8])] = [
      (MetaRecords.format, MetaRecords.magic + withUnsafeBytes(of: MetaRecords.formatVersion.littleEndian, Array.init)),
      (MetaRecords.collation, MetaRecords.collationVersion),
    ]
    records += schemas.map { (MetaRecords.fingerprint($0.name), Array($0.fingerprint.utf8)) }
    records += fresh.map { schema in
      let chosen = schema.indexes.filter { $0.isOwn && options.includes($0) }
      return (MetaRecords.own(schema.name), Array(chosen.map(schema.line).joined(separator: "\n").utf8))
    }
    records += fresh.flatMap { schema in
      schema.searches.filter { !$0.definition.isOwn || options.includes($0.definition) }.map {
        (MetaRecords.search(schema.name, $0.id), Session.searchVersions)
      }
    }
    for schema in schemas where !fresh.contains(where: { $0 === schema }) {
      if let more = try switchedOn(schema, transaction, meta, options) { records.append(more) }
    }
    if try transaction.record(MetaRecords.cursorKey, in: meta) == nil {
      records.append((MetaRecords.cursorKey, (0..<16).map { _ in UInt8.random(in: 0...255) }))
    }
    let isNew = try transaction.record(MetaRecords.format, in: meta) == nil
    records = try records.filter { try transaction.record($0.0, in: meta) != $0.1 }
    if !records.isEmpty && !isNew {
      let version = try transaction.catalogVersion(in: meta) &+ 1
      records.append((MetaRecords.catalog, withUnsafeBytes(of: version.littleEndian, Array.init)))
    }
    for (key, value) in records { try transaction.put(value.span.bytes, for: key.span.bytes, in: meta) }
  }
}

extension StoreOptions {
  /// Whether a store that is made so has one of our own indexes.
  fileprivate func includes(_ index: IndexDefinition) -> Bool {
    index.kind == .fulltext ? fulltextIndexes.contains(index.name) : ownIndexes.includes(index.name)
  }
}

extension Store {
  /// The record of our own indexes of a table with the full-text ones that are switched on now; `nil` when it has them.
  private static func switchedOn(
    _ schema: TableSchema, _ reader: borrowing WriteTransaction, _ meta: Keyspace, _ options: StoreOptions
  ) throws -> ([UInt8], [UInt8])? {
    let wanted = schema.indexes.filter { $0.isOwn && $0.kind == .fulltext && options.includes($0) }.map(schema.line)
    guard !wanted.isEmpty else { return nil }
    let record = try reader.record(MetaRecords.own(schema.name), in: meta) ?? []
    let lines = String(decoding: record, as: UTF8.self).split(separator: "\n").map(String.init)
    let more = wanted.filter { !lines.contains($0) }
    return more.isEmpty ? nil : (MetaRecords.own(schema.name), Array((lines + more).joined(separator: "\n").utf8))
  }

  /// By table, which of our own indexes the file has.
  static func ownIndexes(
    of schemas: [TableSchema], _ reader: borrowing some Transaction & ~Copyable, path: String, meta: Keyspace
  ) throws -> [String: Set<UInt8>] {
    var found: [String: Set<UInt8>] = [:]
    for schema in schemas {
      guard let record = try reader.record(MetaRecords.own(schema.name), in: meta) else { continue }
      let known = Dictionary(uniqueKeysWithValues: schema.indexes.filter(\.isOwn).map { (schema.line($0), $0.id) })
      for line in String(decoding: record, as: UTF8.self).split(separator: "\n") {
        guard let id = known[String(line)] else {
          throw StoreError(
            .incompatible, "\(path) has an index that was made for another declaration: \(line)",
            table: schema.name)
        }
        found[schema.name, default: []].insert(id)
      }
    }
    return found
  }
}

extension EnvironmentOptions {
  init(_ options: StoreOptions, tables: Int) {
    self.init()
    isReadOnly = options.isReadOnly
    createIfMissing = options.createIfMissing
    mapSizeBytes = options.mapSizeBytes
    maxKeyspaces = tables + 8
    checksStructureUpToBytes = options.checking.limitBytes
    readsPageByPage = options.readsPageByPage
    // What is open shorter, such as by a tool that looks something up, is not read.
    warmsCacheAfter = options.warmsCache ? .milliseconds(100) : nil
    durability =
      switch options.durability {
      case .full: .full
      case .relaxed: .relaxed
      case .none: .none
      }
  }
}
