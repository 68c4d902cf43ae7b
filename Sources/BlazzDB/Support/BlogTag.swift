public import Foundation
public import TableStore

/// A keyword of the blog; an article names those it has in `tags`.
@Table("blog_tags", id: 42)
public struct BlogTag {
  /// The primary key; the next number when none is given.
  public var id: ID<BlogTag>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The keyword.
  @Column(.varchar(255)) public var name: String
  /// 1: taken away, though queries still give the row.
  public var deleted: Int8 = 0
  /// Who made the tag.
  @Column(.int) public var createdBy: ID<User>
  /// When it was stored.
  @Column(default: .currentTimestamp) public var createdAt: Date

  /// One tag by its UUID.
  public static let byUUID = Index.unique("blog_tags_uuid_unique", id: 1, on: \.uuid)
}

extension Tables {
  /// The keywords of the blog.
  public var blogTags: TableHandle<BlogTag, Mode> { table() }
}
