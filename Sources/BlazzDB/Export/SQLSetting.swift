/// A setting of a server's session that a script changes for itself and puts back at its end.
package struct SQLSetting: Sendable {
  /// Keeps the old value in a variable and sets the new one.
  package let change: String
  /// Puts the old value back.
  package let restore: String

  private init(_ name: String, _ value: String) {
    change = "SET @OLD_\(name)=@@\(name), \(name)=\(value);"
    restore = "SET \(name)=@OLD_\(name);"
  }

  private init(change: String, restore: String) {
    self.change = change
    self.restore = restore
  }

  /// Tables may refer to tables that come later.
  package static let withoutForeignKeyChecks = SQLSetting("FOREIGN_KEY_CHECKS", "0")

  /// What a dump needs, so that its text means the same on every server.
  static let ofDump = [
    SQLSetting(
      change: """
        SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT, @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS, \
        @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION;
        SET NAMES utf8mb4;
        """,
      restore: """
        SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT, CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS, \
        COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION;
        """),
    SQLSetting("TIME_ZONE", "'+00:00'"),
    SQLSetting("UNIQUE_CHECKS", "0"),
    withoutForeignKeyChecks,
    // Strict: a value that a server cannot hold stops the load instead of being bent.
    SQLSetting("SQL_MODE", "'NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES'"),
    SQLSetting("SQL_NOTES", "0"),
    // MariaDB alone: its JSON_VALID takes 32 levels where a json column of MySQL takes 100.
    SQLSetting(
      change: "/*M!100201 SET @OLD_CHECK_CONSTRAINT_CHECKS=@@CHECK_CONSTRAINT_CHECKS, CHECK_CONSTRAINT_CHECKS=0 */;",
      restore: "/*M!100201 SET CHECK_CONSTRAINT_CHECKS=@OLD_CHECK_CONSTRAINT_CHECKS */;"),
  ]
}
