public import Foundation
public import TableStore

/// A trace of something in a conversation, and of who deleted it: what was there can be told, and brought back.
@Table("chat_logs", id: 19, scope: .inherited("contact_id"))
public struct ChatLog {
  public var id: ID<ChatLog>
  @Column(.int) public var contactID: ID<Contact>
  /// The kind of row that `entityID` is the key of.
  @Column(.varchar(128)) public var entityType: ChatLogEntity
  public var entityID: Int32
  @Column(.int) public var deletedBy: ID<User>?
  public var deletedAt: Date?
  public var createdAt: Date?
  public var updatedAt: Date?
}

/// What a trace is of.
public struct ChatLogEntity: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The kind stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let chat = Self("chat")
  public static let template = Self("template")
  public static let campaign = Self("campaign")
}

extension Tables {
  /// The traces of the workspace's conversations.
  public var chatLogs: TableHandle<ChatLog, Mode> { table() }
}
