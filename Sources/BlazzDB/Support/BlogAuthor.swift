public import Foundation
public import TableStore

/// Someone who signs articles of the blog.
@Table("blog_authors", id: 40)
public struct BlogAuthor {
  /// The primary key; the next number when none is given.
  public var id: ID<BlogAuthor>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.varchar(128), default: .uuid) public var uuid: String
  /// The given name.
  @Column(.varchar(128)) public var firstName: String
  /// The family name.
  @Column(.varchar(128)) public var lastName: String
  /// A few lines on the author.
  @Column(.text) public var bio: String?
  /// Who entered the author.
  @Column(.int) public var createdBy: ID<User>
  /// 1: taken away, though queries still give the row.
  public var deleted: Int8 = 0
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One author by the UUID.
  public static let byUUID = Index.unique("blog_authors_uuid_unique", id: 1, on: \.uuid)
}

extension Tables {
  /// Who signs the articles of the blog.
  public var blogAuthors: TableHandle<BlogAuthor, Mode> { table() }
}
