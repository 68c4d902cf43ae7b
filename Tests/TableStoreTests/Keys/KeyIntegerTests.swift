import LMDB
import TestSupport
import Testing

@testable import TableStore

/// Integer elements: a length tag and as few big-endian bytes as the number needs.
@Suite struct KeyIntegerTests {
  /// Tag 0x80 + n and n bytes; below zero 0x7F - n and the complement of the bytes of -1 - value.
  @Test(
    arguments: [
      (0, [0x80]), (1, [0x81, 0x01]), (-1, [0x7F]), (-2, [0x7E, 0xFE]), (255, [0x81, 0xFF]), (256, [0x82, 0x01, 0x00]),
      (-256, [0x7E, 0x00]), (-257, [0x7D, 0xFE, 0xFF]), (65_535, [0x82, 0xFF, 0xFF]),
      (Int128(UInt64.max), [0x88] + Bytes(repeating: 0xFF, count: 8)),
      (Int128(UInt64.max) + 1, [0x89, 0x01] + Bytes(repeating: 0, count: 8)),
      (Int128(Int64.min), [0x77, 0x80] + Bytes(repeating: 0, count: 7)),
      (Int128.max, [0x90, 0x7F] + Bytes(repeating: 0xFF, count: 15)),
      (Int128.min, [0x6F, 0x80] + Bytes(repeating: 0, count: 15)),
    ] as [(Int128, Bytes)])
  func exactBytes(value: Int128, bytes: Bytes) { #expect(element(value) == bytes) }

  @Test func nullIsBelowEverything() {
    let buffer = ByteBuffer()
    buffer.appendKeyNull()
    #expect(buffer.array == [0x00])
    #expect(buffer.array.lexicographicallyPrecedes(element(.min)))
  }

  @Test func scopesAreIntegersOrNull() {
    func bytes(_ scope: Scope) -> Bytes {
      let buffer = ByteBuffer()
      buffer.appendKey(scope)
      return buffer.array
    }
    #expect(bytes(.global) == [])
    #expect(bytes(.system) == [0x00])
    #expect(bytes(.tenant(0x1234)) == [0x82, 0x12, 0x34])
  }

  @Test func bytesAreOrderedAsNumbers() {
    var random = SeededRandom(for: "order of integer elements")
    let landmarks = Self.landmarks
    var disorder: [(Int128, Int128)] = []
    for _ in 0..<120_000 {
      let left = random.integer(near: landmarks)
      let right =
        Bool.random(using: &random)
        ? random.integer(near: landmarks) : left &+ Int128.random(in: -2...2, using: &random)
      let (leftBytes, rightBytes) = (element(left), element(right))
      let isRight =
        (left == right) == (leftBytes == rightBytes)
        && (left < right) == leftBytes.lexicographicallyPrecedes(rightBytes)
      if !isRight { disorder.append((left, right)) }
    }
    #expect(disorder.isEmpty)
  }

  /// What follows an element never disturbs its order: no element is the beginning of another.
  @Test func noElementBeginsAnother() {
    let elements = Self.landmarks.map(element)
    for left in elements {
      for right in elements where left != right { #expect(!right.starts(with: left)) }
    }
  }

  @Test func theScannerReadsBack() throws {
    for value in Self.landmarks {
      let key = [0xAA] + element(value) + [0x00]
      var scanner = KeyScanner(at: 1)
      #expect(try scanner.integer(in: key.span.bytes) == value)
      #expect(try scanner.integer(in: key.span.bytes) == nil)
      #expect(scanner.offset == key.count)
    }
  }

  /// Ends of every integer type, 0, ±1, and powers of two with their neighbours.
  static let landmarks: [Int128] = {
    var values: Set<Int128> = [0, .min, .max, .min + 1, .max - 1]
    for exponent in 0..<127 {
      let power = Int128(1) << Int128(exponent)
      for distance in Int128(-2)...2 {
        values.insert(power + distance)
        values.insert(-power + distance)
      }
    }
    return values.sorted()
  }()

  private func element(_ value: Int128) -> Bytes {
    let buffer = ByteBuffer()
    buffer.appendKey(value)
    return buffer.array
  }
}

extension SeededRandom {
  /// A landmark, or a number of any length.
  fileprivate mutating func integer(near landmarks: [Int128]) -> Int128 {
    if Int.random(in: 0..<3, using: &self) == 0 { return landmarks.randomElement(using: &self)! }
    return Int128.random(in: .min ... .max, using: &self) >> Int128.random(in: 0..<127, using: &self)
  }
}
