import Foundation
import TableStore

/// A tenant: the target of every scoped table's `workspace_id`.
@Table("tenants", id: 1)
struct Tenant: Equatable {
  var id: ID<Tenant>
  @Column(.varchar(50)) var name: String
}

/// A tenant's note, with an index of every kind that is kept up to date.
@Table("notes", id: 2, scope: .workspace)
struct Note: Equatable {
  var id: ID<Note>
  @Column(foreignKey: "notes_workspace_foreign", onDelete: .cascade) var workspaceID: ID<Tenant>
  @Column(.varchar(40)) var code: String?
  @Column(.text) var title: String?
  @Column(.varchar(255)) var author: String = "nobody"
  var priority: Int32?
  var parentID: ID<Note>?
  var createdAt: Date?
  var updatedAt: Date?
  var deletedAt: Date?

  static let byCode = Index.unique("notes_code_unique", id: 1, on: \.code)
  static let byTitle = Index("notes_title", id: 2, on: \.title)
  static let byAuthor = Index("notes_author", id: 3, on: \.author[prefix: 5])
  static let byPriority = Index("notes_priority", id: 4, on: \.priority)
  static let agenda = Index("notes_agenda", id: 5, on: \.workspaceID, \.priority, \.title)
  static let byAuthorAndPriority = Index("notes_author_priority", id: 6, on: \.author[prefix: 3], \.priority)
  static let urgent = Index.own("notes_urgent", id: 7, on: \.priority, \.title, across: true)
}

/// What hangs on a note, and belongs to the note's tenant.
@Table("attachments", id: 3, scope: .inherited("note_id"))
struct Attachment: Equatable {
  var id: ID<Attachment>
  @Column(foreignKey: "attachments_note_foreign", onDelete: .cascade) var noteID: ID<Note>
  @Column(.varchar(200)) var name: String

  static let byName = Index.unique("attachments_name_unique", id: 1, on: \.noteID, \.name)
  static let byNote = Index("attachments_note", id: 2, on: \.noteID)
}

/// A setting that all tenants share; its key is text.
@Table("settings", id: 4)
struct Setting: Equatable {
  @Column(.varchar(600), primaryKey: true) var name: String
  @Column(.text) var value: String?

  static let byValue = Index("settings_value", id: 1, on: \.value)
}

extension Tables {
  var tenants: TableHandle<Tenant, Mode> { table() }
  var notes: TableHandle<Note, Mode> { table() }
  var attachments: TableHandle<Attachment, Mode> { table() }
  var settings: TableHandle<Setting, Mode> { table() }
}

let sampleTables: [any Table.Type] = [Tenant.self, Note.self, Attachment.self, Setting.self]
