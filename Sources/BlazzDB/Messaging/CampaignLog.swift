public import Foundation
public import TableStore

/// What became of one message of a campaign.
@Table("campaign_logs", id: 11, scope: .inherited("campaign_id"))
public struct CampaignLog {
  public var id: ID<CampaignLog>
  @Column(.int) public var campaignID: ID<Campaign>
  /// Who gets the message.
  @Column(.int) public var contactID: ID<Contact>
  /// The message, once it was sent.
  @Column(.int) public var chatID: ID<Chat>?
  /// What the delivery reported, as JSON.
  @Column(.text) public var metadata: JSON<[String: String]>?
  public var status: DeliveryStatus = .pending
  /// How often it was tried again.
  public var retryCount: Int32 = 0
  public var createdAt: Date?
  public var updatedAt: Date?

  /// A campaign's messages.
  public static let byCampaign = Index("campaign_logs_campaign_id_index", id: 1, on: \.campaignID)
  /// A contact's messages.
  public static let byContact = Index("campaign_logs_contact_id_index", id: 2, on: \.contactID)
  /// Messages in a state.
  public static let byStatus = Index("campaign_logs_status_index", id: 3, on: \.status)
  /// A campaign's messages by time and state.
  public static let timeline = Index("idx_campaign_timeline", id: 4, on: \.campaignID, \.createdAt, \.status)
}

/// How far one message of a campaign got.
public enum DeliveryStatus: String, EnumColumnValue {
  case pending, success, failed, ongoing
}

extension Tables {
  /// What became of the messages of the workspace's campaigns.
  public var campaignLogs: TableHandle<CampaignLog, Mode> { table() }
}
