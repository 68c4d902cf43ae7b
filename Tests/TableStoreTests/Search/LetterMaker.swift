import Foundation
import TestSupport

@testable import TableStore

/// Makes texts of few words that recur, of all kinds that a search treats in its own way.
struct LetterMaker {
  private static let common = [
    "meeting", "invoice", "order", "john", "anna", "jose", "the", "to", "de", "payment", "john", "order",
  ]
  private static let names = [
    "José", "JOSE", "ｊｏｓé", "Søren", "soren", "Đức", "straße", "STRASSE", "İstanbul", "O'Brien", "obrien", "o’brien",
    "Anne-Marie", "annemarie", "well-known", "l'été", "naïve", "Ωmega", "привет", "приветик", "Zoë", "a", "x", "jo_hn",
  ]
  private static let addresses = [
    "john.doe@example.com", "a@b", "anna-marie@mail.co.id", "jose+x@example.com", "doe.john@example.com",
  ]
  private static let numbers = [
    "+62 812-3456-7890", "0812 3456 7890", "6281234567890", "(021) 555-1234", "2024-01-15", "15.1.2024", "12345678",
    "5678", "0215551234", "٠٨١٢٣٤٥٦", "①②③④", "42", "1", "100000", "62 8123 4567 890",
  ]
  private static let unspaced = [
    "สมชาย", "ใจดี", "สมชายใจดี", "王小明", "小明王", "王", "明", "第5", "5号", "第5号", "iPhone手机", "手机iPhone", "홍길동", "김", "길동",
    "カタカナ", "ガラス", "ｶﾞﾗｽ", "かa", "中a国人", "می\u{200C}خواهم",
  ]
  private static let long: [String] = {
    let stem = String(repeating: "pneumono", count: 17)
    let starts = ["international", "internationale", "internationalization", "internationalizations", "interna"]
    return starts + [stem + "x", stem + "y", stem, String(repeating: "ж", count: 180)]
  }()

  /// Letters apart from these words: several hundred made ones, many of them one mistake away from others.
  private let rare: [String]

  init(_ random: inout SeededRandom) {
    var rare: [String] = []
    for _ in 0..<150 {
      let word = (0..<Int.random(in: 2...4, using: &random)).map { _ in random.pick(["ka", "ro", "mi", "tel", "sun"]) }
      rare.append(word.joined())
    }
    rare += (0..<80).map { _ in Self.mistaken(random.pick(Self.common + rare), &random) }
    self.rare = rare
  }

  /// A word, blanks within it included.
  func word(_ random: inout SeededRandom) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<8: random.pick(Self.common)
    case 8..<10: random.pick(Self.names)
    case 10: random.pick(Self.addresses)
    case 11: random.pick(Self.numbers)
    case 12: "62812\(Int.random(in: 34_500...34_599, using: &random))"
    case 13: random.pick(Self.unspaced)
    case 14: random.chance(3) ? random.pick(Self.long) : random.pick(Self.common)
    default: random.pick(rare)
    }
  }

  /// A text of so many words.
  func text(_ count: Int, _ random: inout SeededRandom) -> String {
    var text = ""
    for _ in 0..<count {
      if !text.isEmpty { text += random.pick([" ", " ", " ", " ", ", ", ". ", "  ", "/", "\n", " - ", "-", "'"]) }
      text += word(&random)
    }
    return text
  }

  private func body(_ random: inout SeededRandom) -> String {
    switch Int.random(in: 0..<250, using: &random) {
    case 0: text(Int.random(in: 250...700, using: &random), &random)
    case 1: String(repeating: word(&random) + " ", count: Int.random(in: 250...270, using: &random))
    case 2: String(repeating: "\(word(&random)) \(word(&random)). ", count: 130)
    case 3: "...!?"
    default: text(Int.random(in: 0...9, using: &random), &random)
    }
  }

  /// Gives a letter new texts, some or all of them.
  func fill(_ letter: inout Letter, part: Int = 1, _ random: inout SeededRandom) {
    func takesTurn() -> Bool { part == 1 || random.chance(part) }
    func maybe(_ text: String) -> String? { random.chance(6) ? nil : text }
    if takesTurn() { letter.title = maybe(String(text(Int.random(in: 0...3, using: &random), &random).prefix(250))) }
    if takesTurn() { letter.body = maybe(body(&random)) }
    if takesTurn() { letter.sender = maybe(text(Int.random(in: 0...2, using: &random), &random)) }
    if takesTurn() { letter.meta = meta(&random) }
    if takesTurn() { letter.rank = random.chance(5) ? nil : Int32.random(in: 0..<8, using: &random) }
    if takesTurn() { letter.isRead = random.chance(3) }
  }

  private func meta(_ random: inout SeededRandom) -> JSON<[String: [String: String]]>? {
    switch Int.random(in: 0..<8, using: &random) {
    case 0..<3: nil
    case 3: #"{"content": {"text": 5}}"#
    case 4: #"{"other": {"text": "meeting"}}"#
    default: try? JSON(["content": ["text": text(Int.random(in: 0...4, using: &random), &random), "a": "john"]])
    }
  }

  /// A word with one mistake, or two.
  static func mistaken(_ word: String, _ random: inout SeededRandom) -> String {
    var letters = Array(word)
    for _ in 0..<(random.chance(5) ? 2 : 1) where !letters.isEmpty {
      let place = Int.random(in: 0..<letters.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: letters.remove(at: place)
      case 1: letters.insert(random.pick(["e", "k", "é", "s"]), at: place)
      case 2: letters[place] = random.pick(["o", "n", "t"])
      default: if place > 0 { letters.swapAt(place, place - 1) }
      }
    }
    return letters.isEmpty ? word : String(letters)
  }
}
