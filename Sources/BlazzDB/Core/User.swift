public import Foundation
public import TableStore

/// A person who signs in: identity, credentials and platform role. Which workspaces a user works in stands in `Team`.
@Table("users", id: 1)
public struct User {
  public var id: ID<User>
  @Column(.varchar(128)) public var firstName: String
  @Column(.varchar(128)) public var lastName: String?
  /// Unique among all users.
  @Column(.varchar(191)) public var email: String
  @Column(.varchar(191)) public var avatar: String?
  /// The role on the platform, not in a workspace.
  @Column(.varchar(191)) public var role: UserRole = "user"
  @Column(.varchar(191)) public var phone: String?
  @Column(.text) public var address: String?
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
  @Column(.varchar(255)) public var facebookID: String?
  @Column(.varchar(255)) public var googleID: String?
  /// The secret of two-factor authentication.
  @Column(.varchar(255)) public var tfaSecret: String?
  @Column(.varchar(100)) public var rememberToken: String?
  public var createdAt: Date?
  public var updatedAt: Date?
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

  public static let user = Self("user")
  public static let admin = Self("admin")
  public static let superAdmin = Self("super_admin")
}

extension Tables {
  /// The people who sign in.
  public var users: TableHandle<User, Mode> { table() }
}
