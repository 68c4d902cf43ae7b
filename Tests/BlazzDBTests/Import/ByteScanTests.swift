import Testing

@testable import BlazzDB

@Suite struct ByteScanTests {
  @Test func agreesWithALoop() {
    var random = SeededGenerator(seed: DumpDifferentialTests.seed)
    for _ in 0..<2000 {
      let length = Int.random(in: 0...70, using: &random)
      let bytes = (0..<length).map { _ in
        random.pick([0, 0x26, 0x27, 0x28, 0x5B, 0x5C, 0x5D, 0x7F, 0x80, 0xA7, 0xFF] as [UInt8])
      }
      let start = Int.random(in: 0...length, using: &random)
      let found = bytes.withUnsafeBytes {
        $0.baseAddress.map { ByteScan.firstIndex(of: 0x27, or: 0x5C, in: $0, from: start, to: length) } ?? length
      }
      let count = bytes.withUnsafeBytes {
        $0.baseAddress.map { ByteScan.count(of: 0x27, in: $0, from: start, to: length) } ?? 0
      }
      #expect(found == bytes[start...].firstIndex { $0 == 0x27 || $0 == 0x5C } ?? length)
      #expect(count == bytes[start...].count { $0 == 0x27 })
    }
  }
}
