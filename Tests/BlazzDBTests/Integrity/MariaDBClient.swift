import Foundation

/// A MariaDB server behind a socket, asked through its own client.
struct MariaDBClient {
  let socket: String

  /// The server that `BLAZZ_MARIADB_SOCKET` names; `nil`, with a message, where it names none.
  init?(for test: String = #function) {
    guard let socket = ProcessInfo.processInfo.environment["BLAZZ_MARIADB_SOCKET"] else {
      print("\(test): skipped, BLAZZ_MARIADB_SOCKET names no server; see Tests/mariadb-random/run.sh")
      return nil
    }
    self.socket = socket
  }

  /// Runs a file of statements, going on after errors: what it printed, and the errors by line.
  func run(_ script: URL, database: String?) throws -> (output: [Substring], errors: [Int: String]) {
    let (output, errors) = (script.appendingPathExtension("out"), script.appendingPathExtension("err"))
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "mariadb", "--no-defaults", "--user=root", "--socket=\(socket)", "--force", "--batch", "--raw", "--binary-mode",
        "--skip-column-names", "--default-character-set=utf8mb4", "--init-command=\(Self.session)",
      ] + (database.map { [$0] } ?? [])
    process.standardInput = try FileHandle(forReadingFrom: script)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    var found: [Int: String] = [:]
    for line in try String(contentsOf: errors, encoding: .utf8).split(separator: "\n") {
      guard let match = line.firstMatch(of: /ERROR (\d+) .*?at line (\d+):/) else { continue }
      found[Int(match.2)!] = String(line)
    }
    return (try String(contentsOf: output, encoding: .utf8).split(separator: "\n"), found)
  }

  /// Strict, UTC, fractions of seconds rounded as MySQL does, for the borders' sake no zero dates.
  private static let session =
    "SET sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION,"
    + "TIME_ROUND_FRACTIONAL', time_zone = '+00:00', NAMES utf8mb4 COLLATE utf8mb4_unicode_ci"
}
