public import Foundation
public import TableStore

/// A fixed page of the platform's site: about, terms, privacy.
@Table("pages", id: 38)
public struct Page {
  public var id: ID<Page>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(.varchar(255)) public var title: String
  /// The name in the page's address.
  @Column(.varchar(255)) public var slug: String
  /// HTML.
  @Column(.longtext) public var content: String?
  public var status: PageStatus = .draft
  public var createdAt: Date?
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
  case published, draft
}

extension Tables {
  /// The fixed pages of the site.
  public var pages: TableHandle<Page, Mode> { table() }
}
