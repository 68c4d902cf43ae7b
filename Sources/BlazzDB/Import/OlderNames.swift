/// Names that older versions of the application gave to tables and columns.
///
/// Tables from whose rows others inherit their workspace must keep their names: rows under an older name wait for a
/// later pass over the dump.
enum OlderNames {
  /// The present name of a table, by its older one.
  static let tables = ["organizations": "workspaces", "organization_api_keys": "workspace_api_keys"]

  /// The present name of a column of `table`; `nil` when the name is none of old.
  static func column(_ name: String, of table: String) -> String? {
    switch (table, name) {
    case (_, "organization_id"): "workspace_id"
    case ("team_invites", "code"): "token"
    case ("team_invites", "expire_at"): "expires_at"
    default: nil
    }
  }
}
