public import Foundation
public import TableStore

/// A code that makes an invoice cheaper.
@Table("coupons", id: 31)
public struct Coupon {
  /// The primary key; the next number when none is given.
  public var id: ID<Coupon>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// What a customer types: SAVE20.
  @Column(.varchar(50)) public var code: String
  /// Whether `value` is percent or money.
  public var type: CouponType
  /// Percent or money, as `type` says.
  @Column(.decimal(10, 2)) public var value: Decimal
  /// How often it may be used; NULL: without end.
  public var usageLimit: Int32?
  /// How often it was used.
  public var usageCount: Int32 = 0
  /// From when on it may be used; NULL: at once.
  public var validFrom: Date?
  /// Until when it may be used; NULL: without end.
  public var validUntil: Date?
  /// Whether it can be used; a new coupon can.
  public var status: CouponStatus = .active
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One coupon by its UUID.
  public static let byUUID = Index.unique("coupons_uuid_unique", id: 1, on: \.uuid)
  /// One coupon by what a customer types.
  public static let byCode = Index.unique("coupons_code_unique", id: 2, on: \.code)
  /// Coupons in a state.
  public static let byStatus = Index("coupons_status_index", id: 3, on: \.status)
}

/// How a coupon's value is meant.
public enum CouponType: String, EnumColumnValue {
  /// So many percent off.
  case percentage
  /// So much money off.
  case fixed
}

/// Whether a coupon can be used.
public enum CouponStatus: String, EnumColumnValue {
  /// `active`: customers may use it. `inactive`: switched off. `expired`: its time is over.
  case active, inactive, expired
}

extension Tables {
  /// The coupons of the platform.
  public var coupons: TableHandle<Coupon, Mode> { table() }
}
