public import Foundation
public import TableStore

/// What became of one message of a campaign.
@Table("campaign_logs", id: 11, scope: .inherited("campaign_id"))
public struct CampaignLog {
  /// The primary key; the next number when none is given.
  public var id: ID<CampaignLog>
  /// The campaign that the message is part of.
  @Column(.int) public var campaignID: ID<Campaign>
  /// Who gets the message.
  @Column(.int) public var contactID: ID<Contact>
  /// The message, once it was sent.
  @Column(.int) public var chatID: ID<Chat>?
  /// What the delivery reported, as JSON.
  @Column(.text) public var metadata: JSON<DeliveryMetadata>?
  /// How far the message got; a new one is pending.
  public var status: DeliveryStatus = .pending
  /// How often it was tried again.
  public var retryCount: Int32 = 0
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// A campaign's messages.
  public static let byCampaign = Index("campaign_logs_campaign_id_index", id: 1, on: \.campaignID)
  /// A contact's messages.
  public static let byContact = Index("campaign_logs_contact_id_index", id: 2, on: \.contactID)
  /// Messages in a state.
  public static let byStatus = Index("campaign_logs_status_index", id: 3, on: \.status)
  /// A campaign's messages by time and state.
  public static let timeline = Index("idx_campaign_timeline", id: 4, on: \.campaignID, \.createdAt, \.status)
  /// A campaign's messages by state: what is to be sent, whether all is done, and how many there are of each.
  public static let byState = Index.own("own_campaign_logs_status", id: 0x80, on: \.campaignID, \.status)
  /// A campaign's message to a contact: whether there is one already.
  public static let byRecipient = Index.own("own_campaign_logs_contact", id: 0x81, on: \.campaignID, \.contactID)
  /// By the message that was sent: which campaign a report is about.
  public static let byChat = Index.own("own_campaign_logs_chat", id: 0x82, on: \.chatID, where: columns.chatID != nil)
}

/// How far one message of a campaign got.
public enum DeliveryStatus: String, EnumColumnValue {
  /// `pending`: waits to be sent. `success`: sent and delivered. `failed`: given up after the last try. `ongoing`:
  /// being sent.
  case pending, success, failed, ongoing
}

/// What a delivery reported; members that are missing are `nil`, others than these are left out. Times are written as
/// ISO 8601 has them: "2025-10-06T10:30:00Z".
public struct DeliveryMetadata: Codable, Hashable, Sendable {
  /// When WhatsApp took the message.
  public var sentAt: String?
  /// When it arrived.
  public var deliveredAt: String?
  /// When it was opened.
  public var readAt: String?
  /// WhatsApp's number for what went wrong, or its name.
  public var errorCode: JSONValue?
  /// What went wrong, in words.
  public var errorMessage: String?
  /// The message's id at WhatsApp.
  public var whatsAppMessageID: String?
  /// The name of the template.
  public var templateUsed: String?
  /// What filled the template's places, by name.
  public var variablesSent: [String: String]?

  /// The report of a delivery.
  public init(
    sentAt: String? = nil, deliveredAt: String? = nil, readAt: String? = nil, errorCode: JSONValue? = nil,
    errorMessage: String? = nil, whatsAppMessageID: String? = nil, templateUsed: String? = nil,
    variablesSent: [String: String]? = nil
  ) {
    self.sentAt = sentAt
    self.deliveredAt = deliveredAt
    self.readAt = readAt
    self.errorCode = errorCode
    self.errorMessage = errorMessage
    self.whatsAppMessageID = whatsAppMessageID
    self.templateUsed = templateUsed
    self.variablesSent = variablesSent
  }

  enum CodingKeys: String, CodingKey {
    case sentAt = "sent_at"
    case deliveredAt = "delivered_at"
    case readAt = "read_at"
    case errorCode = "error_code"
    case errorMessage = "error_message"
    case whatsAppMessageID = "whatsapp_message_id"
    case templateUsed = "template_used"
    case variablesSent = "variables_sent"
  }
}

extension Tables {
  /// What became of the messages of the workspace's campaigns.
  public var campaignLogs: TableHandle<CampaignLog, Mode> { table() }
}

extension Relations where Row == CampaignLog {
  /// The campaign that a message is part of.
  public var campaign: Parent<CampaignLog, Campaign> { Parent(\.campaignID) { $0.campaignID } }
  /// Who gets it.
  public var contact: Parent<CampaignLog, Contact> { Parent(\.contactID) { $0.contactID } }
  /// The message as it was sent.
  public var chat: Parent<CampaignLog, Chat> { Parent(\.chatID) { $0.chatID } }
  /// How it was tried again, the latest first.
  public var retries: Children<CampaignLog, CampaignLogRetry> { Children(by: \.campaignLogID) }
}
