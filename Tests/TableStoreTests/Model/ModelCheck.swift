import Foundation
import TestSupport
import Testing

@testable import TableStore

/// Holds everything that a store shows, to each tenant and to the system, against the model.
extension ModelRun {
  mutating func requireAgreement() throws {
    try store.requireConsistent()
    for tenant in 1...3 as ClosedRange<UInt64> {
      let notes = model.notes.values.filter { $0.workspaceID == ID(tenant) }
      let attachments = model.attachments.values.filter { model.tenant(of: $0) == ID(tenant) }
      try store.read(.tenant(tenant)) { db in
        try requireNotes(Array(notes), db, isTenant: true)
        try requireAttachments(Array(attachments), db)
        try requireBorders(tenant, db)
      }
    }
    try store.read(.everything) { db in
      try requireNotes(Array(model.notes.values), db, isTenant: false)
      try requireAttachments(Array(model.attachments.values), db)
      try requireSettings(db)
    }
  }

  private mutating func requireNotes(_ notes: [Note], _ db: Tables<Reading>, isTenant: Bool) throws {
    let seen = notes.filter { $0.deletedAt == nil }
    let id = ModelOrder<Note> { $0.id }
    let code = ModelOrder<Note>(text: \.code)
    let title = ModelOrder<Note>(text: \.title)
    let author = ModelOrder<Note>(text: \.author)
    let priority = ModelOrder<Note> { $0.priority }
    try #require(try db.notes.orderedByKey().all() == seen.sorted(by: [id]))
    try #require(try db.notes.withDeleted().orderedByKey().all() == notes.sorted(by: [id]))
    var indexes: [(Note.Index, [ModelOrder<Note>])] = [
      (Note.byCode, [code, id]), (Note.byTitle, [title, id]), (Note.byAuthor, [author, id]),
      (Note.byPriority, [priority, id]), (Note.byAuthorAndPriority, [author, priority, id]),
    ]
    indexes.append((isTenant ? Note.agenda : Note.urgent, [priority, title, id]))
    for (index, orders) in indexes {
      try requireOrder(db.notes, index, seen.sorted(by: orders))
      try #require(try db.notes.withDeleted().order(by: index).all() == notes.sorted(by: orders))
    }
    try requireStretches(seen, db, isTenant: isTenant)
  }

  /// Both directions, and the beginning of each.
  private func requireOrder<Row: Table & Equatable>(
    _ table: TableHandle<Row, Reading>, _ index: TableIndex<Row>, _ rows: [Row]
  ) throws {
    let name = index.definition.name
    try #require(try table.order(by: index).all() == rows, "\(name)")
    try #require(try table.order(by: index, .descending).all() == rows.reversed(), "\(name), descending")
    try #require(try table.order(by: index).limit(3).all() == Array(rows.prefix(3)), "\(name), first 3")
    try #require(
      try table.order(by: index, .descending).limit(3).all() == Array(rows.reversed().prefix(3)), "\(name), last 3")
  }

  /// Rows that equal a value, and rows between two.
  private mutating func requireStretches(_ notes: [Note], _ db: Tables<Reading>, isTenant: Bool) throws {
    let id = ModelOrder<Note> { $0.id }
    let byTitle = notes.sorted(by: [.init(text: \.title), id])
    for title in (0..<3).compactMap({ _ in random.title() }) + notes.prefix(3).compactMap(\.title) {
      try #require(
        try db.notes.matching(Note.byTitle, title).all() == byTitle.filter { isEqual($0.title, title) }, "\(title)")
    }
    let bounds = [random.title() ?? "", notes.randomElement(using: &random)?.title ?? ""]
      .sorted { StoreModel.compare($0, $1) < 0 }
    let inside = byTitle.filter { note in
      guard let title = note.title else { return false }
      return StoreModel.compare(bounds[0], title) <= 0 && StoreModel.compare(title, bounds[1]) <= 0
    }
    try #require(
      try db.notes.where { $0.title.between(bounds[0], bounds[1]) }.order(by: Note.byTitle).all() == inside,
      "\(bounds)")
    let byPriority = notes.sorted(by: [ModelOrder { $0.priority }, id])
    let priorities = byPriority.filter {
      ($0.priority ?? .min) >= -1 && ($0.priority ?? .max) <= 2 && $0.priority != nil
    }
    try #require(try db.notes.where { $0.priority.between(-1, 2) }.order(by: Note.byPriority).all() == priorities)
    try #require(
      try db.notes.matching(Note.byPriority, Int32?.none).all() == byPriority.filter { $0.priority == nil })
    for author in (0..<3).map({ _ in random.author() }) {
      let equal = notes.sorted(by: [ModelOrder { $0.id }]).filter { isEqual($0.author, author) }
      try #require(
        try db.notes.matching(Note.byAuthor, author).all()
          == equal.sorted(by: [.init(text: \.author), id]))
      try #require(
        try db.notes.matching(Note.byAuthorAndPriority, author, Int32(1)).all() == equal.filter { $0.priority == 1 })
    }
  }

  private func requireAttachments(_ attachments: [Attachment], _ db: Tables<Reading>) throws {
    let (id, note) = (ModelOrder<Attachment> { $0.id }, ModelOrder<Attachment> { $0.noteID })
    try #require(try db.attachments.orderedByKey().all() == attachments.sorted(by: [id]))
    try requireOrder(db.attachments, Attachment.byNote, attachments.sorted(by: [note, id]))
    try requireOrder(db.attachments, Attachment.byName, attachments.sorted(by: [note, .init(text: \.name), id]))
  }

  private func requireSettings(_ db: Tables<Reading>) throws {
    let name = ModelOrder<Setting>(text: \.name)
    // A name of more than 255 bytes of key lies behind those that it shares its beginning with in no given order.
    try #require(try db.settings.all().sorted(by: [name]) == model.settings.sorted(by: [name]))
    for setting in model.settings { try #require(try db.settings.get(setting.name.uppercased() + " ") == setting) }
    let values = try db.settings.order(by: Setting.byValue).all()
    try #require(values.sorted(by: [name]) == model.settings.sorted(by: [name]))
    let value = ModelOrder<Setting>(text: \.value)
    for (left, right) in zip(values, values.dropFirst()) { try #require(value.compare(left, right) <= 0) }
  }

  /// A tenant finds no other tenant's row by any way that names it.
  private func requireBorders(_ tenant: UInt64, _ db: Tables<Reading>) throws {
    for note in model.notes.values where note.workspaceID != ID(tenant) {
      try #require(try db.notes.withDeleted().get(note.id) == nil)
      if let code = note.code { try #require(try db.notes.withDeleted().find(Note.byCode, code) == nil) }
      try #require(try db.attachments.matching(Attachment.byNote, note.id).all().isEmpty)
      try #require(try db.table(named: "notes")!.get("\(note.id)") { _ in } == false)
    }
  }

  private func isEqual(_ left: String?, _ right: String) -> Bool {
    left.map { StoreModel.compare($0, right) == 0 } ?? false
  }
}
