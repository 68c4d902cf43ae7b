internal import LMDB

extension Store {
  /// Writes a copy of the last committed state to a new file, flushed; readers and writers go on meanwhile.
  ///
  /// With `repacking` its pages are filled in key order: it is as small as can be, and no byte is left in it of what was
  /// erased. Without, it is the file as it is, free pages included, which is faster.
  ///
  /// - Parameters:
  ///   - target: where to; there must be no such file. It appears under its name once it is whole.
  ///   - repacking: whether its pages are filled in key order.
  ///   - onProgress: is told how far it is, in entries, or without `repacking` in bytes; what it throws ends it, without
  ///     `repacking` once all is copied.
  /// - Throws: `.cannotOpen` when there is such a file or no right to write, `.full`, or what `onProgress` throws; there is
  ///   no new file then.
  public func backup(
    to target: String, repacking: Bool = false, onProgress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws {
    do {
      guard repacking else { return try environment.copy(toPath: target, onProgress: onProgress) }
      try environment.repack(toPath: target, onProgress)
    } catch let error as LMDBError where error.reason == .code(.fileExists) {
      throw StoreError(.cannotOpen, "\(target) exists; name a file that does not")
    } catch let error as LMDBError {
      throw StoreError(error, path: target)
    }
  }

  /// Closes the store and puts a copy of it, its pages filled in key order, in the place of its file: nothing is left in
  /// the file of what was erased, and it is as small as can be. A crash leaves the one file or the other.
  ///
  /// Takes as much room as the copy has; other processes wait who want to open the store. When it throws, the store is open
  /// as before.
  ///
  /// - Parameter onProgress: is told how far it is, in entries; what it throws ends it.
  /// - Throws: `.cannotOpen` while another process has the store open, or reads or writes are under way; `.readOnly`;
  ///   `.full`; or what `onProgress` throws.
  public func repackAndClose(onProgress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }) throws {
    guard !options.isReadOnly else { throw StoreError(.readOnly, "\(path) was opened for reading only") }
    do { try environment.repackAndClose(onProgress) } catch let error as LMDBError {
      throw StoreError(error, path: path)
    }
  }
}
