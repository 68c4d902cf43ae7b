public import Foundation
public import TableStore

/// A keyword of the blog; an article names those it has in `tags`.
@Table("blog_tags", id: 42)
public struct BlogTag {
  public var id: ID<BlogTag>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(.varchar(255)) public var name: String
  /// 1: taken away, though queries still give the row.
  public var deleted: Int8 = 0
  @Column(.int) public var createdBy: ID<User>
  @Column(default: .currentTimestamp) public var createdAt: Date

  /// One tag by its UUID.
  public static let byUUID = Index.unique("blog_tags_uuid_unique", id: 1, on: \.uuid)
}

extension Tables {
  /// The keywords of the blog.
  public var blogTags: TableHandle<BlogTag, Mode> { table() }
}
