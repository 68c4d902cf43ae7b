import Testing

@testable import TableStore

@Suite struct SipHashTests {
  /// The official vectors: key 00…0F, the message being the bytes 00, 01, 02 … of each length.
  @Test func agreesWithTheOfficialVectors() {
    let expected: [UInt64] = [
      0x726f_db47_dd0e_0e31, 0x74f8_39c5_93dc_67fd, 0x0d6c_8009_d9a9_4f5a, 0x8567_6696_d7fb_7e2d,
      0xcf27_94e0_2771_87b7, 0x1876_5564_cd99_a68d, 0xcbc9_466e_58fe_e3ce, 0xab02_00f5_8b01_d137,
    ]
    for (length, hash) in expected.enumerated() {
      #expect(SipHash.hash(Array(0..<UInt8(length)), key: Array(0..<16)) == hash, "\(length) bytes")
    }
    // Fifteen bytes, the example of the paper's appendix: a word and a rest.
    #expect(SipHash.hash(Array(0..<15), key: Array(0..<16)) == 0xa129_ca61_49be_45e5)
  }
}
