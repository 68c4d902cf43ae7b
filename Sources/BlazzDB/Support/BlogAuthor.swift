public import Foundation
public import TableStore

/// Someone who signs articles of the blog.
@Table("blog_authors", id: 40)
public struct BlogAuthor {
  public var id: ID<BlogAuthor>
  @Column(.varchar(128), default: .uuid) public var uuid: String
  @Column(.varchar(128)) public var firstName: String
  @Column(.varchar(128)) public var lastName: String
  @Column(.text) public var bio: String?
  /// Who entered the author.
  @Column(.int) public var createdBy: ID<User>
  /// 1: taken away, though queries still give the row.
  public var deleted: Int8 = 0
  public var createdAt: Date?
  public var updatedAt: Date?

  /// One author by the UUID.
  public static let byUUID = Index.unique("blog_authors_uuid_unique", id: 1, on: \.uuid)
}

extension Tables {
  /// Who signs the articles of the blog.
  public var blogAuthors: TableHandle<BlogAuthor, Mode> { table() }
}
