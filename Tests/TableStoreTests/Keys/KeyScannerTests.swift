import LMDB
import TestSupport
import Testing
import UnicodeText

@testable import TableStore

/// Keys on disk are not trusted: whatever they hold, a walk over them ends or throws.
@Suite struct KeyScannerTests {
  @Test func everyTruncationThrows() throws {
    let key = ByteBuffer()
    key.appendKey(Int128(-1_000_000))
    "straße".withUTF8Bytes { _ = key.appendKey(text: $0, prefix: nil, budget: 200) }
    String(repeating: "x", count: 300).withUTF8Bytes { _ = key.appendKey(text: $0, prefix: nil, budget: 100) }
    key.appendKey(UInt64.max)
    let whole = key.array
    try walk(whole)
    for length in 0..<whole.count {
      #expect(storeError { try walk(Array(whole.prefix(length))) }?.code == .damaged, "cut to \(length) bytes")
    }
  }

  @Test func aTagBeyondTheFormatThrows() {
    for tag in Array(UInt8(0x01)...0x6E) + Array(UInt8(0x91)...0xFF) {
      let key = [tag] + Bytes(repeating: 7, count: 200)
      #expect(storeError { try readInteger(key) }?.code == .damaged, "tag \(tag)")
    }
  }

  @Test func aScopeIsNoNegativeNumber() {
    #expect(storeError { try readScope([0x7F]) }?.code == .damaged)
    #expect(storeError { try readScope([0x89, 1, 0, 0, 0, 0, 0, 0, 0, 0]) }?.code == .damaged)
  }

  @Test func randomBytesNeverCrash() throws {
    var random = SeededRandom(for: "random bytes as keys")
    for _ in 0..<100_000 {
      let key = (0..<Int.random(in: 0...40, using: &random)).map { _ in random.keyByte() }
      for read in [readInteger, readScope, readText, walk] {
        do { try read(key) } catch { #expect((error as? StoreError)?.code == .damaged) }
      }
    }
  }

  private func walk(_ key: Bytes) throws {
    var scanner = KeyScanner(at: 0)
    for isText in [false, true, true, false] { try scanner.skip(isText: isText, in: key.span.bytes) }
    #expect(scanner.offset <= key.count)
  }

  private func readInteger(_ key: Bytes) throws {
    var scanner = KeyScanner(at: 0)
    _ = try scanner.integer(in: key.span.bytes)
  }

  private func readScope(_ key: Bytes) throws {
    var scanner = KeyScanner(at: 0)
    _ = try scanner.scope(in: key.span.bytes)
  }

  private func readText(_ key: Bytes) throws {
    var scanner = KeyScanner(at: 0)
    try scanner.skipText(in: key.span.bytes)
  }
}

extension SeededRandom {
  /// A byte that is likely to mean something in a key.
  fileprivate mutating func keyByte() -> UInt8 {
    switch Int.random(in: 0..<4, using: &self) {
    case 0: [0x00, 0x01, 0x0B, 0x7F, 0x80].randomElement(using: &self)!
    case 1: UInt8.random(in: 0x6F...0x90, using: &self)
    default: UInt8.random(in: 0...255, using: &self)
    }
  }
}
