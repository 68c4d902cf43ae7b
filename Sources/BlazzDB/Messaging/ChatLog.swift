public import Foundation
public import TableStore

/// A trace of something in a conversation, and of who deleted it: what was there can be told, and brought back.
@Table("chat_logs", id: 19, scope: .inherited("contact_id"))
public struct ChatLog {
  /// The primary key; the next number when none is given.
  public var id: ID<ChatLog>
  /// The contact whose conversation it was in.
  @Column(.int) public var contactID: ID<Contact>
  /// The kind of row that `entityID` is the key of.
  @Column(.varchar(128)) public var entityType: ChatLogEntity
  /// The key of the row, in the table that `entityType` tells.
  public var entityID: Int32
  /// Who deleted what was there; NULL: it was not deleted.
  @Column(.int) public var deletedBy: ID<User>?
  /// When it was deleted. Traces with a time are found by `withDeleted()` only.
  public var deletedAt: Date?
  /// When the trace was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// A contact's live entries by time: the thread.
  public static let thread = Index.own(
    "own_chat_logs_contact_time", id: 0x80, on: \.contactID, \.createdAt, where: columns.deletedAt.isNil)
  /// Live entries by what they are about: those of a message.
  public static let byEntity = Index.own(
    "own_chat_logs_entity", id: 0x81, on: \.entityType, \.entityID, where: columns.deletedAt.isNil)
}

/// What a trace is of.
public struct ChatLogEntity: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The kind stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A message: a row of `chats`.
  public static let chat = Self("chat")
  /// A row of `templates`.
  public static let template = Self("template")
  /// A row of `campaigns`.
  public static let campaign = Self("campaign")
  /// What happened to a ticket: a row of `chat_ticket_logs`.
  public static let ticket = Self("ticket")
  /// A note: a row of `chat_notes`.
  public static let notes = Self("notes")
}

extension Tables {
  /// The traces of the workspace's conversations.
  public var chatLogs: TableHandle<ChatLog, Mode> { table() }
}

extension Relations where Row == ChatLog {
  /// Whose thread an entry is in.
  public var contact: Parent<ChatLog, Contact> { Parent(\.contactID) { $0.contactID } }
  /// The message that it is about; none for an entry about something else.
  public var chat: Parent<ChatLog, Chat> {
    Parent(\.entityID) {
      $0.entity(.chat)
    } where: {
      $0.entityType == .chat
    }
  }
  /// What happened to a ticket; none for an entry about something else.
  public var ticketLog: Parent<ChatLog, ChatTicketLog> {
    Parent(\.entityID) {
      $0.entity(.ticket)
    } where: {
      $0.entityType == .ticket
    }
  }
  /// The note; none for an entry about something else.
  public var note: Parent<ChatLog, ChatNote> {
    Parent(\.entityID) {
      $0.entity(.notes)
    } where: {
      $0.entityType == .notes
    }
  }
  /// The template; none for an entry about something else.
  public var template: Parent<ChatLog, Template> {
    Parent(\.entityID) {
      $0.entity(.template)
    } where: {
      $0.entityType == .template
    }
  }
  /// The campaign; none for an entry about something else.
  public var campaign: Parent<ChatLog, Campaign> {
    Parent(\.entityID) {
      $0.entity(.campaign)
    } where: {
      $0.entityType == .campaign
    }
  }
}

extension ChatLog {
  /// The key of the row that it is about, when that is of this kind.
  fileprivate func entity<Row>(_ kind: ChatLogEntity) -> ID<Row>? {
    entityType == kind ? UInt64(exactly: entityID).map { ID($0) } : nil
  }
}
