public import Foundation
public import TableStore

/// An article of the platform's blog.
@Table("blog_posts", id: 39)
public struct BlogPost {
  /// The primary key; the next number when none is given.
  public var id: ID<BlogPost>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The name in the article's address.
  @Column(.varchar(255)) public var slug: String?
  /// The section that it stands in.
  @Column(.int) public var categoryID: ID<BlogCategory>
  /// Ids of `BlogTag` with commas between them.
  @Column(.varchar(255)) public var tags: String?
  /// The heading.
  @Column(.varchar(255)) public var title: String
  /// The text of the article.
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
  /// When it appears; the time of storing unless another is given.
  @Column(default: .currentTimestamp) public var publishDate: Date
  /// When it was last changed; a typed update sets it.
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
