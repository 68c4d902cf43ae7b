/// The free pages of a file from its end on, read from its list of free pages without mapping it.
///
/// The list is a tree whose entries are: the transaction that freed the pages → their count and numbers, 8 bytes each.
struct FreePages {
  private(set) var pages: Set<UInt64> = []
  private let firstPage: UInt64
  private var visitedCount: UInt64 = 0

  init(from firstPage: UInt64) { self.firstPage = firstPage }

  /// Reads the list; `false` when it is unreadable, which includes that its own pages are missing.
  mutating func collect(_ tree: TreeRecord, in file: borrowing PosixFile) -> Bool {
    tree.isEmpty || collect(page: tree.root, levelsLeft: Int(tree.depth), in: file)
  }

  private mutating func collect(page: UInt64, levelsLeft: Int, in file: borrowing PosixFile) -> Bool {
    visitedCount += 1
    // A list has no more pages than the file; one that has loops ends here.
    guard levelsLeft > 0, visitedCount < firstPage, let bytes = Self.read(page, pageCount: 1, in: file) else {
      return false
    }
    let flags: UInt16 = bytes.load(at: 10)
    let lower: UInt16 = bytes.load(at: 12)
    guard lower >= 16, Int(lower) <= Limits.pageBytes else { return false }
    for index in 0..<(Int(lower) - 16) / 2 {
      let node = Int(bytes.load(at: 16 + 2 * index) as UInt16)
      guard node >= 16, node + 8 <= Limits.pageBytes else { return false }
      let low: UInt16 = bytes.load(at: node)
      let high: UInt16 = bytes.load(at: node + 2)
      let nodeFlags: UInt16 = bytes.load(at: node + 4)
      let number = UInt64(low) | UInt64(high) << 16
      if flags & PageFlags.branch != 0 {
        let child = number | UInt64(nodeFlags) << 32
        guard collect(page: child, levelsLeft: levelsLeft - 1, in: file) else { return false }
      } else {
        let keyBytes: UInt16 = bytes.load(at: node + 6)
        let value = node + 8 + Int(keyBytes)
        guard flags & PageFlags.leaf != 0,
          add(in: bytes, at: value, byteCount: Int(number), isOverflow: nodeFlags & 1 != 0, file)
        else { return false }
      }
    }
    return true
  }

  /// Adds the numbers of one entry, which lie in the leaf or in pages of their own.
  private mutating func add(
    in bytes: [UInt8], at offset: Int, byteCount: Int, isOverflow: Bool, _ file: borrowing PosixFile
  ) -> Bool {
    guard isOverflow else {
      guard byteCount >= 8, offset + byteCount <= bytes.count else { return false }
      let count: UInt64 = bytes.load(at: offset)
      guard count <= UInt64(byteCount / 8 - 1) else { return false }
      for position in 0..<Int(count) { add(bytes.load(at: offset + 8 * (position + 1))) }
      return true
    }
    guard byteCount >= 8, offset + 8 <= bytes.count else { return false }
    let pageCount = (byteCount + 16 + Limits.pageBytes - 1) / Limits.pageBytes
    guard pageCount < firstPage, let overflow = Self.read(bytes.load(at: offset), pageCount: pageCount, in: file) else {
      return false
    }
    let flags: UInt16 = overflow.load(at: 10)
    guard flags & PageFlags.overflow != 0 else { return false }
    return add(in: overflow, at: 16, byteCount: byteCount, isOverflow: false, file)
  }

  private mutating func add(_ page: UInt64) {
    if page >= firstPage { pages.insert(page) }
  }

  private static func read(_ page: UInt64, pageCount: Int, in file: borrowing PosixFile) -> [UInt8]? {
    guard page >= 2, page < 1 << 40 else { return nil }
    let byteCount = pageCount * Limits.pageBytes
    guard let bytes = file.read(byteCount, at: Int(page) * Limits.pageBytes), bytes.count == byteCount else {
      return nil
    }
    return bytes
  }
}
