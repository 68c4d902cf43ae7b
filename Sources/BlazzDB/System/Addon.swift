public import Foundation
public import TableStore

/// An extension from the marketplace.
@Table("addons", id: 61)
public struct Addon {
  /// The primary key; the next number when none is given.
  public var id: ID<Addon>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// What kind of addon it is, in free text.
  @Column(.varchar(128)) public var category: String
  /// What people call it.
  @Column(.varchar(255)) public var name: String
  /// A picture's file.
  @Column(.varchar(128)) public var logo: String
  /// What it does, in words.
  @Column(.text) public var description: String?
  /// The addon's settings, as JSON.
  @Column(.text) public var metadata: JSON<JSONValue>?
  /// The license, as the marketplace gives it; NULL: none.
  @Column(.varchar(255)) public var license: String?
  /// The version that is installed; NULL: not known.
  @Column(.varchar(128)) public var version: String?
  /// Whether only some subscription plans have it.
  public var isPlanRestricted: Bool = false
  /// Whether the marketplace has a newer version.
  public var updateAvailable: Bool = false
  /// A number that only the application reads; 0 at first.
  public var status: Int8 = 0
  /// Whether it is switched on.
  public var isActive: Bool = false
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One addon by its UUID.
  public static let byUUID = Index.unique("addons_uuid_unique", id: 1, on: \.uuid)
  /// An addon by its name.
  public static let byName = Index.own("own_addons_name", id: 0x80, on: \.name)
}

extension Tables {
  /// The extensions from the marketplace.
  public var addons: TableHandle<Addon, Mode> { table() }
}
