/// A walk over every page of one state of a file by plain reads, which proves what the library takes for granted:
///
/// 1. each page lies in the file, names itself, and is of the kind that its place in a tree asks for;
/// 2. nodes lie inside their page and share no byte (`PageView.layoutFault`);
/// 3. keys rise, in a page and from page to page, and separators lie between what they separate;
/// 4. all leaves of a tree are equally deep, and its record counts its pages and entries right;
/// 5. long values have pages enough;
/// 6. no page is used twice, and none is both used and free;
/// 7. the list of free pages is in the order that the library merges it in;
/// 8. trees have plain keys without duplicates.
///
/// It takes time linear in the number of pages and a bit of memory for each. Depth is bounded by `TreeRecord.maxDepth`,
/// and nothing recurses. The caller makes sure that the pages stay as they are.
struct StructureCheck: ~Copyable {
  /// A tree by what its leaves hold.
  enum Tree {
    case freePages, names, entries
  }

  /// Leaves that are read together where they adjoin.
  static let windowPages = 32

  let file: PosixFile
  let meta: MetaPage
  let fileBytes: Int
  /// Is told the pages done and all pages; `false` stops.
  let onProgress: (Int, Int) -> Bool

  /// A bit for each page that is used or free.
  private var taken: [UInt64]
  private(set) var usedPageCount = 0
  private(set) var freePageCount = 0
  /// The branches from the root to the present leaf, a window on leaves, and a page for whatever is read in between.
  let memory: UnsafeMutableRawPointer
  var window: UnsafeMutableRawPointer { memory + TreeRecord.maxDepth * Limits.pageBytes }
  var scratch: UnsafeMutableRawPointer { window + Self.windowPages * Limits.pageBytes }
  var windowStart: UInt64 = 0
  var windowCount: UInt64 = 0
  /// The key before the present place of a walk.
  var lastKey = LastKey()
  /// What the present walk has seen.
  var seen = TreeCounts()
  /// The tree of the present walk, for messages.
  var treeName = ""
  /// The records of named trees.
  var named: [(name: String, record: TreeRecord)] = []

  init(_ file: consuming PosixFile, _ meta: MetaPage, fileBytes: Int, onProgress: @escaping (Int, Int) -> Bool) {
    self.file = file
    self.meta = meta
    self.fileBytes = fileBytes
    self.onProgress = onProgress
    taken = [UInt64](repeating: 0, count: Int(meta.lastPage >> 6) + 1)
    memory = .allocate(byteCount: (TreeRecord.maxDepth + Self.windowPages + 1) * Limits.pageBytes, alignment: 8)
  }

  deinit { memory.deallocate() }

  /// Goes over all trees; throws the first fault.
  mutating func run() throws(StructureFault) -> FileStructure {
    var entryCount = 0
    try walk(meta.main, .names, "of names")
    for (name, record) in named {
      guard record.flags == 0 else {
        throw .damaged("tree \(name) is of a kind that is not used here (flags \(record.flags))")
      }
      try walk(record, .entries, name)
      entryCount += seen.entries
    }
    // Last, so that a free page that is used is known to be.
    try walk(meta.freeList, .freePages, "of free pages")
    let metaPages = 2
    return FileStructure(
      transaction: meta.transaction, pageCount: Int(meta.lastPage) + 1, usedPageCount: usedPageCount + metaPages,
      freePageCount: freePageCount, treeCount: named.count, entryCount: entryCount)
  }

  /// Takes a page for a tree.
  mutating func use(_ page: UInt64, for owner: UInt64?) throws(StructureFault) {
    guard mark(page) else {
      throw fault(
        owner, hasPage(page) ? "uses page \(page), which is used already" : "uses page \(page), which is none")
    }
    usedPageCount += 1
    try tell()
  }

  /// Takes a page for the list of free pages.
  mutating func free(_ page: UInt64, in owner: UInt64) throws(StructureFault) {
    guard mark(page) else {
      let what = hasPage(page) ? "is used, or listed twice" : "is none"
      throw fault(owner, "lists page \(page) as free, which \(what)")
    }
    freePageCount += 1
    try tell()
  }

  func hasPage(_ page: UInt64) -> Bool { page >= 2 && page <= meta.lastPage }

  func fault(_ page: UInt64?, _ what: String) -> StructureFault {
    .damaged("\(page.map { "page \($0)" } ?? "the root") of tree \(treeName): \(what)")
  }

  private mutating func mark(_ page: UInt64) -> Bool {
    guard hasPage(page) else { return false }
    let bit: UInt64 = 1 << (page & 63)
    guard taken[Int(page >> 6)] & bit == 0 else { return false }
    taken[Int(page >> 6)] |= bit
    return true
  }

  private func tell() throws(StructureFault) {
    let done = usedPageCount + freePageCount
    if done & 0xFFF == 0, !onProgress(done, Int(meta.lastPage) - 1) { throw .stopped }
  }
}

/// Pages and entries of a tree.
struct TreeCounts {
  var branchPages = 0
  var leafPages = 0
  var overflowPages = 0
  var entries = 0
}

/// The last key or separator of a walk: the next one lies behind it, or, in the leaf right behind a separator, at it.
struct LastKey {
  private var bytes = [UInt8](repeating: 0, count: Limits.keyBytes)
  private var count = 0
  private var isSeparator = false

  mutating func forget() { count = 0 }

  mutating func set(_ key: UnsafeRawBufferPointer, isSeparator: Bool) {
    bytes.withUnsafeMutableBytes {
      $0.baseAddress.unsafelyUnwrapped.copyMemory(from: key.baseAddress.unsafelyUnwrapped, byteCount: key.count)
    }
    count = key.count
    self.isSeparator = isSeparator
  }

  /// Whether a key may come next.
  func admits(_ key: UnsafeRawBufferPointer, _ tree: StructureCheck.Tree) -> Bool {
    guard count > 0 else { return true }
    return bytes.withUnsafeBytes { bytes in
      let last = UnsafeRawBufferPointer(rebasing: bytes[..<count])
      return isSeparator ? !tree.precedes(key, last) : tree.precedes(last, key)
    }
  }
}

extension StructureCheck.Tree {
  /// Whether a key comes before another one. Keys of free pages are numbers of 8 bytes.
  @inline(__always)
  func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard case .freePages = self else { return left.precedes(right) }
    return left.loadUnaligned(as: UInt64.self) < right.loadUnaligned(as: UInt64.self)
  }
}
