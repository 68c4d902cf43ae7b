public import Foundation
public import TableStore

/// One setting of the whole application.
@Table("settings", id: 63)
public struct Setting {
  public var id: ID<Setting>
  @Column(.varchar(255)) public var key: String
  /// The value as text, to be read as `type` says.
  @Column(.text) public var value: String?
  @Column(.varchar(50)) public var type: SettingType? = "string"
  public var createdAt: Date?
  public var updatedAt: Date?

  /// One setting by its key.
  public static let byKey = Index.unique("settings_key_unique", id: 1, on: \.key)
}

/// How a setting's text is read.
public struct SettingType: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The kind stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let string = Self("string")
  public static let integer = Self("integer")
  public static let boolean = Self("boolean")
  public static let json = Self("json")
}

extension Tables {
  /// The settings of the whole application.
  public var settings: TableHandle<Setting, Mode> { table() }
}
