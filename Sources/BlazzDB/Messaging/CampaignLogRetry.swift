public import Foundation
public import TableStore

/// One more try to send a message of a campaign that failed: at most three, after 5 minutes, 30 minutes and 2 hours.
@Table("campaign_log_retries", id: 16, scope: .inherited("campaign_log_id"))
public struct CampaignLogRetry {
  /// The primary key; the next number when none is given.
  public var id: ID<CampaignLogRetry>
  /// The message that is tried again.
  public var campaignLogID: ID<CampaignLog>
  /// The message, when it was sent this time.
  public var chatID: ID<Chat>?
  /// What the try reported, as JSON of any shape.
  @Column(.text) public var metadata: JSON<JSONValue>?
  /// What came of it; NULL: not known yet.
  @Column(.varchar(255)) public var status: CampaignLogRetryStatus?
  /// When the try was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// The tries of a message.
  public static let byLog = Index("campaign_log_retries_log_id_index", id: 1, on: \.campaignLogID)
  /// Tries that went well or not.
  public static let byStatus = Index("campaign_log_retries_status_index", id: 2, on: \.status)
}

/// What came of a try.
public struct CampaignLogRetryStatus: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The result stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The message was sent this time.
  public static let success = Self("success")
  /// The message failed once more.
  public static let failed = Self("failed")
}

extension Tables {
  /// The further tries to send messages of the workspace's campaigns.
  public var campaignLogRetries: TableHandle<CampaignLogRetry, Mode> { table() }
}

extension Relations where Row == CampaignLogRetry {
  /// What was tried again.
  public var campaignLog: Parent<CampaignLogRetry, CampaignLog> { Parent(\.campaignLogID) { $0.campaignLogID } }
  /// The message that was sent this time.
  public var chat: Parent<CampaignLogRetry, Chat> { Parent(\.chatID) { $0.chatID } }
}
