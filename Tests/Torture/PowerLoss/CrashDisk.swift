import Foundation
import TestSupport

/// What a disk may hold of a file when the power fails: all that was flushed, and of the 512-byte sectors that were
/// written since, any. A sector is old or new, never a mixture: this is what LMDB asks of a disk (docs/format.md).
struct CrashDisk {
  private static let sectorBytes = 512

  private struct Sector {
    let offset: Int
    let bytes: [UInt8]
  }

  private var flushed: [UInt8] = []
  /// Written and not flushed, in order; a place may occur more than once.
  private var pending: [Sector] = []
  /// How many of `pending` the last write made.
  private var lastWriteCount = 0

  mutating func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    lastWriteCount = 0
    var begin = offset
    let end = offset + bytes.count
    while begin < end {
      let next = min(end, (begin / Self.sectorBytes + 1) * Self.sectorBytes)
      pending.append(Sector(offset: begin, bytes: Array(bytes[begin - offset..<next - offset])))
      lastWriteCount += 1
      begin = next
    }
  }

  mutating func flush() {
    for sector in pending { Self.put(sector, in: &flushed) }
    (pending, lastWriteCount) = ([], 0)
  }

  mutating func flushLastWrite() {
    for sector in pending.suffix(lastWriteCount) { Self.put(sector, in: &flushed) }
    pending.removeLast(lastWriteCount)
    lastWriteCount = 0
  }

  var pendingCount: Int { pending.count }

  /// One of the files that there may be after a failure now.
  func image(_ random: inout SeededRandom) -> [UInt8] {
    var image = flushed
    // All and nothing are among them, and what lacks or has only a few.
    let share = random.pick([
      0, 1, 0.5, Double.random(in: 0..<0.1, using: &random), .random(in: 0.9..<1, using: &random),
    ])
    // The newest may be there without those before, as a disk that writes in any order leaves it.
    let newest = random.chance(4) ? lastWriteCount : 0
    for (number, sector) in pending.enumerated() {
      let isKept = number >= pending.count - newest || share == 1 || Double.random(in: 0..<1, using: &random) < share
      if isKept { Self.put(sector, in: &image) }
    }
    // The file's length may be on the disk before the bytes are, which then read as zeros.
    let whole = pending.map { $0.offset + $0.bytes.count }.max() ?? 0
    if whole > image.count, random.chance(2) { image += [UInt8](repeating: 0, count: whole - image.count) }
    return image
  }

  private static func put(_ sector: Sector, in image: inout [UInt8]) {
    let end = sector.offset + sector.bytes.count
    if image.count < end { image += [UInt8](repeating: 0, count: end - image.count) }
    image.replaceSubrange(sector.offset..<end, with: sector.bytes)
  }
}
