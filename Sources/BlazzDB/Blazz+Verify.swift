public import TableStore

extension Blazz {
  /// Looks through the whole store: see `Store.verify`.
  ///
  /// - Parameter onProgress: is told some times a second how far it is; it may throw to stop.
  public func verify(onProgress: (VerifyProgress) throws -> Void = { _ in }) throws -> VerifyReport {
    try store.verify(onProgress: onProgress)
  }

  /// Takes out the faults that follow from the rows, and sets rows aside that cannot be read: see `Store.repair`.
  ///
  /// - Parameter onProgress: is told how far the look at hand is; it may throw to stop.
  public func repair(onProgress: (VerifyProgress) throws -> Void = { _ in }) throws -> RepairReport {
    try store.repair(onProgress: onProgress)
  }
}
