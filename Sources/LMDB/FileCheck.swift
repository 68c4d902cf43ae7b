/// A look at a file by plain reads, before it is mapped: whether its two meta pages are LMDB's, agree with what is
/// supported, and describe no more than the file holds. A page that is missing from a mapped file kills the process.
struct FileCheck: ~Copyable {
  let path: String
  let file: PosixFile

  init(path: String) throws(LMDBError) {
    self.path = path
    file = try PosixFile(readingPath: path)
  }

  /// Throws the first fault that is found.
  func run() throws(LMDBError) {
    // Another process may commit between two reads here: a fault counts only if the state stayed the same.
    for _ in 0..<8 {
      let meta = try newestMeta()
      do throws(LMDBError) { return try requireWholeFile(meta) } catch {
        if try newestMeta().transaction == meta.transaction { throw error }
      }
    }
  }

  private func newestMeta() throws(LMDBError) -> MetaPage {
    let pageBytes = Limits.pageBytes
    guard let bytes = file.read(2 * pageBytes, at: 0) else { throw failure(.code(.inputOutput)) }
    guard bytes.count >= MetaPage.byteCount else { throw failure(.notAnLMDBFile) }
    let first = MetaPage(bytes, at: 0)
    try requireSupported(first)
    guard bytes.count == 2 * pageBytes else {
      throw failure(.truncated(expectedBytes: 2 * pageBytes, actualBytes: bytes.count))
    }
    let second = MetaPage(bytes, at: pageBytes)
    try requireSupported(second)
    let newest = second.transaction > first.transaction ? second : first
    // The library looks for a state in the page that its number's last bit names, whatever lies in the other one.
    guard newest.transaction & 1 == newest.pageNumber || first.transaction == second.transaction,
      newest.transaction < 1 << 62, (first.pageNumber, second.pageNumber) == (0, 1)
    else { throw failure(.damaged("the meta pages are not in their places")) }
    return newest.transaction & 1 == 0 ? first : second
  }

  private func requireSupported(_ meta: MetaPage) throws(LMDBError) {
    guard meta.magic == MetaPage.magic, meta.pageFlags == PageFlags.meta else { throw failure(.notAnLMDBFile) }
    guard meta.version == 1 else { throw failure(.unsupportedVersion(found: Int(meta.version))) }
    guard meta.pageBytes == Limits.pageBytes else { throw failure(.pageSize(found: Int(meta.pageBytes))) }
  }

  private func requireWholeFile(_ meta: MetaPage) throws(LMDBError) {
    guard meta.lastPage >= 1, meta.lastPage < 1 << 40 else { throw failure(.damaged("last page \(meta.lastPage)")) }
    for (name, tree) in [("free list", meta.freeList), ("main tree", meta.main)] {
      guard tree.depth <= TreeRecord.maxDepth, tree.isEmpty || (2...meta.lastPage).contains(tree.root) else {
        throw failure(.damaged("root of the \(name) is page \(tree.root) of \(meta.lastPage)"))
      }
    }
    // Sorted duplicates or foreign orders in the tree of names, or a map at a fixed address.
    guard meta.main.flags == 0, meta.freeList.flags & ~TreeRecord.freeListFlags == 0 else {
      throw failure(.damaged("flags \(meta.main.flags) and \(meta.freeList.flags)"))
    }
    guard let status = file.status else { throw failure(.code(.inputOutput)) }
    let wholeBytes = Int(meta.lastPage + 1) * Limits.pageBytes
    guard status.sizeBytes < wholeBytes else { return }
    // Pages that became free in the transaction that took them are never written: they may be missing at the end.
    let firstMissing = UInt64(status.sizeBytes / Limits.pageBytes)
    var freePages = FreePages(from: firstMissing)
    let isReadable = freePages.collect(meta.freeList, in: file)
    guard isReadable, UInt64(freePages.pages.count) == meta.lastPage + 1 - firstMissing else {
      throw failure(.truncated(expectedBytes: wholeBytes, actualBytes: status.sizeBytes))
    }
  }

  private func failure(_ reason: LMDBError.Reason) -> LMDBError { LMDBError(reason, operation: "open", path: path) }
}
