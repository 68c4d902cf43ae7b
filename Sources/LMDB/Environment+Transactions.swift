internal import CLMDB
internal import Synchronization

extension Environment {
  /// Begins a read transaction on the last committed state. Throws `.code(.readersFull)` when all places are taken by
  /// living readers.
  package func beginRead() throws(LMDBError) -> ReadTransaction {
    let place = try enterReading()
    let begun = CoarseClock.now
    var code = place.begin(in: handle)
    if code == MDB_READERS_FULL, ((try? clearStaleReaders()) ?? 0) > 0 { code = place.begin(in: handle) }
    if code == MDB_MAP_RESIZED {
      do throws(LMDBError) { try followResizedMap() } catch {
        leave(place)
        throw error
      }
      code = place.begin(in: handle)
    }
    guard code == MDB_SUCCESS, let transaction = place.handle else {
      place.giveUp()
      leave(place)
      throw LMDBError(code: code, operation: "begin to read", path: path)
    }
    place.note(begun: begun)
    return ReadTransaction(handle: transaction, begun: begun, place: place, environment: self)
  }

  /// Begins the write transaction, after waiting for the one of another thread or process to end. Traps when this
  /// thread has one already.
  package func beginWrite() throws(LMDBError) -> WriteTransaction {
    try enterWriting()
    var begun: OpaquePointer?
    var code = mdb_txn_begin(handle, nil, 0, &begun)
    if code == MDB_MAP_RESIZED {
      do throws(LMDBError) { try followResizedMap() } catch {
        leave()
        throw error
      }
      code = mdb_txn_begin(handle, nil, 0, &begun)
    }
    guard code == MDB_SUCCESS, let begun else {
      leave()
      throw LMDBError(code: code, operation: "begin to write", path: path)
    }
    state.withLock { $0.writerThread = .current }
    return WriteTransaction(handle: begun, environment: self)
  }

  /// Ends a read transaction and keeps its place.
  func endRead(_ place: ReaderPlace) {
    place.end()
    leave(place)
  }

  /// Takes note that the write transaction has ended.
  func writeEnded() {
    state.withLock { state in
      state.writerThread = nil
      state.activeCount -= 1
    }
  }

  /// Counts a read transaction that is about to begin, and finds a place for it.
  private func enterReading() throws(LMDBError) -> ReaderPlace {
    let entry: Result<ReaderPlace, LMDBError> = state.withLock { state in
      if let reason = state.refusal { return .failure(refused(reason)) }
      state.activeCount += 1
      if let place = state.idlePlaces.popLast() { return .success(place) }
      let place = ReaderPlace()
      state.places.append(place)
      return .success(place)
    }
    return try entry.get()
  }

  /// Counts a write transaction that is about to begin.
  private func enterWriting() throws(LMDBError) {
    let refusal: LMDBError? = state.withLock { state in
      if let reason = state.refusal { return refused(reason) }
      precondition(
        state.writerThread != .current, "a thread has one write transaction at a time, or it waits forever")
      state.activeCount += 1
      return nil
    }
    if let refusal { throw refusal }
  }

  private func refused(_ reason: LMDBError.Reason) -> LMDBError {
    LMDBError(reason, operation: "begin a transaction", path: path)
  }

  /// Uncounts a transaction that did not begin.
  private func leave() { state.withLock { $0.activeCount -= 1 } }

  /// Uncounts a read transaction and takes its place back; one without a slot, or beyond those that are kept, goes.
  private func leave(_ place: ReaderPlace) {
    let isKept = state.withLock { state in
      state.activeCount -= 1
      guard place.handle == nil || state.idlePlaces.count >= Self.maxIdlePlaces else {
        state.idlePlaces.append(place)
        return true
      }
      state.places.removeAll { $0 === place }
      return false
    }
    if !isKept { place.giveUp() }
  }

  /// Maps as much as another process made of the file. The caller's transaction is counted but has not begun.
  ///
  /// The library moves the map, so those that use it have to end first. Whoever begins meanwhile waits here too. A thread
  /// that begins one transaction within another would wait for itself: hence the bound.
  private func followResizedMap() throws(LMDBError) {
    state.withLock { $0.waitingCount += 1 }
    let deadline = ContinuousClock.now + mapPatience
    while true {
      let outcome: Result<Void, LMDBError>? = state.withLock { state in
        let others = state.activeCount - state.waitingCount
        guard others == 0 else {
          guard ContinuousClock.now >= deadline else { return nil }
          state.waitingCount -= 1
          return .failure(LMDBError(.mapOutgrown(others), operation: "follow a grown map", path: path))
        }
        state.waitingCount -= 1
        let reason = remap(toBytes: 0, &state)
        return reason.map { .failure(LMDBError($0, operation: "follow a grown map", path: path)) } ?? .success(())
      }
      if let outcome { return try outcome.get() }
      Posix.sleep(microseconds: 500)
    }
  }
}
