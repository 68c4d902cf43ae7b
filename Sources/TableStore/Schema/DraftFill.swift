public import Foundation

/// What the store gives to a draft.
public struct DraftFill: Sendable {
  let key: UInt64
  let scope: Scope
  /// The time of the statement, in whole seconds.
  public let now: Date

  /// The draft's own key, or the next AUTO_INCREMENT value.
  public func key<Key: PrimaryKeyValue>(_ given: Key?) -> Key {
    guard let given else { return Key.make(integer: key) }
    return given
  }

  /// The draft's own tenant, or the one that is writing; a given one is checked later against the latter.
  ///
  /// The column's type is named, or an optional one would be taken for its wrapped type, which has no value for the
  /// system's own rows.
  public func scope<Value: ScopeValue>(_ given: Value?, for _: Value.Type) -> Value {
    given ?? Value.make(scope: scope)
  }

  /// The same for a column that may be NULL.
  public func scope<Value: ScopeValue>(_ given: Value?, for _: Value?.Type) -> Value? {
    given ?? Value?.make(scope: scope)
  }

  /// The same for a column that takes NULL. Apart, so that nobody's row holds NULL and not the id 0.
  public func scope<Value: ScopeValue>(_ given: Value?) -> Value? { given ?? Value?.make(scope: scope) }

  /// A new random UUID in lower case (RFC 4122, version 4).
  public func uuid() -> String { Self.newUUID() }

  // Foundation's opens the system's source of random numbers anew for each, which takes longer than the whole insert.
  static func newUUID() -> String {
    var random = SystemRandomNumberGenerator()
    let high: UInt64 = random.next() & ~0xF000 | 0x4000
    let low: UInt64 = random.next() & ~(0b11 << 62) | 0b10 << 62
    return withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { PackedUUID.string(of: $0) }
  }
}

/// A type that the tenant's column can have: an id, or an optional one.
public protocol ScopeValue: ColumnValue {
  /// The column's value in a row of `scope`.
  static func make(scope: Scope) -> Self
  /// The scope that the column's value names.
  var scope: Scope { get }
}

extension ID: ScopeValue {
  /// The tenant's id; 0, which names nobody, outside of any tenant.
  public static func make(scope: Scope) -> ID { ID(scope.tenant ?? 0) }
  /// The tenant's.
  public var scope: Scope { .tenant(rawValue) }
}

extension Optional: ScopeValue where Wrapped: ScopeValue {
  /// The tenant's id, or NULL.
  public static func make(scope: Scope) -> Wrapped? { scope.tenant == nil ? nil : Wrapped.make(scope: scope) }
  /// The tenant's, or the system's own for NULL.
  public var scope: Scope { self?.scope ?? .system }
}

/// A type that a primary key can have.
public protocol PrimaryKeyValue: ColumnValue {
  /// The key as a number; `nil` for text.
  var keyInteger: UInt64? { get }
  /// The key with this number; a text key has none and traps.
  static func make(integer: UInt64) -> Self
}

extension ID: PrimaryKeyValue {
  /// The number.
  public var keyInteger: UInt64? { rawValue }
  /// The id with this number.
  public static func make(integer: UInt64) -> ID { ID(integer) }
}

extension String: PrimaryKeyValue {
  /// None.
  public var keyInteger: UInt64? { nil }
  /// Traps: the draft of a table with a text key names it.
  public static func make(integer: UInt64) -> String { preconditionFailure("a text key is given, not counted") }
}

extension RowReader {
  /// The primary key, from the row's key.
  @inlinable public func key<Key: PrimaryKeyValue>(_: Key.Type) throws(StoreError) -> Key {
    Key.make(integer: keyInteger)
  }

  /// The tenant, from the row's key.
  @inlinable public func scope<Value: ScopeValue>(_: Value.Type) throws(StoreError) -> Value {
    Value.make(scope: keyTenant)
  }
}

extension ColumnDefault {
  /// The default that a Swift value is.
  public static func literal(of value: some ColumnValue) -> ColumnDefault {
    switch value.sqlValue {
    case .null, .bytes: .none
    case .bool(let bool): .literal(bool ? "1" : "0")
    case .integer(let integer): .literal("\(integer)")
    case .text(let text): .literal(text)
    }
  }
}
