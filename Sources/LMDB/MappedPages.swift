internal import CLMDB

/// The pages of the map, from its beginning on.
///
/// Unsafe, and kept in order so: it is used while a read transaction lives, which keeps the map in its place, and lends pages
/// that the file has.
struct MappedPages {
  private let base: UnsafeRawPointer
  private let count: UInt64

  /// - Parameters:
  ///   - bytes: in a page of the map.
  ///   - fileBytes: the length of the file.
  init?(around bytes: RawSpan, fileBytes: Int) {
    // The library does not say where its map begins; but a page begins with its own number, as 8 bytes. Where that is
    // damaged, no meta page lies at what would be the beginning, where the one of the map was just read.
    let found = bytes.withUnsafeBytes { bytes -> UnsafeRawPointer? in
      let address = UInt(bitPattern: bytes.baseAddress) & ~UInt(Limits.pageBytes - 1)
      guard let page = UnsafeRawPointer(bitPattern: address) else { return nil }
      let offset = UInt(truncatingIfNeeded: page.load(as: UInt64.self)) &* UInt(Limits.pageBytes)
      guard offset < fileBytes, address > offset, Posix.isThere(address - offset) else { return nil }
      let base = page - Int(offset)
      let first = PageView(base: base)
      let magic = base.load(fromByteOffset: PageView.headerBytes, as: UInt32.self)
      return first.number == 0 && first.flags & PageFlags.meta != 0 && magic == MetaPage.magic ? base : nil
    }
    guard let found else { return nil }
    (base, count) = (found, UInt64(fileBytes / Limits.pageBytes))
  }

  /// Where the map begins.
  var start: UInt { UInt(bitPattern: base) }

  /// Where a page lies; `nil` when the file has none of this number.
  func address(of number: UInt64) -> UInt? { number < count ? start + UInt(number) * UInt(Limits.pageBytes) : nil }

  /// A page; `nil` when the file has none of this number.
  subscript(number: UInt64) -> PageView? {
    guard number < count else { return nil }
    return PageView(base: base + Int(number) * Limits.pageBytes)
  }
}
