public import Foundation
public import TableStore

/// Something that somebody is to be told.
@Table("notifications", id: 58)
public struct NotificationRecord {
  /// A UUID.
  @Column(.char(36), default: .uuid) public var id: String
  /// What kind of news it is: the name of a class in the application.
  @Column(.varchar(255)) public var type: String
  /// What kind of row is told: the name of a class in the application.
  @Column(.varchar(255)) public var notifiableType: String
  /// The row of that kind.
  public var notifiableID: UInt64
  /// The news, as JSON.
  @Column(.text) public var data: JSON<JSONValue>
  /// NULL: unread.
  public var readAt: Date?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// What a user or another row is told.
  public static let byNotifiable = Index(
    "notifications_notifiable_type_notifiable_id_index", id: 1, on: \.notifiableType, \.notifiableID)
}

extension Tables {
  /// The news for users and others.
  public var notifications: TableHandle<NotificationRecord, Mode> { table() }
}
