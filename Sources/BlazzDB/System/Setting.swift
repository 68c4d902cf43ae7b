public import Foundation
public import TableStore

/// One setting of the whole application.
@Table("settings", id: 63)
public struct Setting {
  /// The primary key; the next number when none is given.
  public var id: ID<Setting>
  /// The name of the setting, unique.
  @Column(.varchar(255)) public var key: String
  /// The value as text, to be read as `type` says.
  @Column(.text) public var value: String?
  /// How `value` is read; a string unless something else is said.
  @Column(.varchar(50)) public var type: SettingType? = "string"
  /// When it was stored.
  public var createdAt: Date?
  /// When it was last changed; a typed update sets it.
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

  /// Text as it is.
  public static let string = Self("string")
  /// A whole number in digits.
  public static let integer = Self("integer")
  /// Yes or no.
  public static let boolean = Self("boolean")
  /// Any JSON value.
  public static let json = Self("json")
}

extension Tables {
  /// The settings of the whole application.
  public var settings: TableHandle<Setting, Mode> { table() }
}
