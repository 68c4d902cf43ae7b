public import Foundation
public import TableStore

/// A language in which the application speaks.
@Table("languages", id: 62)
public struct Language {
  /// The primary key; the next number when none is given.
  public var id: ID<Language>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// What people call the language.
  @Column(.varchar(100)) public var name: String
  /// "en", "id", "es", "fr" …
  @Column(.varchar(10)) public var code: String
  /// Whether it is written from right to left.
  public var isRTL: Bool = false
  /// Whether users can choose it; a new language can be chosen.
  public var isActive: Bool = true
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One language by its UUID.
  public static let byUUID = Index.unique("languages_uuid_unique", id: 1, on: \.uuid)
  /// One language by its code.
  public static let byCode = Index.unique("languages_code_unique", id: 2, on: \.code)
}

extension Tables {
  /// The languages in which the application speaks.
  public var languages: TableHandle<Language, Mode> { table() }
}
