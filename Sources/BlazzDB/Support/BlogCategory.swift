public import Foundation
public import TableStore

/// A section of the blog; an article stands in one.
@Table("blog_categories", id: 41)
public struct BlogCategory {
  public var id: ID<BlogCategory>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(.varchar(255)) public var name: String
  /// 1: taken away, though queries still give the row.
  public var deleted: Int8 = 0
  @Column(.int) public var createdBy: ID<User>
  public var createdAt: Date?
  public var updatedAt: Date?

  /// One category by its UUID.
  public static let byUUID = Index.unique("blog_categories_uuid_unique", id: 1, on: \.uuid)
}

extension Tables {
  /// The sections of the blog.
  public var blogCategories: TableHandle<BlogCategory, Mode> { table() }
}
