public import Foundation
public import TableStore

/// A fixed page of the platform's site: about, terms, privacy.
@Table("pages", id: 38)
public struct Page {
  /// The primary key; the next number when none is given.
  public var id: ID<Page>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The heading.
  @Column(.varchar(255)) public var title: String
  /// The name in the page's address.
  @Column(.varchar(255)) public var slug: String
  /// HTML.
  @Column(.longtext) public var content: String?
  /// Whether visitors see it; a new page is a draft.
  public var status: PageStatus = .draft
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One page by its UUID.
  public static let byUUID = Index.unique("pages_uuid_unique", id: 1, on: \.uuid)
  /// One page by its address.
  public static let bySlug = Index.unique("pages_slug_unique", id: 2, on: \.slug)
  /// Pages in a state.
  public static let byStatus = Index("pages_status_index", id: 3, on: \.status)
}

/// Whether a page is shown to visitors.
public enum PageStatus: String, EnumColumnValue {
  /// `published`: visitors see it. `draft`: being written.
  case published, draft
}

extension Tables {
  /// The fixed pages of the site.
  public var pages: TableHandle<Page, Mode> { table() }
}
