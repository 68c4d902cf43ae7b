public import Foundation
public import TableStore

/// An address that is kept out.
@Table("blocked_ips", id: 50)
public struct BlockedIP {
  /// The primary key; the next number when none is given.
  public var id: ID<BlockedIP>
  /// An IPv4 or IPv6 address.
  @Column(.varchar(45)) public var ipAddress: String
  /// Why, in words: failed sign-ins, abuse, an administrator's decision …
  @Column(.varchar(191)) public var reason: String
  /// When the block began.
  public var blockedAt: Date?
  /// NULL: the address stays blocked.
  public var expiresAt: Date?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One block by its address.
  public static let byAddress = Index.unique("blocked_ips_ip_address_unique", id: 1, on: \.ipAddress)
  /// Blocks by their end, then by their beginning.
  public static let byExpiry = Index(
    "blocked_ips_expires_at_blocked_at_index", id: 2, on: \.expiresAt, \.blockedAt)
  /// Addresses once more, as MySQL has them beside the unique index.
  public static let addresses = Index("blocked_ips_ip_address_index", id: 3, on: \.ipAddress)
}

extension Tables {
  /// The addresses that are kept out.
  public var blockedIPs: TableHandle<BlockedIP, Mode> { table() }
}
