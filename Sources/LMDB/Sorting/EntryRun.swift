internal import CLMDB

/// One sorted run, gone through once.
///
/// Invariant: between two calls of `advance()` the bytes of the present entry stay where they are.
final class EntryRun {
  private static let windowBytes = 1 << 19
  private static let entriesAhead = 12

  /// The key's first 16 bytes as a number.
  @exclusivity(unchecked) private(set) var head: UInt128 = 0
  @exclusivity(unchecked) private(set) var key = UnsafeRawPointer(bitPattern: 1)!
  @exclusivity(unchecked) private(set) var keyCount = 0
  @exclusivity(unchecked) private(set) var valueCount = 0
  @exclusivity(unchecked) private(set) var tag: UInt32 = 0

  /// In memory: the lists in order, and the next entry's place.
  private let lists: [[EntrySorter.Entry]]
  @exclusivity(unchecked) private var list = 0
  @exclusivity(unchecked) private var place = 0

  /// In a file: a part of it, and the next entry's place there.
  private let file: RunFile?
  private let window: UnsafeMutableRawBufferPointer
  @exclusivity(unchecked) private var windowEnd = 0
  @exclusivity(unchecked) private var fileOffset = 0

  init(lists: [[EntrySorter.Entry]]) {
    (self.lists, file) = (lists, nil)
    window = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }

  init(file: RunFile) {
    (lists, self.file) = ([], file)
    window = .allocate(byteCount: Self.windowBytes, alignment: 16)
  }

  deinit { window.deallocate() }

  /// Moves to the next entry; `false` at the end.
  func advance() throws(LMDBError) -> Bool {
    guard let file else { return advanceInMemory() }
    let head = RunFile.headBytes
    if windowEnd - place < head, try !refill(file) { return false }
    let base = UnsafeRawPointer(window.baseAddress!)
    keyCount = Int(base.loadUnaligned(fromByteOffset: place, as: UInt16.self).littleEndian)
    valueCount = Int(base.loadUnaligned(fromByteOffset: place + 2, as: UInt16.self).littleEndian)
    tag = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self))
    if windowEnd - place < head + keyCount + valueCount { _ = try refill(file) }
    key = base + place + head
    self.head = KeyOrder.head(key, keyCount)
    place += head + keyCount + valueCount
    return true
  }

  private func advanceInMemory() -> Bool {
    while list < lists.count, place == lists[list].count { (list, place) = (list + 1, 0) }
    guard list < lists.count else { return false }
    let entry = lists[list][place]
    // The entries are in order, their bytes are not: each would be waited for.
    let ahead = place + Self.entriesAhead
    if ahead < lists[list].count { blazz_prefetch(lists[list][ahead].key) }
    (head, key, keyCount, valueCount) = (entry.head, entry.key, Int(entry.keyCount), Int(entry.valueCount))
    tag = entry.tag
    place += 1
    return true
  }

  /// Moves what is unread to the front and reads on; `false` at the end of the file.
  private func refill(_ file: RunFile) throws(LMDBError) -> Bool {
    let unread = windowEnd - place
    window.baseAddress!.copyMemory(from: window.baseAddress! + place, byteCount: unread)
    (place, windowEnd) = (0, unread)
    let wanted = min(window.count - unread, file.byteCount - fileOffset)
    guard wanted > 0 else { return false }
    let target = UnsafeMutableRawBufferPointer(rebasing: window[unread..<unread + wanted])
    let code = file.file.read(into: target, at: fileOffset)
    guard code == 0 else { throw LMDBError(code: code, operation: "read sorted entries") }
    (windowEnd, fileOffset) = (unread + wanted, fileOffset + wanted)
    return true
  }
}
