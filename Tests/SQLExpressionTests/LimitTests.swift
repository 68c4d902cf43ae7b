internal import Foundation
import Testing

@testable import SQLExpression

@Suite struct LimitTests {
  private static let depth = ExpressionLimits.depth

  /// Texts whose nesting grows with a count, and what the count may be.
  private static let bombs: [(name: String, most: Int, text: @Sendable (Int) -> String)] = [
    ("parentheses", depth, { repeated("(", $0) + "a" + repeated(")", $0) }),
    ("NOT", depth - 1, { repeated("NOT ", $0) + "a" }),
    ("!", depth - 1, { repeated("!", $0) + "a" }),
    ("!(", depth - 1, { repeated("!(", $0) + "a" + repeated(")", $0) }),
    ("comparisons to the left", depth - 1, { "a" + repeated(" = a", $0) }),
    ("comparisons to the right", depth - 1, { repeated("a = (", $0) + "a" + repeated(")", $0) }),
    ("IS NULL", depth - 1, { "a" + repeated(" IS NULL", $0) }),
    ("BETWEEN", depth - 1, { repeated("a BETWEEN 1 AND ", $0) + "a" }),
    ("IN", depth - 1, { repeated("a IN (", $0) + "a" + repeated(")", $0) }),
    ("LIKE", depth - 1, { repeated("a LIKE (", $0) + "a" + repeated(")", $0) }),
    ("AND within OR", (depth - 1) / 2, { repeated("a AND (b OR ", $0) + "c" + repeated(")", $0) }),
  ]

  @Test(arguments: bombs.indices)
  func nestingEndsAtTheLimit(bomb: Int) throws {
    let (name, most, text) = Self.bombs[bomb]
    let deepest = try ExpressionText(text(most)).condition()
    #expect(deepest.depth <= Self.depth && (name == "parentheses" || deepest.depth >= Self.depth - 1))
    #expect(try ExpressionText(deepest.sql()).condition() == deepest)
    for count in [most + 1, most + 2, 1_000, 3_000] {
      let error = #expect(throws: ExpressionError.self) { try ExpressionText(text(count)).condition() }
      #expect(error?.expected == "at most 200 levels of nesting" && error?.found == "more")
    }
  }

  @Test func theErrorStandsWhereTheLimitIsPassed() {
    for (text, offset) in [
      (repeated("(", 300), 200), (repeated("NOT ", 300) + "a", 796), ("a" + repeated("=a", 300), 400),
      (repeated("a BETWEEN 1 AND ", 300) + "a", 199 * 16 + 2),
    ] {
      let error = #expect(throws: ExpressionError.self) { try ExpressionText(text).condition() }
      #expect(error?.offset == offset)
    }
  }

  // Less than a quarter of what a thread on macOS has that is not the main one.
  @Test(arguments: bombs.indices)
  func aSmallStackIsEnough(bomb: Int) async {
    let (_, most, text) = Self.bombs[bomb]
    let passed = await withCheckedContinuation { continuation in
      let thread = Thread {
        guard let one = try? ExpressionText(text(most)).condition(),
          let other = try? ExpressionText(text(most)).condition()
        else { return continuation.resume(returning: false) }
        let isSame = one == other && one.hashValue == other.hashValue && !one.sql().isEmpty
        let isRefused = (try? ExpressionText(text(3_000)).condition()) == nil
        continuation.resume(returning: isSame && isRefused)
      }
      thread.stackSize = 128 << 10
      thread.start()
    }
    #expect(passed)
  }

  @Test func chainsAreAsLongAsTheLimit() throws {
    let most = ExpressionLimits.elements
    #expect(try ExpressionText("a" + repeated("&&a", most - 1)).condition().conjuncts.count == most)
    #expect(try ExpressionText("a" + repeated("||a", most - 1)).condition().disjuncts.count == most)
    #expect(try ExpressionText("a IN (1" + repeated(",1", most - 1) + ")").condition().depth == 2)
    #expect(try ExpressionText("a" + repeated(",a", most - 1)).columnList().count == most)
    for (text, offset) in [
      ("a" + repeated("&&a", most), 3 * most), ("a" + repeated("||a", most), 3 * most),
      ("a IN (1" + repeated(",1", most) + ")", 6 + 2 * most),
    ] {
      let error = #expect(throws: ExpressionError.self) { try ExpressionText(text).condition() }
      #expect(error?.offset == offset && error?.expected == "at most 10000 elements")
    }
    let half = "(a" + repeated("&&a", most / 2) + ")"
    #expect(throws: ExpressionError.self) { try ExpressionText(half + "AND" + half).condition() }
    let list = ExpressionText("a" + repeated(",a", most) + " DESC")
    #expect(throws: ExpressionError.self) { try list.columnList() }
    let error = #expect(throws: ExpressionError.self) { try list.orderList() }
    #expect(error?.offset == 2 * most && error?.expected == "at most 10000 columns")
  }

  @Test func textsAreAsLongAsTheLimit() throws {
    let most = ExpressionLimits.textBytes
    #expect(try ExpressionText(repeated("a", most)).condition().depth == 1)
    let text = ExpressionText(repeated("é", most / 2) + "b")
    let error = #expect(throws: ExpressionError.self) { try text.condition() }
    #expect(error?.description == "at character 32769: expected at most 65536 bytes of text, found 65537")
    #expect(throws: ExpressionError.self) { try text.orderList() }
  }

  /// Texts of about as many bytes as asked, each the worst of its kind.
  private static let long: [@Sendable (Int) -> String] = [
    { repeated("a", $0) }, { repeated("1", $0) }, { "0x" + repeated("1", $0 - 3) + "g" }, { repeated("1e", $0 / 2) },
    { "'" + repeated("''", $0 / 2 - 1) + "'" }, { "'" + repeated("\\", $0 / 2 * 2) + "'" },
    { repeated("'a' ", $0 / 4) },
    { repeated("'a'" + repeated(" ", 500), $0 / 503) }, { repeated(" ", $0) + "a" }, { repeated("(", $0) },
    { "a" + repeated(" a", $0 / 2) }, { repeated("-", $0 - 1) + "1" }, { repeated("é", $0 / 2) },
    { repeated("a IN(", 99) + "1" + repeated(",1", min(9_999, $0 / 3)) + repeated(")", 99) },
    { "a" + repeated("||a&&a", min(4_999, $0 / 7)) }, { repeated("<", $0) }, { "a" + repeated("=a", min(199, $0 / 2)) },
    { repeated("a(", $0 / 2) }, { "a LIKE 'b" + repeated("%", $0 - 20) + "' ESCAPE ''" },
    { repeated("(", 150) + "a" + repeated("&&a)", 150) + repeated("&&a", min(9_000, $0 / 4)) },
  ]

  @Test(arguments: long.indices)
  func workGrowsWithTheText(kind: Int) throws {
    for size in [4 << 10, 16 << 10, 65_000] {
      let text = ExpressionText(Self.long[kind](size))
      let most = 12 * size + 100
      var lexer = Lexer(text, endName: "end")
      while let token = try? lexer.next(), token.kind != .end {}
      #expect(lexer.steps <= most)
      guard var parser = try? Parser(text, endName: "end") else { continue }
      _ = try? parser.wholeCondition()
      #expect(parser.steps <= most)
    }
  }
}

private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
