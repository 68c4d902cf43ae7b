public import Foundation
public import TableStore

/// The text of an e-mail, which administrators edit.
@Table("email_templates", id: 68)
public struct EmailTemplate {
  public var id: ID<EmailTemplate>
  @Column(.varchar(255)) public var name: String
  @Column(.varchar(255)) public var subject: String
  /// The bytes as they are.
  public var body: [UInt8]
  @Column(default: .currentTimestamp) public var updatedAt: Date
  /// Who edited it last.
  public var updatedBy: ID<User>
}

extension Tables {
  /// The texts of e-mails.
  public var emailTemplates: TableHandle<EmailTemplate, Mode> { table() }
}
