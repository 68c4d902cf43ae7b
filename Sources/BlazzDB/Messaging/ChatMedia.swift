public import Foundation
public import TableStore

/// A file that came or went with a message: what it is, and where it is kept. The row belongs to the workspace of the
/// message that names it.
@Table("chat_media", id: 12, scope: .referred(by: "chats", column: "media_id"))
public struct ChatMedia {
  /// The primary key; the next number when none is given.
  public var id: ID<ChatMedia>
  /// The file's own name.
  @Column(.varchar(255)) public var name: String
  /// A path on the server, or a key at Amazon S3.
  @Column(.varchar(255)) public var path: String?
  /// Where the bytes lie, and so what `path` means.
  public var location: MediaLocation = .local
  /// The MIME type: "image/jpeg", "video/mp4" and others.
  @Column(.varchar(255)) public var type: String?
  /// Bytes, in digits.
  @Column(.varchar(128)) public var size: String
  /// When the file was stored.
  @Column(default: .currentTimestamp) public var createdAt: Date

  /// Files of a MIME type.
  public static let byType = Index("chat_media_type_index", id: 1, on: \.type)
  /// Files by time.
  public static let byTime = Index("chat_media_created_at_index", id: 2, on: \.createdAt)
}

/// Where a file is kept.
public enum MediaLocation: String, EnumColumnValue {
  /// On the server.
  case local
  /// At Amazon S3.
  case amazon
}

extension Tables {
  /// The files that came or went with the workspace's messages.
  public var chatMedia: TableHandle<ChatMedia, Mode> { table() }
}

extension Relations where Row == ChatMedia {
  /// The messages that have an attachment, the newest first.
  public var chats: Children<ChatMedia, Chat> { Children(by: \.mediaID, newestBy: \.createdAt) }
}
