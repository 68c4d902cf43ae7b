public import Foundation
public import TableStore

/// A rule that answers incoming messages at once. A workspace's rules are tried in order of their ids; the first that
/// matches answers.
@Table("auto_replies", id: 18, scope: .workspace)
public struct AutoReply {
  /// The primary key; the next number when none is given.
  public var id: ID<AutoReply>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "auto_replies_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// What the team calls the rule.
  @Column(.varchar(128)) public var name: String
  /// The words that it waits for, separated by commas, or a pattern.
  @Column(.text) public var trigger: String
  /// How a message is held against `trigger`.
  @Column(.varchar(100)) public var matchCriteria: MatchCriteria
  /// The answer, and when to give it, as JSON.
  @Column(.text) public var metadata: JSON<AutoReplyMetadata>
  /// Who made the rule.
  @Column(.int) public var createdBy: ID<User>
  /// Who deleted it; `delete` leaves this to the application.
  @Column(.int) public var deletedBy: ID<User>?
  /// When it was deleted; NULL: live.
  public var deletedAt: Date?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One rule by its UUID.
  public static let byUUID = Index.unique("auto_replies_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's rules.
  public static let byWorkspace = Index("auto_replies_workspace_id_index", id: 2, on: \.workspaceID)
}

/// How a message is held against a rule's trigger.
public struct MatchCriteria: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The way stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The whole message is the trigger.
  public static let exact = Self("exact")
  /// The trigger stands somewhere in the message.
  public static let contains = Self("contains")
  /// The trigger is a regular expression that the message matches.
  public static let regex = Self("regex")
  /// The message begins with the trigger.
  public static let startsWith = Self("starts_with")
}

/// What a rule answers, and when; members that are missing are `nil`, others than these are left out.
public struct AutoReplyMetadata: Codable, Hashable, Sendable {
  /// The answer.
  public struct Response: Codable, Hashable, Sendable {
    /// The template that is sent.
    public var templateID: ID<Template>?
    /// The template's name.
    public var templateName: String?
    /// What fills the template's places, by place: `{{1}}`, `{{2}}` ….
    public var variables: [String: String]?

    /// An answer by a template.
    public init(
      templateID: ID<Template>? = nil, templateName: String? = nil, variables: [String: String]? = nil
    ) {
      self.templateID = templateID
      self.templateName = templateName
      self.variables = variables
    }

    enum CodingKeys: String, CodingKey {
      case templateID = "template_id"
      case templateName = "template_name"
      case variables
    }
  }

  /// When the rule answers, and whom.
  public struct Conditions: Codable, Hashable, Sendable {
    /// The hours of the day, as "00:00-23:59".
    public var activeHours: String?
    /// The days of the week: "monday", "tuesday" ….
    public var days: [String]?
    /// Only contacts with this tag; `nil`: all.
    public var contactHasTag: String?

    /// Conditions of a rule.
    public init(activeHours: String? = nil, days: [String]? = nil, contactHasTag: String? = nil) {
      self.activeHours = activeHours
      self.days = days
      self.contactHasTag = contactHasTag
    }

    enum CodingKeys: String, CodingKey {
      case activeHours = "active_hours"
      case days
      case contactHasTag = "contact_has_tag"
    }
  }

  /// "text" or "template".
  public var responseType: String?
  /// The answer.
  public var responseContent: Response?
  /// When the rule answers, and whom.
  public var conditions: Conditions?
  /// Whether the rule is switched on.
  public var isActive: Bool?

  /// The metadata of a rule.
  public init(
    responseType: String? = nil, responseContent: Response? = nil, conditions: Conditions? = nil,
    isActive: Bool? = nil
  ) {
    self.responseType = responseType
    self.responseContent = responseContent
    self.conditions = conditions
    self.isActive = isActive
  }

  enum CodingKeys: String, CodingKey {
    case responseType = "response_type"
    case responseContent = "response_content"
    case conditions
    case isActive = "is_active"
  }
}

extension Tables {
  /// The rules that answer the workspace's messages.
  public var autoReplies: TableHandle<AutoReply, Mode> { table() }
}
