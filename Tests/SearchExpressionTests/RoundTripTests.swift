import TestSupport
import Testing

@testable import SearchExpression

@Suite struct RoundTripTests {
  @Test func whatIsPrintedReadsBack() throws {
    var random = SeededRandom(for: "whatIsPrintedReadsBack")
    for _ in 0..<5_000 {
      let search = SearchExpression(clauses: random.clauses(depth: Int.random(in: 0...4, using: &random)))
      let back = try SearchText(search.description).boolean()
      if back != search || back.hashValue != search.hashValue || back.description != search.description {
        Issue.record("\(search) became \(back)")
      }
    }
  }

  // The same search in other spellings: more or less space, other quotes, operators the other way round, punctuation.
  @Test func theSpellingDoesNotMatter() throws {
    var random = SeededRandom(for: "theSpellingDoesNotMatter")
    for _ in 0..<5_000 {
      let search = SearchExpression(clauses: random.clauses(depth: Int.random(in: 0...4, using: &random)))
      let text = random.spelling(of: search.clauses)
      let back = try SearchText(text).boolean()
      if back != search { Issue.record("\(search) written as \(text) became \(back)") }
      try check(back.clauses, Array(text.utf8))
    }
  }

  @Test func anyTextIsReadOrRefused() throws {
    var random = SeededRandom(for: "anyTextIsReadOrRefused")
    let pieces = Array("+-<>~*()\"“@8 & a_é\u{301}漢,/.'").map { String($0) } + ["\"a b\"", " @7", "(a)", "+b*", "jo"]
    var accepted = 0
    for _ in 0..<20_000 {
      var bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in Array(random.pick(pieces).utf8) }
      if random.chance(8) { bytes += random.text(maximum: 9).utf8 }
      if random.chance(16) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
      let text = SearchText(utf8: bytes)
      switch Result(catching: text.boolean) {
      case .success(let search):
        accepted += 1
        #expect(try SearchText(search.description).boolean() == search)
        try check(search.clauses, bytes)
      case .failure(let error):
        #expect((0...bytes.count).contains(error.offset) && (1...error.offset + 1).contains(error.column))
        #expect(text.marked(error).split(separator: "\n", omittingEmptySubsequences: false).count == 2)
      }
    }
    #expect(accepted > 1_000)
  }

  /// The bytes of each clause, read alone, are that clause: ranges are exact. Words within one operand are required by
  /// the operator in front of it, not by bytes of their own.
  private func check(_ clauses: [SearchClause], _ bytes: [UInt8]) throws {
    for clause in clauses {
      let alone = try SearchText(utf8: bytes[clause.range]).boolean().clauses
      if alone != [clause] { Issue.record("\(clause) alone is \(alone)") }
      guard case .group(var inner) = clause.operand else { continue }
      let isWritten = bytes[clause.range].first { !"+-><~".utf8.contains($0) } == UInt8(ascii: "(")
      if !isWritten { for place in inner.indices { inner[place].occurrence = .optional } }
      try check(inner, bytes)
    }
  }
}

extension SeededRandom {
  fileprivate mutating func clauses(depth: Int) -> [SearchClause] {
    (0..<Int.random(in: 1...4, using: &self)).map { _ in
      let occurrence = pick([SearchClause.Occurrence.optional, .required, .excluded])
      let weight = pick([SearchClause.Weight.normal, .normal, .raised, .lowered, .negated])
      return SearchClause(
        occurrence: occurrence, weight: occurrence == .excluded ? .normal : weight, operand: operand(depth: depth))
    }
  }

  private mutating func operand(depth: Int) -> SearchClause.Operand {
    switch Int.random(in: 0..<(depth > 0 ? 5 : 4), using: &self) {
    case 0: .word(word(), isPrefix: false)
    case 1: .word(word(), isPrefix: true)
    case 2: .phrase(words(), distance: chance(2) ? nil : Int.random(in: 1...SearchLimits.distance, using: &self))
    case 3: .suffix("\(Int.random(in: 0...99_999, using: &self))")
    default: .group(clauses(depth: depth - 1))
    }
  }

  private mutating func word() -> String {
    let inner = (0..<Int.random(in: 0...4, using: &self)).map { _ in
      pick(["-", "+", "@", ".", "<", ">", "~", "'", "’", "‑", "\u{200D}", "a", "9", "é", "漢", "\u{301}"])
    }
    return pick(["a", "Z", "7", "_x", "é", "漢", "ก", "½"]) + inner.joined()
      + pick(["b", "0", "_", "e\u{301}", "ß", "中", "ï"])
  }

  private mutating func words() -> String {
    let inner = (0..<Int.random(in: 0...3, using: &self)).map { _ in
      pick([" ", "\n", "*", "(", ") ", " + ", " -"]) + word()
    }
    return word() + inner.joined()
  }

  fileprivate mutating func spelling(of clauses: [SearchClause]) -> String {
    var text = space()
    for (index, clause) in clauses.enumerated() {
      text += spelling(of: clause)
      // Between two words there has to be something.
      text += index + 1 < clauses.count ? pick([" ", "\t", "\u{3000}", "\0", " & ", " … ", " _ "]) : space()
    }
    return text
  }

  private mutating func space() -> String { pick(["", "", " ", "\n ", " ;; ", " \u{A0}"]) }

  private mutating func spelling(of clause: SearchClause) -> String {
    var operators = [SearchClause(occurrence: clause.occurrence, operand: .word("", isPrefix: false)).description]
    operators.append(SearchClause(weight: clause.weight, operand: .word("", isPrefix: false)).description)
    let prefix = (chance(2) ? operators : operators.reversed()).joined()
    switch clause.operand {
    case .word(let word, let isPrefix):
      return prefix + pick(["", "#@", "$", "#-", "'"]) + word + pick(["", ".", "++", "'", "😀"]) + (isPrefix ? "*" : "")
    case .suffix(let digits): return prefix + pick(["*", "…", "..."]) + digits + pick(["", ",", "!"])
    case .phrase(let words, let distance):
      let quotes = ["\"", "“", "”", "„", "‟", "＂"]
      let end = distance.map { pick(["", " ", "  "]) + "@" + pick(["", "0", "00"]) + "\($0)" } ?? ""
      return prefix + pick(quotes) + pick(["", " ", "+"]) + words + pick(["", " ", "*.", " )"]) + pick(quotes) + end
    case .group(let clauses): return prefix + "(" + spelling(of: clauses) + ")"
    }
  }
}
