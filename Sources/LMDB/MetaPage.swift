/// The bits of a page's header that tell its kind.
enum PageFlags {
  static let branch: UInt16 = 0x01
  static let leaf: UInt16 = 0x02
  static let overflow: UInt16 = 0x04
  static let meta: UInt16 = 0x08
}

/// One of the two pages at the head of a file; the one with the higher transaction describes the last commit.
///
/// ```
/// page     0 page number  8   10 flags  12  16
/// + 16     0 magic 4 version 8 address 16 map size 24 free list (48) 72 main tree (48) 120 last page 128 transaction
/// ```
struct MetaPage {
  static let byteCount = 152
  static let magic: UInt32 = 0xBEEF_C0DE

  let pageNumber: UInt64
  let pageFlags: UInt16
  let magic: UInt32
  let version: UInt32
  let freeList: TreeRecord
  let main: TreeRecord
  let lastPage: UInt64
  let transaction: UInt64
  /// The size of a page is kept where the free list's record has room.
  var pageBytes: UInt32 { freeList.padding }

  init(_ bytes: [UInt8], at offset: Int) {
    pageNumber = bytes.load(at: offset)
    pageFlags = bytes.load(at: offset + 10)
    magic = bytes.load(at: offset + 16)
    version = bytes.load(at: offset + 20)
    freeList = TreeRecord(bytes, at: offset + 40)
    main = TreeRecord(bytes, at: offset + 88)
    lastPage = bytes.load(at: offset + 136)
    transaction = bytes.load(at: offset + 144)
  }
}

/// The description of one tree.
///
/// ```
/// 0 padding (4)  4 flags (2)  6 depth (2)  8 branch, 16 leaf, 24 overflow pages  32 entries  40 root
/// ```
struct TreeRecord {
  static let byteCount = 48
  /// The most levels that LMDB's cursors follow.
  static let maxDepth = 32
  /// Integer keys, and the environment's flag for a file outside a folder of its own, which is kept here too.
  static let freeListFlags: UInt16 = 0x4008

  let padding: UInt32
  let flags: UInt16
  let depth: UInt16
  let branchPages: UInt64
  let leafPages: UInt64
  let overflowPages: UInt64
  let entries: UInt64
  let root: UInt64
  var isEmpty: Bool { root == .max }

  init(_ bytes: [UInt8], at offset: Int) {
    padding = bytes.load(at: offset)
    flags = bytes.load(at: offset + 4)
    depth = bytes.load(at: offset + 6)
    branchPages = bytes.load(at: offset + 8)
    leafPages = bytes.load(at: offset + 16)
    overflowPages = bytes.load(at: offset + 24)
    entries = bytes.load(at: offset + 32)
    root = bytes.load(at: offset + 40)
  }
}

extension [UInt8] {
  /// The integer at `offset`, in the order of this machine, as LMDB writes it. Traps behind the end.
  func load<Integer: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> Integer {
    withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Integer.self) }
  }
}
