/// How a table's rows are divided among tenants, as `@Table` declares it.
///
/// A tenant is a *scope*: an unsigned integer in front of the key of every scoped row.
public enum ScopeDeclaration: Hashable, Sendable {
  /// All rows are common to all tenants.
  case global
  /// The column `workspace_id` names the tenant; NULL, where the column takes it, is the system's own scope.
  case workspace
  /// A row belongs to the tenant of the row that this column refers to; NULL, where the column takes it, is the system's
  /// own scope.
  case inherited(String)
  /// A row belongs to the tenant that wrote it. A dump does not say who that was: there it belongs to the tenant of the
  /// row of another table whose `column` refers to it, and to nobody when no row does.
  case referred(by: String, column: String)
}

/// One division of a table's rows.
public enum Scope: Hashable, Sendable {
  /// The only one of a global table.
  case global
  /// Rows of a scoped table that belong to no tenant.
  case system
  /// The rows of one tenant.
  case tenant(UInt64)

  /// The tenant's number; `nil` for the other two.
  public var tenant: UInt64? {
    if case .tenant(let id) = self { id } else { nil }
  }
}

extension Scope {
  /// The scope as it stands in front of a key.
  var element: [UInt8] {
    switch self {
    case .global: []
    case .system: [0x00]
    case .tenant(let id): NumberElement(Int128(id)).bytes
    }
  }
}
