public import Foundation
public import TableStore

/// What a customer says of the platform, to show on its site.
@Table("reviews", id: 43)
public struct Review {
  /// The primary key; the next number when none is given.
  public var id: ID<Review>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The customer.
  @Column(.varchar(255)) public var name: String
  /// Where the customer works; NULL: not said.
  @Column(.varchar(255)) public var company: String?
  /// Stars, 1…5.
  public var rating: Int32
  /// What the customer says.
  @Column(.text) public var review: String
  /// A picture of the customer.
  @Column(.varchar(255)) public var avatar: String?
  /// Whether it is shown in a prominent place.
  public var isFeatured: Bool = false
  /// Whether it may be shown; a new review waits.
  public var status: ReviewStatus = .pending
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One review by its UUID.
  public static let byUUID = Index.unique("reviews_uuid_unique", id: 1, on: \.uuid)
  /// Reviews in a state.
  public static let byStatus = Index("reviews_status_index", id: 2, on: \.status)
  /// Reviews by stars.
  public static let byRating = Index("reviews_rating_index", id: 3, on: \.rating)
}

/// Whether a review may be shown.
public enum ReviewStatus: String, EnumColumnValue {
  /// `approved`: may be shown. `pending`: nobody has looked at it yet. `rejected`: is not shown.
  case approved, pending, rejected
}

extension Tables {
  /// What customers say of the platform.
  public var reviews: TableHandle<Review, Mode> { table() }
}
