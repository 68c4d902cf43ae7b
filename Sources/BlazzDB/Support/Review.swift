public import Foundation
public import TableStore

/// What a customer says of the platform, to show on its site.
@Table("reviews", id: 43)
public struct Review {
  public var id: ID<Review>
  @Column(.char(50), default: .uuid) public var uuid: String
  /// The customer.
  @Column(.varchar(255)) public var name: String
  @Column(.varchar(255)) public var company: String?
  /// Stars, 1…5.
  public var rating: Int32
  @Column(.text) public var review: String
  /// A picture of the customer.
  @Column(.varchar(255)) public var avatar: String?
  /// Whether it is shown in a prominent place.
  public var isFeatured: Bool = false
  public var status: ReviewStatus = .pending
  public var createdAt: Date?
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
  case approved, pending, rejected
}

extension Tables {
  /// What customers say of the platform.
  public var reviews: TableHandle<Review, Mode> { table() }
}
