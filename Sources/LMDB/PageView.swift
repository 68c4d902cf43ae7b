#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A page of a tree in memory, which is not trusted.
///
/// ```
/// page     0 page number (8)  8 padding (2)  10 flags (2)  12 lower (2)  14 upper (2)  16 offsets of nodes (2 each) …
///          in the first page of a long value: 12 pages (4)
/// ```
/// `lower` is where the offsets end, `upper` where the nodes begin, which fill the page to its end.
///
/// Unsafe, and kept in order so: `base` is followed by a page's bytes for as long as the view is used, which hold the
/// header whatever is in it. Nodes are looked at once `layoutFault` found none.
struct PageView {
  static let headerBytes = 16
  let base: UnsafeRawPointer

  var number: UInt64 { base.loadUnaligned(as: UInt64.self) }
  var flags: UInt16 { load(10) }
  private var lower: Int { Int(load(12)) }
  private var upper: Int { Int(load(14)) }
  /// Pages of a long value.
  var runLength: UInt64 { UInt64(base.loadUnaligned(fromByteOffset: 12, as: UInt32.self)) }

  var nodeCount: Int { (lower - Self.headerBytes) >> 1 }
  subscript(index: Int) -> NodeView { NodeView(base: base + offset(index)) }

  private func offset(_ index: Int) -> Int { Int(load(Self.headerBytes + 2 * index)) }
  private func load(_ offset: Int) -> UInt16 { base.loadUnaligned(fromByteOffset: offset, as: UInt16.self) }

  /// What is wrong with the header, or with the places of the nodes; `nil` when each node lies inside, in a place of its
  /// own, with none between them.
  func layoutFault(_ kind: UInt16) -> String? {
    let (lower, upper) = (lower, upper)
    guard lower >= Self.headerBytes, lower % 2 == 0, lower <= upper, upper <= Limits.pageBytes else {
      return "bounds \(lower) and \(upper)"
    }
    let count = nodeCount
    guard count >= 1 else { return "no nodes" }
    // Each node ends where another one, or nothing, begins; one begins at `upper`; and together they are as long as the
    // room from there: so they share no byte.
    var starts = NodeStarts()
    var room = 0
    for index in 0..<count {
      let start = offset(index)
      guard start >= upper, start % 2 == 0, start <= Limits.pageBytes - NodeView.headerBytes else {
        return "node \(index) at \(start)"
      }
      let node = self[index]
      if let fault = node.fault(kind, index) { return "node \(index): \(fault)" }
      let byteCount = node.byteCount(kind)
      guard start + byteCount <= Limits.pageBytes else { return "node \(index) with \(byteCount) bytes at \(start)" }
      room += byteCount
      starts.insert(start)
    }
    guard room == Limits.pageBytes - upper, starts.contains(upper) else { return "nodes that do not fill their room" }
    for index in 0..<count {
      let end = offset(index) + self[index].byteCount(kind)
      guard end == Limits.pageBytes || starts.contains(end) else { return "node \(index) overlaps another one" }
    }
    return nil
  }
}

extension PageView {
  /// The page below a branch in which a key belongs; `nil` where the page is no branch of this number, or a node that is
  /// looked at lies outside of it. Unlike `layoutFault` it looks only at those.
  func child(of number: UInt64, for key: UnsafeRawBufferPointer) -> UInt64? {
    guard self.number == number, flags & PageFlags.branch != 0, lower > Self.headerBytes, lower <= Limits.pageBytes
    else {
      return nil
    }
    // The first node stands for all that comes before the second one's key.
    var (low, high) = (1, nodeCount)
    while low < high {
      let middle = (low + high) / 2
      guard let node = node(middle) else { return nil }
      if key.precedes(node.key) { high = middle } else { low = middle + 1 }
    }
    return node(low - 1)?.child
  }

  /// A node of a page that was not looked through; `nil` when it does not lie inside.
  private func node(_ index: Int) -> NodeView? {
    let start = offset(index)
    guard start <= Limits.pageBytes - NodeView.headerBytes else { return nil }
    let node = self[index]
    return start + NodeView.headerBytes + node.keyBytes <= Limits.pageBytes ? node : nil
  }
}

/// The even places in a page at which nodes begin.
private struct NodeStarts {
  private var bits = InlineArray<32, UInt64>(repeating: 0)

  mutating func insert(_ offset: Int) { bits[offset >> 7] |= 1 << UInt64(offset >> 1 & 63) }
  func contains(_ offset: Int) -> Bool { bits[offset >> 7] >> UInt64(offset >> 1 & 63) & 1 != 0 }
}

/// A node of a page: a key with a page in a branch, with a value in a leaf.
///
/// ```
/// 0 low (2)  2 high (2)  4 flags (2)  6 bytes of the key (2)  8 key, then in a leaf the value
/// ```
/// In a branch low, high and flags are the child's page number; in a leaf low and high are the value's length, and a long
/// value's first page stands in its place.
struct NodeView {
  enum Flags {
    /// The value lies in pages of its own.
    static let long: UInt16 = 1
    /// The value is the record of a tree.
    static let tree: UInt16 = 2
  }

  static let headerBytes = 8
  /// The most bytes of a node; a value that would make it longer lies in pages of its own.
  static let maxBytes = ((Limits.pageBytes - PageView.headerBytes) / 2 & -2) - 2

  let base: UnsafeRawPointer

  var flags: UInt16 { load(4) }
  var child: UInt64 { UInt64(load(0)) | UInt64(load(2)) << 16 | UInt64(flags) << 32 }
  var keyBytes: Int { Int(load(6)) }
  var valueBytes: Int { Int(load(0)) | Int(load(2)) << 16 }
  var key: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base + Self.headerBytes, count: keyBytes) }
  var value: UnsafeRawPointer { base + Self.headerBytes + keyBytes }
  /// The first page of a long value.
  var runStart: UInt64 { value.loadUnaligned(as: UInt64.self) }

  private func load(_ offset: Int) -> UInt16 { base.loadUnaligned(fromByteOffset: offset, as: UInt16.self) }

  private func exactBytes(_ kind: UInt16) -> Int {
    let key = Self.headerBytes + keyBytes
    if kind == PageFlags.branch { return key }
    return key + (flags & Flags.long != 0 ? MemoryLayout<UInt64>.size : valueBytes)
  }

  /// Bytes that the node takes in its page.
  func byteCount(_ kind: UInt16) -> Int { (exactBytes(kind) + 1) & -2 }

  /// What is wrong with the node by itself.
  func fault(_ kind: UInt16, _ index: Int) -> String? {
    guard keyBytes <= Limits.keyBytes, keyBytes > 0 || kind == PageFlags.branch && index == 0 else {
      return "a key of \(keyBytes) bytes"
    }
    guard kind == PageFlags.branch || flags <= Flags.tree else { return "flags \(flags)" }
    let byteCount = exactBytes(kind)
    return byteCount <= Self.maxBytes ? nil : "\(byteCount) bytes"
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes come before others, in the order of plain keys.
  func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
    let order = memcmp(
      baseAddress.unsafelyUnwrapped, other.baseAddress.unsafelyUnwrapped, Swift.min(count, other.count))
    return order < 0 || order == 0 && count < other.count
  }
}
