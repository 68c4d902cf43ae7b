extension StructureCheck {
  /// Takes the pages that one entry of the list of free pages names.
  ///
  /// ```
  /// transaction that freed them (8) → count (8), then so many page numbers (8 each), the highest first
  /// ```
  /// The library leaves room behind the numbers where it reserved more than it needed.
  mutating func checkFreePages(of node: NodeView, _ page: UInt64) throws(StructureFault) {
    let transaction = node.key.loadUnaligned(as: UInt64.self)
    guard transaction >= 1, transaction <= meta.transaction else {
      throw fault(page, "has pages that transaction \(transaction) freed")
    }
    let room = node.valueBytes / 8
    guard room >= 1, node.valueBytes % 8 == 0 else { throw fault(page, "has \(node.valueBytes) bytes of free pages") }
    guard node.flags == NodeView.Flags.long else {
      let count = node.value.loadUnaligned(as: UInt64.self)
      try requireCount(count, room, page)
      var last = UInt64.max
      return try freeAll(node.value + 8, Int(count), below: &last, page)
    }
    // A long list is read in pieces of a page.
    var offset = Int(node.runStart) * Limits.pageBytes + PageView.headerBytes
    try readNumbers(1, at: offset, page)
    let count = scratch.load(as: UInt64.self)
    try requireCount(count, room, page)
    var left = Int(count)
    var last = UInt64.max
    offset += 8
    while left > 0 {
      let piece = min(left, Limits.pageBytes / 8)
      try readNumbers(piece, at: offset, page)
      try freeAll(scratch, piece, below: &last, page)
      offset += 8 * piece
      left -= piece
    }
  }

  private mutating func freeAll(
    _ numbers: UnsafeRawPointer, _ count: Int, below last: inout UInt64, _ page: UInt64
  ) throws(StructureFault) {
    for index in 0..<count {
      let number = numbers.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
      guard number < last else { throw fault(page, "lists page \(number) as free behind page \(last)") }
      last = number
      try free(number, in: page)
    }
  }

  private func requireCount(_ count: UInt64, _ room: Int, _ page: UInt64) throws(StructureFault) {
    guard count < UInt64(room) else { throw fault(page, "lists \(count) free pages in room for \(room - 1)") }
  }

  private func readNumbers(_ count: Int, at offset: Int, _ page: UInt64) throws(StructureFault) {
    guard let got = file.read(8 * count, at: offset, into: scratch) else { throw .unreadable(Posix.lastCode) }
    guard got == 8 * count else { throw missing(page) }
  }
}
