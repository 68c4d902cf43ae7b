internal import CLMDB
internal import Synchronization

extension Environment {
  /// Begins a read transaction on the last committed state. Throws `.code(.readersFull)` when all places are taken by
  /// living readers.
  package func beginRead() throws(LMDBError) -> ReadTransaction {
    var idle = try enter()?.handle
    var code = renewOrBegin(&idle)
    if code == MDB_READERS_FULL, ((try? clearStaleReaders()) ?? 0) > 0 { code = renewOrBegin(&idle) }
    if code == MDB_MAP_RESIZED {
      do throws(LMDBError) { try followResizedMap() } catch {
        leave(idle)
        throw error
      }
      code = renewOrBegin(&idle)
    }
    guard code == MDB_SUCCESS, let handle = idle else {
      if let idle { mdb_txn_abort(idle) }
      leave(nil)
      throw LMDBError(code: code, operation: "begin to read", path: path)
    }
    return ReadTransaction(handle: handle, environment: self)
  }

  /// Begins the write transaction, after waiting for the one of another thread or process to end. Traps when this
  /// thread has one already.
  package func beginWrite() throws(LMDBError) -> WriteTransaction {
    _ = try enter(forWriting: true)
    var begun: OpaquePointer?
    var code = mdb_txn_begin(handle, nil, 0, &begun)
    if code == MDB_MAP_RESIZED {
      do throws(LMDBError) { try followResizedMap() } catch {
        leave(nil)
        throw error
      }
      code = mdb_txn_begin(handle, nil, 0, &begun)
    }
    guard code == MDB_SUCCESS, let begun else {
      leave(nil)
      throw LMDBError(code: code, operation: "begin to write", path: path)
    }
    state.withLock { $0.writerThread = .current }
    return WriteTransaction(handle: begun, environment: self)
  }

  /// Ends a read transaction and keeps it for renewal.
  func endRead(_ handle: OpaquePointer) {
    mdb_txn_reset(handle)
    leave(handle)
  }

  /// Takes note that the write transaction has ended.
  func writeEnded() {
    state.withLock { state in
      state.writerThread = nil
      state.activeCount -= 1
    }
  }

  /// Counts a transaction that is about to begin, and takes an idle reader for it if it reads.
  private func enter(forWriting isWriting: Bool = false) throws(LMDBError) -> Reader? {
    let entry: Result<Reader?, LMDBError> = state.withLock { state in
      if let refusal = state.refusal {
        return .failure(LMDBError(refusal, operation: "begin a transaction", path: path))
      }
      precondition(
        !isWriting || state.writerThread != .current,
        "a thread has one write transaction at a time, or it waits forever")
      state.activeCount += 1
      return .success(isWriting ? nil : state.idleReaders.popLast())
    }
    return try entry.get()
  }

  /// Uncounts a transaction and takes over its reader.
  private func leave(_ handle: OpaquePointer?) {
    let reader = handle.map(Reader.init)
    let surplus: Reader? = state.withLock { state in
      state.activeCount -= 1
      guard let reader else { return nil }
      guard state.idleReaders.count < Self.maxIdleReaders else { return reader }
      state.idleReaders.append(reader)
      return nil
    }
    if let surplus { mdb_txn_abort(surplus.handle) }
  }

  private func renewOrBegin(_ reader: inout OpaquePointer?) -> Int32 {
    if let reader { return mdb_txn_renew(reader) }
    return mdb_txn_begin(handle, nil, UInt32(bitPattern: MDB_RDONLY), &reader)
  }

  /// Maps as much as another process made of the file. The caller's transaction is counted but has not begun.
  private func followResizedMap() throws(LMDBError) {
    let failure: LMDBError? = state.withLock { state in
      guard state.activeCount == 1 else {
        return LMDBError(.transactionsActive(state.activeCount - 1), operation: "follow a grown map", path: path)
      }
      return remap(toBytes: 0, &state).map { LMDBError($0, operation: "follow a grown map", path: path) }
    }
    if let failure { throw failure }
  }
}
