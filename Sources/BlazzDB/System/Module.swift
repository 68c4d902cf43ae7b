public import Foundation
public import TableStore

/// An installed part that extends the application.
@Table("modules", id: 60)
public struct Module {
  /// The primary key; the next number when none is given.
  public var id: ID<Module>
  /// The id for URLs and the API; a new UUID when none is given.
  @Column(.char(50), default: .uuid) public var uuid: String
  /// What people call it.
  @Column(.varchar(255)) public var name: String
  /// The name in addresses.
  @Column(.varchar(255)) public var slug: String
  /// The version that is installed.
  @Column(.varchar(20)) public var version: String
  /// Whether it is switched on.
  public var isActive: Bool = false
  /// The module's settings, as JSON.
  @Column(.text) public var config: JSON<JSONValue>?
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
  public var updatedAt: Date?

  /// One module by its UUID.
  public static let byUUID = Index.unique("modules_uuid_unique", id: 1, on: \.uuid)
  /// One module by its name in addresses.
  public static let bySlug = Index.unique("modules_slug_unique", id: 2, on: \.slug)
}

extension Tables {
  /// The parts that extend the application.
  public var modules: TableHandle<Module, Mode> { table() }
}
