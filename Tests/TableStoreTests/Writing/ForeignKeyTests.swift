import TestSupport
import Testing

@testable import TableStore

/// A folder of a tenant; boxes, cards and tags point to it, each with another ON DELETE.
@Table("folders", id: 10, scope: .workspace)
private struct Folder: Equatable {
  var id: ID<Folder>
  var workspaceID: ID<Tenant>
  @Column(foreignKey: "folders_parent_foreign", onDelete: .cascade) var parentID: ID<Folder>?
}

@Table("boxes", id: 11, scope: .workspace)
private struct Box: Equatable {
  var id: ID<Box>
  var workspaceID: ID<Tenant>
  @Column(foreignKey: "boxes_folder_foreign", onDelete: .cascade) var folderID: ID<Folder>
  static let byFolder = Index("boxes_folder", id: 1, on: \.folderID)
}

@Table("cards", id: 12, scope: .workspace)
private struct Card: Equatable {
  var id: ID<Card>
  var workspaceID: ID<Tenant>
  @Column(foreignKey: "cards_folder_foreign", onDelete: .setNull) var folderID: ID<Folder>?
  static let byFolder = Index("cards_folder", id: 1, on: \.folderID)
}

@Table("tags", id: 13, scope: .workspace)
private struct Tag: Equatable {
  var id: ID<Tag>
  var workspaceID: ID<Tenant>
  @Column(foreignKey: "tags_box_foreign") var boxID: ID<Box>
}

extension Tables {
  fileprivate var folders: TableHandle<Folder, Mode> { table() }
  fileprivate var boxes: TableHandle<Box, Mode> { table() }
  fileprivate var cards: TableHandle<Card, Mode> { table() }
  fileprivate var tags: TableHandle<Tag, Mode> { table() }
}

@Suite struct ForeignKeyTests {
  private func withFolders(_ body: (Store) throws -> Void) throws {
    try withStore([Tenant.self, Folder.self, Box.self, Card.self, Tag.self]) { store in
      for tenant in [1, 2] as [UInt64] {
        try store.writeSync(.tenant(tenant)) { db in _ = try db.folders.insert(.init(id: ID(tenant * 10))) }
      }
      try body(store)
    }
  }

  @Test func aMissingTargetIsRefused() throws {
    try withFolders { store in
      try store.writeSync(.tenant(1)) { db in
        let error = storeError { try db.boxes.insert(.init(folderID: 99)) }
        #expect(error?.code == .missingReference)
        #expect(error?.table == "boxes" && error?.column == "folder_id" && error?.value == "99")
        #expect(error?.constraint == "boxes_folder_foreign")
        let box = try db.boxes.insert(.init(folderID: 10))
        #expect(storeError { try db.boxes.update(box.id) { $0.folderID = 99 } }?.code == .missingReference)
        #expect(try db.boxes.all() == [box])
      }
    }
  }

  @Test func aRowOfAnotherTenantIsNoTarget() throws {
    try withFolders { store in
      try store.writeSync(.tenant(1)) { db in
        let error = storeError { try db.boxes.insert(.init(folderID: 20)) }
        #expect(error?.code == .crossesScope && error?.column == "folder_id")
        let card = try db.cards.insert(.init(folderID: 10))
        #expect(storeError { try db.cards.update(card.id) { $0.folderID = 20 } }?.code == .crossesScope)
        #expect(try db.cards.all() == [card])
      }
      // Nor when the system writes for the tenant.
      let error = storeError {
        try store.writeSync(.everything) { db in _ = try db.boxes.insert(.init(workspaceID: 1, folderID: 20)) }
      }
      #expect(error?.code == .crossesScope)
    }
  }

  @Test func cascadeErasesWhatBelongs() throws {
    try withFolders { store in
      try store.writeSync(.tenant(1)) { db in
        try db.folders.insert(.init(id: 11, parentID: 10))
        try db.folders.insert(.init(id: 12, parentID: 11))
        for folder in [10, 11, 12, 12] as [ID<Folder>] { try db.boxes.insert(.init(folderID: folder)) }
      }
      try store.writeSync(.tenant(2)) { db in _ = try db.boxes.insert(.init(folderID: 20)) }
      #expect(try store.writeSync(.tenant(1)) { db in try db.folders.erase(10) })
      try store.read(.everything) { db throws in
        #expect(try db.folders.all().map(\.id) == [20])
        #expect(try db.boxes.all().map(\.folderID) == [20])
      }
    }
  }

  @Test func setNullLetsGo() throws {
    try withFolders { store in
      try store.writeSync(.tenant(1)) { db in
        let cards = try [10, 10, nil].map { try db.cards.insert(.init(folderID: $0)) }
        #expect(try db.folders.erase(10))
        #expect(try db.cards.all().map(\.id) == cards.map(\.id))
        #expect(try db.cards.matching(Card.byFolder, ID<Folder>?.none).count() == 3)
      }
    }
  }

  /// The boxes go by cascade before the tag refuses: the statement as a whole leaves nothing behind.
  @Test func restrictRefusesTheWholeStatement() throws {
    try withFolders { store in
      try store.writeSync(.tenant(1)) { db in
        let boxes = try (0..<3).map { _ in try db.boxes.insert(.init(folderID: 10)) }
        let card = try db.cards.insert(.init(folderID: 10))
        let tag = try db.tags.insert(.init(boxID: boxes[1].id))
        let error = storeError { _ = try db.folders.erase(10) }
        #expect(error?.code == .stillReferenced)
        #expect(error?.constraint == "tags_box_foreign" && error?.otherKey == "\(tag.id)")
        #expect(try db.boxes.all() == boxes)
        #expect(try db.cards.all() == [card])
        #expect(try db.folders.get(10) != nil)
        #expect(try db.tags.erase(tag.id))
        #expect(try db.folders.erase(10))
        #expect(try db.boxes.all().isEmpty)
      }
    }
  }

  @Test func aCircleOfCascadesEnds() throws {
    try withFolders { store in
      try store.writeSync(.tenant(1)) { db in
        try db.folders.insert(.init(id: 11, parentID: 10))
        try db.folders.update(10) { $0.parentID = 11 }
        try db.folders.insert(.init(id: 12))
        try db.folders.update(12) { $0.parentID = 12 }
        #expect(try db.folders.erase(10))
        #expect(try db.folders.erase(12))
        #expect(try db.folders.all().isEmpty)
      }
    }
  }

  /// Many rows that go at once, in many tenants, against a model: whether their referrers are scanned for or looked up.
  @Test(arguments: [40, 4_000]) func manyGoAsOneByOne(boxes count: Int) throws {
    try withStore([Tenant.self, Folder.self, Box.self, Card.self, Tag.self]) { store in
      var random = SeededRandom()
      var parents: [UInt64: UInt64] = [:]
      var homes: (boxes: [UInt64: UInt64], cards: [UInt64: UInt64]) = ([:], [:])
      let (tenants, folders) = (UInt64(3), UInt64(300))
      try store.writeSync(.everything) { db in
        for id in 1...folders {
          // A parent is an earlier folder of the same tenant.
          let parent = id > tenants ? id - tenants * .random(in: 1...(id - 1) / tenants, using: &random) : 0
          parents[id] = parent
          let parentID: ID<Folder>? = parent == 0 ? nil : ID(parent)
          try db.folders.insert(.init(id: ID(id), workspaceID: ID(id % tenants + 1), parentID: parentID))
        }
        for id in 1...UInt64(count) {
          let (box, card) = (
            UInt64.random(in: 1...folders, using: &random), UInt64.random(in: 1...folders, using: &random)
          )
          (homes.boxes[id], homes.cards[id]) = (box, card)
          try db.boxes.insert(.init(id: ID(id), workspaceID: ID(box % tenants + 1), folderID: ID(box)))
          try db.cards.insert(.init(id: ID(id), workspaceID: ID(card % tenants + 1), folderID: ID(card)))
        }
      }
      for root in [40, 1, 2, 3] as [UInt64] {
        func lies(_ folder: UInt64) -> Bool { folder == root || parents[folder].map { $0 != 0 && lies($0) } == true }
        let gone = Set(parents.keys.filter(lies))
        let tagged = homes.boxes.filter { gone.contains($0.value) }.keys.min()
        try store.writeSync(.everything) { db in
          guard let tagged else { return }
          let tag = try db.tags.insert(.init(workspaceID: ID(root % tenants + 1), boxID: ID(tagged)))
          #expect(storeError { try db.folders.erase(ID(root)) }?.code == .stillReferenced, "seed \(random.seed)")
          try db.tags.erase(tag.id)
        }
        try store.writeSync(.everything) { db in _ = try db.folders.erase(ID(root)) }
        parents = parents.filter { !gone.contains($0.key) }
        homes.boxes = homes.boxes.filter { !gone.contains($0.value) }
        homes.cards = homes.cards.mapValues { gone.contains($0) ? 0 : $0 }
        try store.read(.everything) { db in
          try #expect(Set(db.folders.ids().map(\.rawValue)) == Set(parents.keys), "seed \(random.seed)")
          let boxes = try db.boxes.all().map { ($0.id.rawValue, $0.folderID.rawValue) }
          #expect(Dictionary(uniqueKeysWithValues: boxes) == homes.boxes, "seed \(random.seed)")
          let cards = try db.cards.all().map { ($0.id.rawValue, $0.folderID?.rawValue ?? 0) }
          #expect(Dictionary(uniqueKeysWithValues: cards) == homes.cards, "seed \(random.seed)")
        }
      }
    }
  }

  @Test func aSoftDeletionKeepsWhatBelongs() throws {
    try withTenants { store in
      try store.writeSync(.tenant(1)) { db in
        let note = try db.notes.insert(.init(code: "a"))
        let attachment = try db.attachments.insert(.init(noteID: note.id, name: "f"))
        #expect(try db.notes.delete(note.id))
        #expect(try !db.notes.delete(note.id))
        #expect(try db.notes.get(note.id) == nil)
        #expect(try db.notes.find(Note.byCode, "a") == nil)
        #expect(try db.attachments.all() == [attachment])
        // A deleted row holds its unique value, as in MySQL.
        #expect(storeError { try db.notes.insert(.init(code: "a")) }?.code == .duplicate)
        #expect(try db.notes.erase(note.id))
        #expect(try db.attachments.all().isEmpty)
      }
    }
  }
}
