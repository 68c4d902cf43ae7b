public import Foundation
public import TableStore

/// A WhatsApp message, inbound or outbound.
@Table("chats", id: 8, scope: .workspace)
public struct Chat {
  /// The primary key; the next number when none is given.
  public var id: ID<Chat>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "chats_workspace_id_foreign", onDelete: .cascade) public var workspaceID: ID<WorkspaceRecord>
  /// The message's id at WhatsApp.
  @Column(.varchar(128)) public var wamID: String?
  /// With whom.
  @Column(.int) public var contactID: ID<Contact>
  /// The agent who wrote an outbound message.
  public var userID: ID<User>?
  /// Which way it went: in or out.
  public var type: MessageDirection?
  /// The message's content, as JSON.
  @Column(.text) public var metadata: JSON<ChatMetadata>
  /// The attachment; NULL: text alone.
  @Column(.int) public var mediaID: ID<ChatMedia>?
  /// How far it got; NULL: nothing was reported.
  @Column(.varchar(255)) public var status: MessageStatus?
  /// Whether it was read; a new message is not.
  public var isRead: Bool = false
  /// Who deleted it.
  @Column(.int) public var deletedBy: ID<User>?
  /// When it was deleted; NULL: live.
  @Column(.datetime) public var deletedAt: Date?
  /// When it was stored: its place in the timeline.
  @Column(default: .currentTimestamp) public var createdAt: Date

  /// One message by its UUID.
  public static let byUUID = Index.unique("chats_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's messages.
  public static let byWorkspace = Index("chats_workspace_id_index", id: 2, on: \.workspaceID)
  /// Messages with a contact.
  public static let byContact = Index("chats_contact_id_index", id: 3, on: \.contactID)
  /// Messages by time.
  public static let byTime = Index("chats_created_at_index", id: 4, on: \.createdAt)
  /// A workspace's messages by time, and in or out.
  public static let timeline = Index(
    "idx_chat_timeline_performance", id: 5, on: \.workspaceID, \.createdAt, \.type, ddl: \.createdAt, \.type)
  /// A workspace's messages with a contact, by state.
  public static let participants = Index(
    "idx_chat_participants_opt", id: 6, on: \.workspaceID, \.contactID, \.status, ddl: \.contactID, \.status)
  /// Messages with an attachment by time.
  public static let byMedia = Index("idx_chat_media_timeline", id: 7, on: \.mediaID, \.createdAt)
  /// The words of messages; off unless `StoreOptions.fulltextIndexes` names it.
  public static let words = Index.ownFulltext(
    "own_chats_words", id: 0x90, on: \.metadata["content.text"])
  /// Messages by WhatsApp's id: what a webhook's report is about, and whether a message was stored before.
  public static let byWhatsAppID = Index.own("own_chats_wam_id", id: 0x80, on: \.wamID, where: columns.wamID != nil)
  /// Live messages with a contact by time: the thread, and the newest message of each contact.
  public static let thread = Index.own(
    "own_chats_contact_time", id: 0x81, on: \.contactID, \.createdAt, where: columns.deletedAt.isNil)
  /// Live messages from a contact by time: the newest one of each contact, however many were sent since.
  public static let inbound = Index.own(
    "own_chats_inbound_contact_time", id: 0x82, on: \.contactID, \.createdAt,
    where: columns.deletedAt.isNil && columns.type == .inbound)
  /// Live messages from contacts that nobody has read: the badge, and what opening a thread marks as read.
  public static let unread = Index.own(
    "own_chats_unread", id: 0x83, on: \.contactID,
    where: columns.deletedAt.isNil && columns.type == .inbound && columns.isRead == false)
  /// Live messages of either direction by time: the chart of the last days, and how many there are.
  public static let traffic = Index.own(
    "own_chats_type_time", id: 0x84, on: \.type, \.createdAt, where: columns.deletedAt.isNil)
}

/// Which way a message went.
public enum MessageDirection: String, EnumColumnValue {
  /// `inbound`: from the contact. `outbound`: to the contact, by an agent or a campaign.
  case inbound, outbound
}

/// How far a message got.
public struct MessageStatus: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The state stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// WhatsApp took it.
  public static let sent = Self("sent")
  /// It reached the contact's device.
  public static let delivered = Self("delivered")
  /// The contact opened it.
  public static let read = Self("read")
  /// It was not delivered.
  public static let failed = Self("failed")
}

/// What a message says; members that are missing are `nil`, others than these are left out.
public struct ChatMetadata: Codable, Hashable, Sendable {
  /// What kind of message it is.
  public struct MessageType: TextColumnValue, Codable {
    /// The text in JSON.
    public var rawValue: String

    /// The kind written as `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Text alone.
    public static let text = Self("text")
    /// A picture.
    public static let image = Self("image")
    /// A film.
    public static let video = Self("video")
    /// A file.
    public static let document = Self("document")
    /// A recording of sound.
    public static let audio = Self("audio")
    /// A place on the map.
    public static let location = Self("location")
  }

  /// The message's text.
  public struct Content: Codable, Hashable, Sendable {
    /// What was written.
    public var text: String?
    /// The message's body.
    public var body: String?

    /// A message's content.
    public init(text: String? = nil, body: String? = nil) {
      self.text = text
      self.body = body
    }
  }

  /// What WhatsApp says of the conversation.
  public struct Context: Codable, Hashable, Sendable {
    /// A number with country code, without "+": "6281234567890".
    public var from: String?
    /// A message's id at WhatsApp.
    public var messageID: String?

    /// The context of a message.
    public init(from: String? = nil, messageID: String? = nil) {
      self.from = from
      self.messageID = messageID
    }

    enum CodingKeys: String, CodingKey {
      case from
      case messageID = "message_id"
    }
  }

  /// What kind of message it is.
  public var messageType: MessageType?
  /// The content.
  public var content: Content?
  /// What WhatsApp says of the conversation.
  public var context: Context?
  /// The buttons of a message that was made from a template.
  public var buttons: [JSONValue]?
  /// When it was written: "2025-10-06T10:30:00Z".
  public var timestamp: String?

  /// A message of a type with its content.
  public init(
    messageType: MessageType? = nil, content: Content? = nil, context: Context? = nil, buttons: [JSONValue]? = nil,
    timestamp: String? = nil
  ) {
    self.messageType = messageType
    self.content = content
    self.context = context
    self.buttons = buttons
    self.timestamp = timestamp
  }

  enum CodingKeys: String, CodingKey {
    case messageType = "message_type"
    case content, context, buttons, timestamp
  }
}

extension Tables {
  /// The workspace's messages.
  public var chats: TableHandle<Chat, Mode> { table() }
}

extension Relations where Row == Chat {
  /// The workspace that owns a message.
  public var workspace: Parent<Chat, WorkspaceRecord> { Parent(\.workspaceID) { $0.workspaceID } }
  /// With whom it went.
  public var contact: Parent<Chat, Contact> { Parent(\.contactID) { $0.contactID } }
  /// The agent who wrote it.
  public var user: Parent<Chat, User> { Parent(\.userID) { $0.userID } }
  /// The attachment.
  public var media: Parent<Chat, ChatMedia> { Parent(\.mediaID) { $0.mediaID } }
  /// What WhatsApp reported of it, the latest report first.
  public var statusLogs: Children<Chat, ChatStatusLog> { Children(by: \.chatID) }
  /// Its entries in the contact's thread.
  public var chatLogs: Children<Chat, ChatLog> { Children(by: \.entityID) { $0.entityType == .chat } }
  /// The campaigns' messages that it was sent for.
  public var campaignLogs: Children<Chat, CampaignLog> { Children(by: \.chatID) }
}
