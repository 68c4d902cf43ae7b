import Testing

@testable import BlazzDB

/// The test suite of RFC 1321, and lengths about the borders of a block.
@Suite struct MD5Tests {
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
    ("abc", "900150983cd24fb0d6963f7d28e17f72"), ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ])
  func theRFCsOwn(_ text: String, _ digest: String) { #expect(MD5.hexDigest(of: text) == digest) }

  /// Made with md5sum.
  @Test(arguments: [
    (55, "04364420e25c512fd958a70738aa8f72"),
    (56, "668a72d5ba17f08e62dabcafad6db14b"),
    (57, "693037871c4a9d3d8685018905cb530a"),
    (63, "7dc2ca208106a2f703567bdff99d8981"),
    (64, "c1bb4f81d892b2d57947682aeb252456"),
    (65, "1bc932052302d074bdec39795fe00cf6"),
    (119, "ab347a5f68c8a443cfcddc633f12c24f"),
    (120, "fb98667f98096de92620b64f46e1c5b5"),
    (1000, "398533d48111e9f664b1f64cb10c4b63"),
  ])
  func bordersOfABlock(_ count: Int, _ digest: String) {
    #expect(MD5.hexDigest(of: String(repeating: "x", count: count)) == digest)
  }
}
