public import Foundation
public import TableStore

/// An article of the platform's blog.
@Table("blog_posts", id: 39)
public struct BlogPost {
  public var id: ID<BlogPost>
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The name in the article's address.
  @Column(.varchar(255)) public var slug: String?
  @Column(.int) public var categoryID: ID<BlogCategory>
  /// Ids of `BlogTag` with commas between them.
  @Column(.varchar(255)) public var tags: String?
  @Column(.varchar(255)) public var title: String
  @Column(.text) public var content: String
  /// The picture above the article.
  @Column(.varchar(255)) public var image: String?
  /// Who signs the article.
  @Column(.int) public var authorID: ID<BlogAuthor>
  /// 1: shown in a prominent place.
  public var isFeatured: Int8 = 0
  /// 1: published, 0: draft.
  public var published: Int32 = 0
  /// 1: taken away, though queries still give the row.
  public var deleted: Int8 = 0
  /// Who entered the article.
  @Column(.int) public var createdBy: ID<User>
  @Column(default: .currentTimestamp) public var publishDate: Date
  @Column(default: .currentTimestamp) public var updatedAt: Date

  /// One article by its UUID.
  public static let byUUID = Index.unique("blog_posts_uuid_unique", id: 1, on: \.uuid)
  /// One article by its address.
  public static let bySlug = Index.unique("blog_posts_slug_unique", id: 2, on: \.slug)
  /// Drafts or published articles.
  public static let byPublished = Index("blog_posts_published_index", id: 3, on: \.published)
  /// A category's articles.
  public static let byCategory = Index("blog_posts_category_id_index", id: 4, on: \.categoryID)
}

extension Tables {
  /// The articles of the blog.
  public var blogPosts: TableHandle<BlogPost, Mode> { table() }
}
