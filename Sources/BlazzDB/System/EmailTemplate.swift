public import Foundation
public import TableStore

/// The text of an e-mail, which administrators edit.
@Table("email_templates", id: 68)
public struct EmailTemplate {
  /// The primary key; the next number when none is given.
  public var id: ID<EmailTemplate>
  /// What administrators call it.
  @Column(.varchar(255)) public var name: String
  /// The subject line of the e-mail.
  @Column(.varchar(255)) public var subject: String
  /// The bytes as they are.
  public var body: [UInt8]
  /// When it was last changed; a typed update sets it.
  @Column(default: .currentTimestamp) public var updatedAt: Date
  /// Who edited it last.
  public var updatedBy: ID<User>
}

extension Tables {
  /// The texts of e-mails.
  public var emailTemplates: TableHandle<EmailTemplate, Mode> { table() }
}
