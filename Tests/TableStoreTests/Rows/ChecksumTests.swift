import CChecksum
import TestSupport
import Testing

/// The sum by the processor's instruction, in three streams where there is enough, against the sum by table.
@Suite struct ChecksumTests {
  private func sums(_ bytes: UnsafeRawBufferPointer, _ start: UInt32 = 0) -> (fast: UInt32, portable: UInt32) {
    (
      blazz_crc32c(start, bytes.baseAddress, bytes.count),
      blazz_crc32c_portable(start, bytes.baseAddress, bytes.count)
    )
  }

  /// RFC 3720, appendix B.4.
  @Test func knownSums() {
    let known: [([UInt8], UInt32)] = [
      ([], 0), (Array("123456789".utf8), 0xE306_9283), (Array(repeating: 0, count: 32), 0x8A91_36AA),
      (Array(repeating: 0xFF, count: 32), 0x62A8_AB43), (Array(0..<32), 0x46DD_794E),
      (Array((0..<32).reversed()), 0x113F_DB5C),
    ]
    for (bytes, sum) in known { #expect(bytes.withUnsafeBytes { sums($0) } == (sum, sum)) }
  }

  @Test func bothWaysAgreeAtEveryLengthAndOffset() {
    var random = SeededRandom()
    let bytes = (0..<3_016).map { _ in UInt8.random(in: 0...255, using: &random) }
    bytes.withUnsafeBytes { bytes in
      for length in 0...3_000 {
        // Every length at one offset, those near the borders of words and streams at all of them.
        let offsets = length < 300 || length.isMultiple(of: 97) ? 0..<16 : length % 16..<length % 16 + 1
        for offset in offsets {
          let (fast, portable) = sums(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]), UInt32(length))
          #expect(fast == portable, "\(length) bytes at \(offset)")
        }
      }
    }
  }

  /// A sum may be continued at any place.
  @Test func aSumGoesOnFromItsBeginning() {
    var random = SeededRandom()
    let bytes = (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    bytes.withUnsafeBytes { bytes in
      let whole = sums(bytes).portable
      for _ in 0..<200 {
        let border = Int.random(in: 0...bytes.count, using: &random)
        let first = blazz_crc32c(0, bytes.baseAddress, border)
        #expect(sums(UnsafeRawBufferPointer(rebasing: bytes[border...]), first) == (whole, whole), "\(border)")
      }
    }
  }

  /// The sum of a row is that of its parts in a row.
  @Test func aRowsSum() {
    var random = SeededRandom()
    for _ in 0..<200 {
      let key = (0..<Int.random(in: 1...511, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let row = (0..<Int.random(in: 0...3_000, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let table = UInt8.random(in: 1...255, using: &random)
      let whole = ([table] + key + row).withUnsafeBytes { blazz_crc32c_portable(0, $0.baseAddress, $0.count) }
      #expect(blazz_row_crc32c(table, key, key.count, row, row.count) == whole)
    }
  }
}
