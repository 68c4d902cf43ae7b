internal import CLMDB
internal import Synchronization

extension Environment {
  /// Opens keyspaces, all in one transaction, making those that are missing when `create` is set and the environment is
  /// writable; otherwise they are absent from the result. Called at the start, by one thread: transactions that began before do not see the keyspaces.
  ///
  /// All keyspaces of a program are opened at the start: in 0.9.24, one whose record vanished later would read as
  /// empty. A keyspace with sorted duplicates, or integer or reversed keys, is refused with `.unsupportedKeyspace`.
  package func openKeyspaces(_ names: [String], create: Bool) throws(LMDBError) -> [String: Keyspace] {
    if create && !isReadOnly {
      let transaction = try beginWrite()
      let keyspaces = try open(names, flags: UInt32(bitPattern: MDB_CREATE), in: transaction.handle)
      try transaction.commit()
      return keyspaces
    }
    // A transaction outside the pool: the handles are kept only by a commit, which frees it.
    let transaction = try beginRead()
    var begun: OpaquePointer?
    let code = mdb_txn_begin(handle, nil, UInt32(bitPattern: MDB_RDONLY), &begun)
    guard code == MDB_SUCCESS, let begun else { throw LMDBError(code: code, operation: "open keyspaces", path: path) }
    let keyspaces: [String: Keyspace]
    do throws(LMDBError) { keyspaces = try open(names, flags: 0, in: begun) } catch {
      mdb_txn_abort(begun)
      throw error
    }
    let commitCode = mdb_txn_commit(begun)
    guard commitCode == MDB_SUCCESS else {
      throw LMDBError(code: commitCode, operation: "open keyspaces", path: path)
    }
    _ = consume transaction
    return keyspaces
  }

  /// The same for an environment that is writable, making those that are missing; `fill` is told which those were, and
  /// what it puts is committed with them. So a process that dies meanwhile leaves all of it or nothing.
  package func makeKeyspaces(
    _ names: [String], _ fill: (inout WriteTransaction, [String: Keyspace], _ made: Set<String>) throws -> Void
  ) throws -> [String: Keyspace] {
    var transaction = try beginWrite()
    let present = try open(names, flags: 0, in: transaction.handle)
    let keyspaces = try open(names, flags: UInt32(bitPattern: MDB_CREATE), in: transaction.handle)
    try fill(&transaction, keyspaces, Set(names).subtracting(present.keys))
    try transaction.commit()
    return keyspaces
  }

  /// The names of the keyspaces in the file, in bytewise order.
  package func keyspaceNames() throws(LMDBError) -> [String] {
    let transaction = try beginRead()
    // 1 is the unnamed tree, whose entries are the keyspaces' records.
    var cursor = try transaction.cursor(in: Keyspace(index: 1))
    var names: [String] = []
    var isFound = try cursor.first()
    while isFound {
      names.append(cursor.key.withUnsafeBytes { String(decoding: $0, as: UTF8.self) })
      isFound = try cursor.next()
    }
    return names
  }

  /// The name of a keyspace that was opened.
  func name(of keyspace: Keyspace) -> String? { state.withLock { $0.names[keyspace.index] } }

  private func open(
    _ names: [String], flags: UInt32, in transaction: OpaquePointer
  ) throws(LMDBError) -> [String: Keyspace] {
    var keyspaces: [String: Keyspace] = [:]
    for name in names {
      var index = MDB_dbi()
      let code = mdb_dbi_open(transaction, name, flags, &index)
      if code == MDB_NOTFOUND { continue }
      guard code == MDB_SUCCESS else { throw LMDBError(code: code, operation: "open keyspace \(name)", path: path) }
      var flagsOnDisk: UInt32 = 0
      mdb_dbi_flags(transaction, index, &flagsOnDisk)
      guard flagsOnDisk == 0 else {
        let reason = LMDBError.Reason.unsupportedKeyspace(name: name, flags: flagsOnDisk)
        throw LMDBError(reason, operation: "open keyspace \(name)", path: path)
      }
      keyspaces[name] = Keyspace(index: index)
      state.withLock { $0.names[index] = name }
    }
    return keyspaces
  }
}
