public import Foundation
public import TableStore

/// A section of the blog; an article stands in one.
@Table("blog_categories", id: 41)
public struct BlogCategory {
  /// The primary key; the next number when none is given.
  public var id: ID<BlogCategory>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The heading of the section.
  @Column(.varchar(255)) public var name: String
  /// 1: taken away, though queries still give the row.
  public var deleted: Int8 = 0
  /// Who made the section.
  @Column(.int) public var createdBy: ID<User>
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One category by its UUID.
  public static let byUUID = Index.unique("blog_categories_uuid_unique", id: 1, on: \.uuid)
}

extension Tables {
  /// The sections of the blog.
  public var blogCategories: TableHandle<BlogCategory, Mode> { table() }
}
