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
}

extension Tables {
  /// The traces of the workspace's conversations.
  public var chatLogs: TableHandle<ChatLog, Mode> { table() }
}
