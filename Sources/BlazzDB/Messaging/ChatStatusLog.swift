public import Foundation
public import TableStore

/// One change of a conversation's state, for figures on how the team works.
@Table("chat_status_logs", id: 20, scope: .inherited("chat_id"))
public struct ChatStatusLog {
  /// The primary key; the next number when none is given.
  public var id: ID<ChatStatusLog>
  /// The message whose conversation changed.
  @Column(.int) public var chatID: ID<Chat>
  /// What changed, as JSON.
  @Column(.text) public var metadata: JSON<ChatStatusChange>
  /// When the change was stored.
  @Column(default: .currentTimestamp) public var createdAt: Date?

  /// What was reported of a message.
  public static let byChat = Index.own("own_chat_status_logs_chat", id: 0x80, on: \.chatID)
}

/// A change of a conversation's state; members that are missing are `nil`, others than these are left out.
public struct ChatStatusChange: Codable, Hashable, Sendable {
  /// The state before: "open" and others.
  public var oldStatus: String?
  /// The state after.
  public var newStatus: String?
  /// The user who changed it.
  public var changedBy: ID<User>?
  /// The user's name at the time.
  public var changedByName: String?
  /// Why, in words.
  public var reason: String?
  /// The tags that the conversation got.
  public var tagsAdded: [String]?
  /// The tags that it lost.
  public var tagsRemoved: [String]?
  /// Minutes that the conversation took.
  public var durationMinutes: Double?
  /// Minutes until the first answer.
  public var firstResponseTimeMinutes: Double?
  /// Minutes until the matter was settled.
  public var resolutionTimeMinutes: Double?

  /// A change from one state to another.
  public init(
    oldStatus: String? = nil, newStatus: String? = nil, changedBy: ID<User>? = nil, changedByName: String? = nil,
    reason: String? = nil, tagsAdded: [String]? = nil, tagsRemoved: [String]? = nil, durationMinutes: Double? = nil,
    firstResponseTimeMinutes: Double? = nil, resolutionTimeMinutes: Double? = nil
  ) {
    self.oldStatus = oldStatus
    self.newStatus = newStatus
    self.changedBy = changedBy
    self.changedByName = changedByName
    self.reason = reason
    self.tagsAdded = tagsAdded
    self.tagsRemoved = tagsRemoved
    self.durationMinutes = durationMinutes
    self.firstResponseTimeMinutes = firstResponseTimeMinutes
    self.resolutionTimeMinutes = resolutionTimeMinutes
  }

  enum CodingKeys: String, CodingKey {
    case oldStatus = "old_status"
    case newStatus = "new_status"
    case changedBy = "changed_by"
    case changedByName = "changed_by_name"
    case reason
    case tagsAdded = "tags_added"
    case tagsRemoved = "tags_removed"
    case durationMinutes = "duration_minutes"
    case firstResponseTimeMinutes = "first_response_time_minutes"
    case resolutionTimeMinutes = "resolution_time_minutes"
  }
}

extension Tables {
  /// How the states of the workspace's conversations changed.
  public var chatStatusLogs: TableHandle<ChatStatusLog, Mode> { table() }
}

extension Relations where Row == ChatStatusLog {
  /// The message whose state changed.
  public var chat: Parent<ChatStatusLog, Chat> { Parent(\.chatID) { $0.chatID } }
}
