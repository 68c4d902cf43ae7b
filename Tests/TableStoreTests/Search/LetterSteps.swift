import Foundation
import TestSupport
import Testing

@testable import TableStore

/// Changes letters at random, in the store and in the reference alike.
struct LetterSteps {
  let maker: LetterMaker
  /// Tenants by how many letters they are to have.
  static let sizes: [(tenant: UInt64?, count: Int)] = [
    (1, 1_600), (2, 120), (3, 60), (4, 20), (5, 6), (nil, 10), (6, 0),
  ]

  /// Fills the store.
  func load(_ store: Store, _ letters: inout ReferenceLetters, _ random: inout SeededRandom) throws {
    try store.writeSync(.everything) { db in
      for tenant in 1...6 { try db.tenants.insert(.init(id: ID(UInt64(tenant)), name: "tenant \(tenant)")) }
    }
    for (tenant, count) in Self.sizes {
      var left = count
      while left > 0 {
        let now = min(left, random.pick([1, 30, 90, 500]))
        left -= now
        try store.writeSync(.everything) { db in
          for _ in 0..<now { try insert(tenant, nil, db, &letters, &random) }
        }
      }
    }
  }

  private func insert(
    _ tenant: UInt64?, _ id: UInt64?, _ db: Tables<Writing>, _ letters: inout ReferenceLetters,
    _ random: inout SeededRandom
  ) throws {
    var letter = Letter(id: ID(id ?? 0), workspaceID: tenant.map { ID($0) })
    maker.fill(&letter, &random)
    var draft = Letter.Draft(
      workspaceID: letter.workspaceID, title: letter.title, body: letter.body, sender: letter.sender,
      meta: letter.meta, rank: letter.rank, isRead: letter.isRead)
    if let id { draft.id = ID(id) }
    let stored = try db.letters.insert(draft)
    letter.id = stored.id
    #expect(stored == letter)
    try letters.put(stored)
  }

  /// One change within reach.
  func change(
    _ db: Tables<Writing>, _ reach: Reach, _ letters: inout ReferenceLetters, _ random: inout SeededRandom
  ) throws {
    let tenant: UInt64? =
      if case .tenant(let tenant) = reach { tenant } else { random.pick(Self.sizes).tenant }
    let wanted = Self.sizes.first { $0.tenant == tenant }?.count ?? 0
    let rows = letters.scopes[tenant, default: ReferenceScope()].letters()
    guard let row = rows.randomElement(using: &random) else { return try insert(tenant, nil, db, &letters, &random) }
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<3 where rows.count <= wanted + 10: try insert(tenant, nil, db, &letters, &random)
    case 3 where rows.count <= wanted + 10:
      guard let id = letters.erased.randomElement(using: &random) else { break }
      letters.erased.removeAll { $0 == id }
      try insert(tenant, id, db, &letters, &random)
    case 4..<6 where rows.count >= wanted / 2:
      try #require(try db.letters.withDeleted().erase(row.letter.id))
      letters.remove(row.id)
    case 6:
      guard row.letter.deletedAt == nil else { break }
      try #require(try db.letters.delete(row.letter.id))
      try letters.put(try db.letters.withDeleted().require(row.letter.id))
    default: try update(row, db, &letters, &random)
    }
  }

  private func update(
    _ row: ReferenceLetter, _ db: Tables<Writing>, _ letters: inout ReferenceLetters, _ random: inout SeededRandom
  ) throws {
    var new = row.letter
    switch Int.random(in: 0..<8, using: &random) {
    case 0: new.deletedAt = nil
    case 1: new.isRead.toggle()
    case 2: new.title = new.title.map { $0.split(separator: " ").reversed().joined(separator: " ") }
    case 3: (new.title, new.sender) = (new.sender.map { String($0.prefix(200)) }, new.title)
    case 4: (new.title, new.body, new.sender, new.meta) = (nil, nil, nil, nil)
    case 5: new.body = [new.body ?? "", maker.word(&random)].joined(separator: " ")
    default: maker.fill(&new, part: random.pick([1, 3]), &random)
    }
    let stored = try db.letters.withDeleted().update(row.letter.id) { $0 = new }
    #expect(stored == new)
    try letters.put(stored)
  }
}
