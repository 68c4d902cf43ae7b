import TestSupport
import Testing

@testable import TableStore

@Suite struct RowStreamTests {
  /// A stream with the rows that it stands for.
  private struct Made {
    let stream: RowStream
    let rows: Set<UInt64>
  }

  private func make(_ depth: Int, _ random: inout SeededRandom) throws -> Made {
    let count = depth == 0 ? 0 : Int.random(in: 1...3, using: &random)
    let parts = try (0..<count).map { _ in try make(depth - 1, &random) }
    switch depth == 0 ? 0 : Int.random(in: 0..<5, using: &random) {
    case 1: return Made(stream: UnionStream.of(parts.map(\.stream)[...]), rows: parts.reduce([]) { $0.union($1.rows) })
    case 2:
      let rows = parts.dropFirst().reduce(parts[0].rows) { $0.intersection($1.rows) }
      return Made(stream: try IntersectionStream.of(parts.map(\.stream)[...]), rows: rows)
    case 3:
      let rows = parts.dropFirst().reduce(parts[0].rows) { $0.subtracting($1.rows) }
      return Made(
        stream: try DifferenceStream(parts[0].stream, without: UnionStream.of(parts.dropFirst().map(\.stream)[...])),
        rows: rows)
    case 4:
      let step = UInt64.random(in: 1...4, using: &random)
      return Made(
        stream: try CheckedStream(parts[0].stream) { $0 % step == 0 }, rows: parts[0].rows.filter { $0 % step == 0 })
    default:
      let most = random.pick([0, 1, 5, 40, 200])
      let limit: UInt64 = random.pick([30, 300, RowStream.end - 1])
      let rows = Set((0..<most).map { _ in UInt64.random(in: 0...limit, using: &random) })
      return Made(stream: KnownRows(rows.sorted()), rows: rows)
    }
  }

  @Test func streamsAreSets() throws {
    var random = SeededRandom()
    for round in 0..<3_000 {
      let made = try make(round % 4, &random)
      let rows = made.rows.sorted()
      let stream = made.stream
      var target: UInt64 = 0
      while true {
        let expected = rows.first { $0 >= target } ?? RowStream.end
        guard stream.row == expected else {
          Issue.record("seed \(random.seed), round \(round): \(stream.row), expected \(expected) from \(target)")
          return
        }
        guard expected != RowStream.end else { break }
        // To the next row, near it, to a row far behind, or beyond the last one.
        let far = rows.randomElement(using: &random) ?? 0
        target = random.pick([expected + 1, expected + 1, expected + 3 < expected ? expected + 1 : expected &+ 3, far])
        target = max(target, expected + 1)
        try stream.advance(to: target)
      }
      try stream.advance(to: RowStream.end)
      #expect(stream.row == RowStream.end)
    }
  }

  @Test func noStreamsAreNothing() throws {
    #expect(UnionStream.of([]).row == RowStream.end)
    #expect(try IntersectionStream.of([]).row == RowStream.end)
    #expect(KnownRows([]).row == RowStream.end)
  }
}
