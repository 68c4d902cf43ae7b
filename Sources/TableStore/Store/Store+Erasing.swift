internal import LMDB

/// Erasing a tenant: more rows than one transaction should hold, so they go in many, and a mark that lies in the store
/// from the first to the last keeps others out and tells what is unfinished after a crash.
extension Store {
  /// Removes every row in the scope of a tenant, and what refers to those as foreign keys say; then, in the same
  /// transaction as the last of them, the tenant's own row.
  ///
  /// When it is interrupted, calling it again goes on where it stopped.
  /// - Parameters:
  ///   - owner: the table whose row the tenant is.
  ///   - chunk: rows a transaction.
  ///   - onProgress: is told after each transaction how many rows have gone; it may throw to stop.
  /// - Returns: the number of rows that went.
  package func eraseTenant<Owner: Table>(
    _ tenant: UInt64, owner: Owner.Type, chunk: Int = 10_000, onProgress: (Int) throws -> Void = { _ in }
  ) throws -> Int where Owner.Key == ID<Owner> {
    try writeSync(.everything) { db in try db.writeSession.setErasing(tenant, true) }
    var erased = 0
    var isDone = false
    while !isDone {
      try writeSync(.everything) { db in
        let session = db.writeSession
        let removed = try session.eraseRows(of: tenant, limit: chunk)
        erased += removed
        guard removed < chunk else { return }
        erased += try db.table(Owner.self).erase(ID(tenant)) ? 1 : 0
        try session.setErasing(tenant, false)
        isDone = true
      }
      try onProgress(erased)
    }
    return erased
  }

  /// The tenants whose erasure was begun and not finished.
  package func tenantsBeingErased() throws -> [UInt64] {
    try read(.everything) { db in
      var found: [UInt64] = []
      try db.session.walk(meta, KeyRange(prefix: MetaRecords.erasingPrefix)) { key, _ in
        let start = MetaRecords.erasingPrefix.count
        guard key.byteCount == start + 8 else { throw StoreError.damagedKey }
        found.append(UInt64(bigEndian: key.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)))
        return true
      }
      return found
    }
  }
}

extension Tables where Mode == Writing {
  var writeSession: WriteSession {
    session.requireOpen()
    guard let session = session as? WriteSession else { preconditionFailure("a writing handle has a writing session") }
    return session
  }
}

extension Tables {
  /// Whether the tenant is being erased: nothing should be stored for it any more.
  package func isErasing(_ tenant: UInt64) throws -> Bool {
    try session.transaction.contains(MetaRecords.erasing(tenant).span.bytes, in: session.store.meta)
  }
}

extension WriteSession {
  fileprivate func setErasing(_ tenant: UInt64, _ isErasing: Bool) throws {
    let key = MetaRecords.erasing(tenant)
    _ = try change { raw throws(LMDBError) in
      if isErasing {
        try raw.put(RawSpan(), for: key.span.bytes, in: store.meta)
      } else {
        try raw.delete(key.span.bytes, in: store.meta)
      }
    }
  }

  /// Removes at most `limit` rows of a tenant's scope, and what refers to them; says how many of the former there were.
  fileprivate func eraseRows(of tenant: UInt64, limit: Int) throws -> Int {
    var erased = 0
    for table in catalog.all where table.schema.isScoped {
      var addresses: [RowAddress] = []
      try scanRows(table, .tenant(tenant)) { _, address in
        addresses.append(address)
        return erased + addresses.count < limit
      }
      for address in addresses { try erase(table, address, within: .everything) }
      erased += addresses.count
      if erased >= limit { break }
      for index in table.searches { try clear(index, table, .tenant(tenant)) }
    }
    return erased
  }
}
