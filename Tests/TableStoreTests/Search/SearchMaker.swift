import Foundation
import TestSupport

@testable import TableStore

/// Makes searches: of words that letters have, of parts of them, of words with mistakes, of what stands in a letter.
struct SearchMaker {
  let words: LetterMaker

  /// A search of an index.
  ///
  /// - Parameter row: a letter from which phrases may be taken.
  func search(_ row: ReferenceLetter?, _ random: inout SeededRandom) -> AskedSearch {
    let index = random.chance(6) ? LetterIndex.senders : .words
    let texts = row?.texts(index).texts ?? []
    if random.chance(4) {
      let clauses = (0..<Int.random(in: 1...3, using: &random)).flatMap { _ -> [AskedClause] in
        [AskedClause](natural: word(texts, &random))
      }
      return AskedSearch(index: index, mode: .natural, clauses: clauses)
    }
    return AskedSearch(index: index, mode: .boolean, clauses: clauses(depth: 0, texts, &random))
  }

  /// Words with mistakes, in natural mode.
  func mistakes(_ random: inout SeededRandom) -> AskedSearch {
    let clauses = (0..<2).flatMap { _ -> [AskedClause] in
      let word = LetterMaker.mistaken(words.word(&random), &random).core ?? "meetinq"
      return [AskedClause](natural: word.split { $0.isWhitespace }.last.map(String.init) ?? word)
    }
    return AskedSearch(index: .words, mode: .natural, clauses: clauses)
  }

  private func clauses(depth: Int, _ texts: [String], _ random: inout SeededRandom) -> [AskedClause] {
    (0..<Int.random(in: 1...(depth == 0 ? 4 : 3), using: &random)).map { _ in
      var clause = clause(depth: depth, texts, &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0..<2: clause.sign = .required
      case 2: clause.sign = .excluded
      default: break
      }
      if clause.sign != .excluded, random.chance(4) { clause.weight = random.pick(AskedClause.Weight.allCases) }
      return clause
    }
  }

  private func clause(depth: Int, _ texts: [String], _ random: inout SeededRandom) -> AskedClause {
    let operand = operand(depth: depth, texts, &random)
    if case .word(let words, let isPrefix) = operand { return AskedClause(words: words, isPrefix: isPrefix) }
    return AskedClause(operand: operand)
  }

  private func operand(depth: Int, _ texts: [String], _ random: inout SeededRandom) -> AskedClause.Operand {
    switch Int.random(in: 0..<16, using: &random) {
    case 0..<3:
      let word = Array(word(texts, &random))
      let start = String(word.prefix(Int.random(in: 1...max(1, min(7, word.count)), using: &random))).core
      return .word(start ?? "jo", isPrefix: true)
    case 3:
      let digits = "6281234567890 5678 0215551234 12345678 99 890".split(separator: " ").map(String.init)
      return .suffix(String(random.pick(digits).suffix(Int.random(in: 1...6, using: &random))))
    case 4..<7: return .phrase(phrase(texts, &random), distance: nil)
    case 7:
      // The columns follow each other as one text.
      let texts = random.chance(2) ? [texts.joined(separator: " ")] : texts
      return .phrase(phrase(texts, &random), distance: Int.random(in: 1...9, using: &random))
    case 8..<10 where depth < 3: return .group(clauses(depth: depth + 1, texts, &random))
    default: return .word(word(texts, &random), isPrefix: false)
    }
  }

  /// Text without blanks, mostly one word.
  private func word(_ texts: [String], _ random: inout SeededRandom) -> String {
    let text = random.chance(3) ? random.pick(texts + [words.word(&random)]) : words.word(&random)
    let parts = text.split { $0.isWhitespace || "()\"*".contains($0) }.compactMap { String($0).core }
    var word = parts.isEmpty ? "john" : random.pick(parts)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: word = LetterMaker.mistaken(word, &random)
    case 1: word = word.uppercased()
    case 2 where word.unicodeScalars.contains { $0.value >= 0xE00 }:
      let letters = Array(word)
      let start = Int.random(in: 0..<letters.count, using: &random)
      word = String(letters[start...].prefix(Int.random(in: 1...3, using: &random)))
    default: break
    }
    return word.core ?? "order"
  }

  /// Some words in a row of a letter, or made.
  private func phrase(_ texts: [String], _ random: inout SeededRandom) -> String {
    let text = random.chance(4) || texts.isEmpty ? words.text(2, &random) : random.pick(texts)
    var parts = text.split { $0.isWhitespace || $0 == "\"" }
    if random.chance(5) { parts.shuffle(using: &random) }
    guard !parts.isEmpty else { return words.word(&random).core ?? "john" }
    let start = Int.random(in: 0..<parts.count, using: &random)
    let chosen = parts[start...].prefix(Int.random(in: 1...4, using: &random)).joined(separator: " ")
    return chosen.core ?? "john order"
  }
}

extension String {
  /// From the first letter, digit or mark to the last, as a search reads a word; `nil` without a letter and a digit.
  fileprivate var core: String? {
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber:
        true
      default: false
      }
    }
    let scalars = Array(unicodeScalars)
    guard let first = scalars.firstIndex(where: isLetter), let last = scalars.lastIndex(where: isLetter) else {
      return nil
    }
    var core = String.UnicodeScalarView(scalars[first...last])
    for scalar in scalars[(last + 1)...] {
      guard scalar.properties.generalCategory == .nonspacingMark || scalar == "_" else { break }
      core.append(scalar)
    }
    return String(core)
  }
}
