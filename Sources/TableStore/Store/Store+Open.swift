internal import LMDB

extension Store {
  /// Opens the key spaces, checks that the file is a store of this program's schema, and enters what is new.
  static func open(
    _ environment: Environment, schemas: [TableSchema]
  ) throws -> (meta: Keyspace, catalog: Catalog) {
    let names = schemas.map(\.name)
    let present = try environment.keyspaceNames()
    if present.isEmpty && environment.isReadOnly {
      throw StoreError(.notAStore, "\(environment.path) is an empty LMDB file, not a store")
    }
    guard present.isEmpty || present.contains(MetaRecords.keyspaceName) else {
      throw StoreError(.notAStore, "\(environment.path) is an LMDB file of another application, not a store")
    }
    if !present.isEmpty {
      // Checked before anything is written: a foreign file may have a key space of that name too.
      let meta = try environment.openKeyspaces([MetaRecords.keyspaceName], create: false)
      try check(environment, meta: meta[MetaRecords.keyspaceName]!, schemas: schemas)
    }
    let keyspaces = try environment.openKeyspaces([MetaRecords.keyspaceName] + names, create: !environment.isReadOnly)
    let meta = keyspaces[MetaRecords.keyspaceName]!
    if !environment.isReadOnly { try enter(schemas, environment, meta: meta) }
    return (meta, Catalog(schemas, keyspaces: keyspaces))
  }

  private static func check(_ environment: Environment, meta: Keyspace, schemas: [TableSchema]) throws {
    let transaction = try environment.beginRead()
    guard let format = try transaction.record(MetaRecords.format, in: meta), format.starts(with: MetaRecords.magic),
      format.count == MetaRecords.magic.count + 4
    else { throw StoreError(.notAStore, "\(environment.path) is an LMDB file of another application, not a store") }
    let version = format.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard version == MetaRecords.formatVersion else {
      throw StoreError(
        .incompatible,
        "\(environment.path) has format version \(version), this program reads \(MetaRecords.formatVersion); "
          + (version > MetaRecords.formatVersion ? "use a newer program" : "export it with the program that wrote it"))
    }
    if let collation = try transaction.record(MetaRecords.collation, in: meta),
      collation != MetaRecords.collationVersion
    {
      throw StoreError(
        .incompatible,
        "\(environment.path) has keys by other collation rules: "
          + String(decoding: collation, as: UTF8.self))
    }
    for schema in schemas {
      guard let record = try transaction.record(MetaRecords.fingerprint(schema.name), in: meta) else { continue }
      let stored = String(decoding: record, as: UTF8.self)
      guard let appended = schema.columnsAppended(since: stored) else {
        throw StoreError(
          .incompatible, "the table in \(environment.path) was written for another declaration: \(stored)",
          table: schema.name)
      }
      for column in appended where column.defaultValue == .none && !column.isNullable {
        throw StoreError(
          .incompatible, "a column that the rows in \(environment.path) lack needs a default or NULL",
          table: schema.name, column: column.name)
      }
    }
  }

  /// Writes the format record and the fingerprints that are missing or older.
  private static func enter(_ schemas: [TableSchema], _ environment: Environment, meta: Keyspace) throws {
    var records: [([UInt8], [UInt8])] = [
      (MetaRecords.format, MetaRecords.magic + withUnsafeBytes(of: MetaRecords.formatVersion.littleEndian, Array.init)),
      (MetaRecords.collation, MetaRecords.collationVersion),
    ]
    records += schemas.map { (MetaRecords.fingerprint($0.name), Array($0.fingerprint.utf8)) }
    do {
      let reader = try environment.beginRead()
      records = try records.filter { try reader.record($0.0, in: meta) != $0.1 }
    }
    guard !records.isEmpty else { return }
    var transaction = try environment.beginWrite()
    for (key, value) in records { try transaction.put(value.span.bytes, for: key.span.bytes, in: meta) }
    try transaction.commit()
  }
}

extension EnvironmentOptions {
  init(_ options: StoreOptions, tables: Int) {
    self.init()
    isReadOnly = options.isReadOnly
    createIfMissing = options.createIfMissing
    mapSizeBytes = options.mapSizeBytes
    maxKeyspaces = tables + 8
    durability =
      switch options.durability {
      case .full: .full
      case .relaxed: .relaxed
      case .none: .none
      }
  }
}
