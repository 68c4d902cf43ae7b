import TableStore
import TestSupport

/// The one thing that a writer does as its commit of a number: everything in it follows from writer and number, so that
/// whoever knows how many commits each writer has made knows what has to be in the store.
struct Commit {
  /// Counts from 0.
  let writer: Int
  /// Counts from 1.
  let number: Int
  /// How many writers there are.
  let writers: Int

  /// So many of a writer's latest commits have entries.
  static let kept = 4
  static let parts = 3

  private var random: SeededRandom { SeededRandom(seed: UInt64(writer) << 40 ^ UInt64(number)) }

  /// What it takes from the writer's account.
  var amount: Int {
    var random = random
    return Int.random(in: 1...1_000, using: &random)
  }

  /// To whose account that goes.
  var partner: Int {
    guard writers > 1 else { return writer }
    var random = random
    _ = random.next()
    return (writer + Int.random(in: 1..<writers, using: &random)) % writers
  }

  /// A word that no other commit has.
  var word: String {
    var rest = writer * 10_000_000 + number
    var letters: [UInt8] = []
    for _ in 0..<8 {
      letters.append(UInt8(ascii: "a") + UInt8(rest % 20))
      rest /= 20
    }
    return "zz" + String(decoding: letters, as: UTF8.self)
  }

  /// One of its rows, as it is once the commit is the writer's last, or after it (`isRevised`).
  func entry(_ part: Int, isRevised: Bool) -> Entry.Draft {
    let (amount, partner) = (amount, partner)
    return Entry.Draft(
      accountID: Ledger.account(part == 1 ? partner : writer), writer: Int32(writer), number: Int64(number),
      part: Int32(part), amount: Int64([-amount, amount, 0][part]), code: code(part),
      text: text(part, isRevised: isRevised))
  }

  func code(_ part: Int) -> String { "\(writer)-\(number)-\(part)" }

  /// Part 0 is rewritten by the next commit; part 2 is long at times, so that it lies in chunks.
  func text(_ part: Int, isRevised: Bool) -> String {
    let start = isRevised && part == 0 ? "ledger \(word) revised" : "ledger \(word)"
    var random = random
    guard part == 2, random.chance(8) else { return start }
    return start + String(repeating: " ligature", count: Int.random(in: 50..<800, using: &random))
  }

  /// Makes the commit's changes; throws where the store does not show the one before it.
  func apply(_ db: Tables<Writing>) throws {
    let (amount, partner) = (Int64(amount), partner)
    try db.accounts.update(Ledger.account(writer)) { account in
      guard account.commits == Int64(number - 1) else {
        throw LedgerFault("writer \(writer) is at commit \(account.commits) before its commit \(number)")
      }
      account.commits += 1
      account.balance -= amount
    }
    try db.accounts.update(Ledger.account(partner)) { $0.balance += amount }
    for part in 0..<Self.parts { try db.entries.insert(entry(part, isRevised: false)) }
    if number > 1 {
      let before = Commit(writer: writer, number: number - 1, writers: writers)
      guard let row = try db.entries.find(Entry.byCode, before.code(0)) else {
        throw LedgerFault("entry \(before.code(0)) is missing while commit \(number) is written")
      }
      try db.entries.update(row.id) { $0.text = before.text(0, isRevised: true) }
    }
    let old = number - Self.kept
    guard old > 0 else { return }
    let erased = try db.entries.where { $0.writer == Int32(writer) && $0.number == Int64(old) }.erase()
    guard erased == Self.parts else { throw LedgerFault("\(erased) entries of writer \(writer)'s commit \(old)") }
  }
}

/// What should not be in a store.
struct LedgerFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
