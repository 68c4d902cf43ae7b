public import Foundation
public import TableStore

/// A person who signs in: identity, credentials and platform role. Which workspaces a user works in stands in `Team`.
@Table("users", id: 1)
public struct User {
  /// The primary key; the next number when none is given.
  public var id: ID<User>
  /// The given name.
  @Column(.varchar(128)) public var firstName: String
  /// The family name; NULL: none was given.
  @Column(.varchar(128)) public var lastName: String?
  /// Unique among all users.
  @Column(.varchar(191)) public var email: String
  /// Where the user's picture lies; NULL: there is none.
  @Column(.varchar(191)) public var avatar: String?
  /// The role on the platform, not in a workspace.
  @Column(.varchar(191)) public var role: UserRole = "user"
  /// The telephone number.
  @Column(.varchar(191)) public var phone: String?
  /// The postal address, in free text.
  @Column(.text) public var address: String?
  /// When the user showed that the e-mail address is theirs; NULL: not yet.
  public var emailVerifiedAt: Date?
  /// The password's hash; NULL for someone who signs in through another service.
  @Column(.varchar(191)) public var password: String?
  /// 1: active, 0: suspended, 2: the address is not verified yet.
  public var status: Int32 = 1
  /// Further data about the user, as JSON of any shape.
  @Column(.text) public var meta: JSON<JSONValue>?
  /// No longer used: the workspace's subscription says it.
  @Column(.text) public var plan: String?
  /// No longer used.
  public var planID: ID<SubscriptionPlan>?
  /// No longer used.
  public var willExpire: CalendarDate?
  /// The user's id at Facebook; NULL: does not sign in through it.
  @Column(.varchar(255)) public var facebookID: String?
  /// The user's id at Google; NULL: does not sign in through it.
  @Column(.varchar(255)) public var googleID: String?
  /// The secret of two-factor authentication.
  @Column(.varchar(255)) public var tfaSecret: String?
  /// The secret with which a browser stays signed in.
  @Column(.varchar(100)) public var rememberToken: String?
  /// When the user signed up.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?
  /// When it was deleted; NULL: live.
  public var deletedAt: Date?

  /// One user by e-mail address.
  public static let byEmail = Index.unique("users_email_unique", id: 1, on: \.email)
  /// Who verified the address when.
  public static let verification = Index(
    "idx_user_verification_timeline", id: 2, on: \.emailVerifiedAt, \.createdAt)
  /// Users of a role by age.
  public static let byRole = Index("idx_user_role_timeline", id: 3, on: \.role, \.createdAt)
}

/// What a user may do on the platform.
public struct UserRole: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The role stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// No say over the platform: what a new user is.
  public static let user = Self("user")
  /// An administrator of the platform.
  public static let admin = Self("admin")
  /// An administrator above the others: "super_admin".
  public static let superAdmin = Self("super_admin")
}

extension Tables {
  /// The people who sign in.
  public var users: TableHandle<User, Mode> { table() }
}

extension Relations where Row == User {
  /// Where a user works, the latest first.
  public var teams: Children<User, Team> { Children(by: \.userID) }
  /// The tickets of contacts that the user has, the latest first.
  public var chatTickets: Children<User, ChatTicket> { Children(by: \.assignedTo) }
}
