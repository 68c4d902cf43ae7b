import Foundation
import TestSupport
import Testing

@testable import TableStore

/// Applies random statements to a store and to its model, and holds every outcome against the model's.
struct ModelRun {
  let store: Store
  var model = StoreModel()
  var random: SeededRandom
  var operationCount = 0
  /// How often each outcome came about: a run that never fails proves little.
  var outcomes: [String: Int] = [:]

  init(_ store: Store, _ random: SeededRandom) {
    self.store = store
    self.random = random
  }

  /// One transaction of some tenant, a third of which are abandoned.
  mutating func transaction() throws {
    let tenant = random.tenant()
    let before = model
    let isAbandoned = random.chance(3)
    var run = self
    do {
      try store.writeSync(.tenant(tenant.rawValue)) { db in
        for _ in 0..<Int.random(in: 1...100, using: &run.random) { try run.statement(tenant, db) }
        if isAbandoned { throw Abandoned() }
      }
    } catch is Abandoned {
      run.model = before
    }
    self = run
  }

  private mutating func statement(_ tenant: ID<Tenant>, _ db: Tables<Writing>) throws {
    operationCount += 1
    let isCrowded = model.notes.count > 50
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<5: if isCrowded { try eraseNote(tenant, db) } else { try insertNote(tenant, db) }
    case 5..<9: try updateNote(tenant, db)
    case 9: try deleteNote(tenant, db)
    case 10: try eraseNote(tenant, db)
    case 11..<14: try insertAttachment(tenant, db)
    case 14, 15: try updateAttachment(tenant, db)
    case 16: try eraseAttachment(tenant, db)
    case 17, 18: try writeSetting(db)
    default: try eraseSetting(db)
    }
  }

  /// Runs a statement that should end as `expected` says; its result when it succeeds.
  private mutating func expect<Result>(
    _ expected: StoreError.Code?, _ name: String, _ body: () throws -> Result
  ) throws -> Result? {
    var result: Result?
    var code: StoreError.Code?
    do { result = try body() } catch let error as StoreError { code = error.code }
    try #require(code == expected, "statement \(operationCount), \(name)")
    outcomes["\(name): \(code?.rawValue ?? "done")", default: 0] += 1
    return result
  }

  private mutating func anyNote() -> ID<Note> {
    random.chance(10) ? 99_999_999 : model.notes.keys.sorted().randomElement(using: &random) ?? 1
  }
}

// MARK: Notes

extension ModelRun {
  private mutating func insertNote(_ tenant: ID<Tenant>, _ db: Tables<Writing>) throws {
    let time = Date(timeIntervalSince1970: Double(1_000_000 + operationCount))
    var note = Note(
      id: 0, workspaceID: random.chance(15) ? random.tenant() : tenant, code: random.code(), title: random.title(),
      author: random.author(), priority: random.priority(), parentID: random.chance(3) ? anyNote() : nil,
      createdAt: time, updatedAt: time, deletedAt: nil)
    let draft = Note.Draft(
      workspaceID: note.workspaceID == tenant ? nil : note.workspaceID, code: note.code, title: note.title,
      author: note.author, priority: note.priority, parentID: note.parentID, createdAt: time, updatedAt: time)
    let stored = try expect(model.refusal(of: note, by: tenant), "insert note") { try db.notes.insert(draft) }
    guard let stored else { return }
    try #require(stored.id.rawValue > 0 && model.notes[stored.id] == nil)
    note.id = stored.id
    try #require(stored == note)
    model.notes[note.id] = note
  }

  private mutating func updateNote(_ tenant: ID<Tenant>, _ db: Tables<Writing>) throws {
    let id = anyNote()
    guard var note = model.notes[id], note.workspaceID == tenant else {
      _ = try expect(.notFound, "update unseen note") { try db.notes.update(id) { $0.priority = 1 } }
      return
    }
    let old = note
    if random.chance(2) { note.code = random.code() }
    if random.chance(2) { note.title = random.title() }
    if random.chance(3) { note.author = random.author() }
    if random.chance(3) { note.priority = random.priority() }
    if random.chance(5) { note.parentID = anyNote() }
    if random.chance(20) { note.workspaceID = random.tenant() }
    if random.chance(10) { note.deletedAt = nil }
    if note != old { note.updatedAt = Date(timeIntervalSince1970: Double(1_000_000 + operationCount)) }
    let refusal = note == old ? nil : model.refusal(of: note, by: tenant)
    guard let stored = try expect(refusal, "update note", { try db.notes.update(note) }) else { return }
    try #require(stored == note)
    model.notes[id] = note
  }

  private mutating func deleteNote(_ tenant: ID<Tenant>, _ db: Tables<Writing>) throws {
    let id = anyNote()
    let note = model.notes[id].flatMap { $0.workspaceID == tenant && $0.deletedAt == nil ? $0 : nil }
    try #require(try db.notes.delete(id) == (note != nil))
    guard var note else { return }
    try #require(try db.notes.get(id) == nil)
    let marked = try db.notes.withDeleted().require(id)
    try #require(marked.deletedAt != nil)
    note.deletedAt = marked.deletedAt
    note.updatedAt = note.deletedAt
    try #require(marked == note)
    model.notes[id] = note
    outcomes["delete note", default: 0] += 1
  }

  private mutating func eraseNote(_ tenant: ID<Tenant>, _ db: Tables<Writing>) throws {
    let id = anyNote()
    let isThere = model.notes[id]?.workspaceID == tenant
    try #require(try db.notes.erase(id) == isThere)
    guard isThere else { return }
    model.erase(id)
    outcomes["erase note", default: 0] += 1
  }
}

// MARK: Attachments and settings

extension ModelRun {
  private mutating func attachmentName() -> String {
    let name = random.chance(4) ? String(repeating: "n", count: 190) : "file"
    return name + "\(Int.random(in: 0..<3, using: &random))" + (random.chance(2) ? "A" : "a")
  }

  private mutating func insertAttachment(_ tenant: ID<Tenant>, _ db: Tables<Writing>) throws {
    var attachment = Attachment(id: 0, noteID: anyNote(), name: attachmentName())
    let stored = try expect(model.refusal(of: attachment, by: tenant), "insert attachment") {
      try db.attachments.insert(.init(noteID: attachment.noteID, name: attachment.name))
    }
    guard let stored else { return }
    attachment.id = stored.id
    try #require(stored == attachment && model.attachments[stored.id] == nil)
    model.attachments[stored.id] = attachment
  }

  private mutating func updateAttachment(_ tenant: ID<Tenant>, _ db: Tables<Writing>) throws {
    guard var attachment = model.attachments.values.sorted(by: { $0.id < $1.id }).randomElement(using: &random) else {
      return
    }
    if random.chance(2) { attachment.noteID = anyNote() } else { attachment.name = attachmentName() }
    let isSeen = model.tenant(of: model.attachments[attachment.id]!) == tenant
    let isSame = model.attachments[attachment.id] == attachment
    let refusal = !isSeen ? .notFound : isSame ? nil : model.refusal(of: attachment, by: tenant)
    let stored = try expect(refusal, "update attachment") { try db.attachments.update(attachment) }
    if let stored {
      try #require(stored == attachment)
      model.attachments[attachment.id] = attachment
    }
  }

  private mutating func eraseAttachment(_ tenant: ID<Tenant>, _ db: Tables<Writing>) throws {
    guard let attachment = model.attachments.values.sorted(by: { $0.id < $1.id }).randomElement(using: &random) else {
      return
    }
    let isSeen = model.tenant(of: attachment) == tenant
    try #require(try db.attachments.erase(attachment.id) == isSeen)
    if isSeen { model.attachments[attachment.id] = nil }
  }

  private mutating func writeSetting(_ db: Tables<Writing>) throws {
    let setting = Setting(name: random.settingName(), value: random.title())
    let index = model.index(of: setting.name)
    if let index, random.chance(2) {
      try #require(try db.settings.update(setting) == setting)
      model.settings[index] = setting
    } else {
      let refusal: StoreError.Code? = index == nil ? nil : .duplicate
      let stored = try expect(refusal, "insert setting") {
        try db.settings.insert(.init(name: setting.name, value: setting.value))
      }
      if stored != nil { model.settings.append(setting) }
    }
  }

  private mutating func eraseSetting(_ db: Tables<Writing>) throws {
    let name = random.settingName()
    let index = model.index(of: name)
    try #require(try db.settings.erase(name) == (index != nil))
    if let index { model.settings.remove(at: index) }
  }
}
