/// Entries that come in any order and are lent in key order: sorted in memory, and beyond a number of bytes in runs on
/// disk, in files that no name leads to.
///
/// Invariant: the bytes of an entry lie in one block of `blocks`, key first, and stay there until the sorter spills.
package final class EntrySorter {
  /// One entry: where its key begins, with the value behind it, and the key's first 16 bytes as a number, by which most
  /// comparisons end.
  struct Entry {
    let head: UInt128
    let key: UnsafeRawPointer
    let keyCount: UInt16
    let valueCount: UInt16
    /// What the caller knows the entry by.
    let tag: UInt32
  }

  private static let blockBytes = 4 << 20

  /// Where the runs lie, for messages.
  private let folder: String
  private let mostBytes: Int
  /// By the first byte of their keys: shorter lists are sorted faster.
  @exclusivity(unchecked) private var entries = [[Entry]](repeating: [], count: 256)
  @exclusivity(unchecked) private var blocks: [UnsafeMutableRawPointer] = []
  /// The block that is being filled, and how far.
  @exclusivity(unchecked) private var block = -1
  @exclusivity(unchecked) private var used = EntrySorter.blockBytes
  @exclusivity(unchecked) private var waitingBytes = 0
  private var files: [RunFile] = []
  /// How many entries were added.
  package var count: Int { storedCount }
  @exclusivity(unchecked) private var storedCount = 0

  /// - Parameters:
  ///   - folder: where runs are put that do not fit in memory.
  ///   - memoryBytes: what may wait in memory.
  package init(folder: String, memoryBytes: Int) {
    self.folder = folder
    mostBytes = max(memoryBytes, 2 * Self.blockBytes)
  }

  deinit { for block in blocks { block.deallocate() } }

  /// Adds an entry. A key has 1…511 bytes, a value at most 4,080.
  ///
  /// - Parameter tag: a number that comes along with it; several may have the same.
  package func append(_ key: RawSpan, _ value: RawSpan, tag: UInt32 = 0) throws(LMDBError) {
    requireKey(key)
    precondition(key.byteCount <= Limits.keyBytes && value.byteCount <= Limits.valueBytes, "an entry fits in a page")
    let byteCount = key.byteCount &+ value.byteCount
    if used &+ byteCount > Self.blockBytes { try nextBlock() }
    let place = blocks[block] + used
    key.withUnsafeBytes { place.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
    if value.byteCount > 0 {
      value.withUnsafeBytes { (place + key.byteCount).copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
    }
    used &+= byteCount
    storedCount &+= 1
    waitingBytes &+= byteCount &+ MemoryLayout<Entry>.stride
    entries[Int(key.unsafeLoad(fromByteOffset: 0, as: UInt8.self))].append(
      Entry(
        head: KeyOrder.head(place, key.byteCount), key: UnsafeRawPointer(place),
        keyCount: UInt16(truncatingIfNeeded: key.byteCount), valueCount: UInt16(truncatingIfNeeded: value.byteCount),
        tag: tag))
  }

  private func nextBlock() throws(LMDBError) {
    if waitingBytes >= mostBytes { try spill() }
    block += 1
    used = 0
    if block == blocks.count { blocks.append(.allocate(byteCount: Self.blockBytes, alignment: 16)) }
  }

  @inline(__always)
  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.head != right.head { return left.head < right.head }
    return KeyOrder.precedes(left.key, Int(left.keyCount), right.key, Int(right.keyCount))
  }
}

// MARK: Runs

extension EntrySorter {
  /// Puts what waits in key order.
  private func sort() {
    for space in entries.indices where entries[space].count > 1 { entries[space].sort(by: Self.precedes) }
  }

  /// Writes what waits to a file, in key order, and forgets it.
  private func spill() throws(LMDBError) {
    sort()
    var file = try RunFile(folder: folder)
    for list in entries { for entry in list { try file.append(entry) } }
    try file.finish()
    files.append(file)
    for space in entries.indices { entries[space].removeAll(keepingCapacity: true) }
    (block, used, waitingBytes) = (-1, Self.blockBytes, 0)
  }

  /// Sorts what is left; nothing is added afterwards. Each run is in key order.
  package func finish() { sort() }

  /// The runs, to be merged, more than once if need be; they live no longer than the sorter.
  func runs() -> [EntryRun] {
    files.map { EntryRun(file: $0) } + [EntryRun(lists: entries.filter { !$0.isEmpty })]
  }
}
