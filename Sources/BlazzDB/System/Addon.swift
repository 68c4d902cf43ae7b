public import Foundation
public import TableStore

/// An extension from the marketplace.
@Table("addons", id: 61)
public struct Addon {
  public var id: ID<Addon>
  @Column(.char(50), default: .uuid) public var uuid: String
  @Column(.varchar(128)) public var category: String
  @Column(.varchar(255)) public var name: String
  /// A picture's file.
  @Column(.varchar(128)) public var logo: String
  @Column(.text) public var description: String?
  /// The addon's settings, as JSON.
  @Column(.text) public var metadata: JSON<JSONValue>?
  @Column(.varchar(255)) public var license: String?
  @Column(.varchar(128)) public var version: String?
  /// Whether only some subscription plans have it.
  public var isPlanRestricted: Bool = false
  public var updateAvailable: Bool = false
  public var status: Int8 = 0
  public var isActive: Bool = false
  public var createdAt: Date?
  public var updatedAt: Date?

  /// One addon by its UUID.
  public static let byUUID = Index.unique("addons_uuid_unique", id: 1, on: \.uuid)
}

extension Tables {
  /// The extensions from the marketplace.
  public var addons: TableHandle<Addon, Mode> { table() }
}
