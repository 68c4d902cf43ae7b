public import Foundation
public import TableStore

/// A message with places to fill in, which WhatsApp must approve before campaigns may send it.
@Table("templates", id: 17, scope: .workspace)
public struct Template {
  /// The primary key; the next number when none is given.
  public var id: ID<Template>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The workspace that owns it; a `Workspace` fills in its own.
  @Column(foreignKey: "templates_workspace_id_foreign", onDelete: .cascade)
  public var workspaceID: ID<WorkspaceRecord>
  /// The template's id at WhatsApp.
  @Column(.varchar(128)) public var metaID: String
  /// The name at WhatsApp: "order_confirmation_v2".
  @Column(.varchar(128)) public var name: String
  /// What it is for: marketing, utility or authentication.
  @Column(.varchar(128)) public var category: TemplateCategory
  /// "en_US", "id_ID" and others.
  @Column(.varchar(128)) public var language: String
  /// The message's parts, as JSON.
  @Column(.text) public var metadata: JSON<TemplateMetadata>
  /// Whether WhatsApp approved it; only then may campaigns send it.
  @Column(.varchar(128)) public var status: TemplateStatus
  /// Who wrote the template.
  public var createdBy: ID<User>
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?
  /// When it was deleted; NULL: live.
  public var deletedAt: Date?

  /// One template by its UUID.
  public static let byUUID = Index.unique("templates_uuid_unique", id: 1, on: \.uuid)
  /// A workspace's templates.
  public static let byWorkspace = Index("templates_workspace_id_index", id: 2, on: \.workspaceID)
  /// Templates in a state.
  public static let byStatus = Index("templates_status_index", id: 3, on: \.status)
  /// The words of templates; off unless `StoreOptions.fulltextIndexes` names it.
  public static let words = Index.ownFulltext(
    "own_templates_words", id: 0x90, on: \.name, \.metadata["components.0.text"], \.metadata["components.1.text"],
    \.metadata["components.2.text"])
  /// A template by its id at WhatsApp.
  public static let byMetaID = Index.own("own_templates_meta_id", id: 0x80, on: \.metaID)
  /// Live templates by name and language: whether one is known, and how many there are.
  public static let byName = Index.own(
    "own_templates_name", id: 0x81, on: \.name, \.language, where: columns.deletedAt.isNil)
}

/// What a template is for, as WhatsApp sorts and charges it.
public struct TemplateCategory: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The category stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Advertising: offers and news.
  public static let marketing = Self("MARKETING")
  /// About something that the contact did: an order, a delivery.
  public static let utility = Self("UTILITY")
  /// Codes to sign in with.
  public static let authentication = Self("AUTHENTICATION")
}

/// What WhatsApp says of a template.
public struct TemplateStatus: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The state stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Campaigns may send it.
  public static let approved = Self("APPROVED")
  /// Not answered yet.
  public static let pending = Self("PENDING")
  /// Refused: it cannot be sent.
  public static let rejected = Self("REJECTED")
}

/// The parts of a template; members that are missing are `nil`, others than these are left out. Places to fill in are
/// written `{{1}}`, `{{2}}` ….
public struct TemplateMetadata: Codable, Hashable, Sendable {
  /// What stands above the text.
  public struct Header: Codable, Hashable, Sendable {
    /// "IMAGE" and others.
    public var type: String?
    /// An example of it: the address of a picture.
    public var example: String?

    /// A header of a type.
    public init(type: String? = nil, example: String? = nil) {
      self.type = type
      self.example = example
    }
  }

  /// The text.
  public struct Body: Codable, Hashable, Sendable {
    /// The text with its places.
    public var text: String?
    /// Examples for WhatsApp's reviewers: each fills all places, in order.
    public var examples: [[String]]?

    /// A text with its places.
    public init(text: String? = nil, examples: [[String]]? = nil) {
      self.text = text
      self.examples = examples
    }
  }

  /// What stands below the text.
  public struct Footer: Codable, Hashable, Sendable {
    /// The line.
    public var text: String?

    /// A line below the text.
    public init(text: String? = nil) { self.text = text }
  }

  /// A button below the message.
  public struct Button: Codable, Hashable, Sendable {
    /// "URL" and others.
    public var type: String?
    /// What is written on it.
    public var text: String?
    /// The address that it opens, which may have places.
    public var url: String?

    /// A button of a type.
    public init(type: String? = nil, text: String? = nil, url: String? = nil) {
      self.type = type
      self.text = text
      self.url = url
    }
  }

  /// What stands above the text.
  public var header: Header?
  /// The text.
  public var body: Body?
  /// What stands below the text.
  public var footer: Footer?
  /// The buttons.
  public var buttons: [Button]?
  /// The whole template in WhatsApp's own form.
  public var components: [JSONValue]?

  /// A template of these parts.
  public init(
    header: Header? = nil, body: Body? = nil, footer: Footer? = nil, buttons: [Button]? = nil,
    components: [JSONValue]? = nil
  ) {
    self.header = header
    self.body = body
    self.footer = footer
    self.buttons = buttons
    self.components = components
  }
}

extension Tables {
  /// The workspace's templates.
  public var templates: TableHandle<Template, Mode> { table() }
}

extension Relations where Row == Template {
  /// The campaigns that send a template, the latest first.
  public var campaigns: Children<Template, Campaign> { Children(by: \.templateID) }
  /// Who made it.
  public var creator: Parent<Template, User> { Parent(\.createdBy) { $0.createdBy } }
}
