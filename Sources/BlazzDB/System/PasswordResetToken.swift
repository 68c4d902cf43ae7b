public import Foundation
public import TableStore

/// What someone who forgot the password must show to set a new one.
@Table("password_reset_tokens", id: 59)
public struct PasswordResetToken {
  /// The address that the token was sent to; one token each.
  @Column(.varchar(255), primaryKey: true) public var email: String
  /// The secret, as the application keeps it.
  @Column(.varchar(255)) public var token: String
  /// When it was made.
  public var createdAt: Date?

  /// Addresses once more, as MySQL has them beside the primary key.
  public static let byEmail = Index("password_reset_tokens_email_index", id: 1, on: \.email)
}

extension Tables {
  /// The tokens of those who forgot their passwords.
  public var passwordResetTokens: TableHandle<PasswordResetToken, Mode> { table() }
}
