import Foundation

/// A table as a real dump has it; values are bytes, or `nil` for NULL.
struct RealTable {
  /// A column with its type in MySQL 9's spelling.
  struct Column {
    var name: String
    var type: String

    var isNumber: Bool { type.prefixMatch(of: /(tiny|big|)int|decimal/) != nil }
    var isBlob: Bool { type == "blob" }
  }

  let name: String
  let columns: [Column]
  var rows: [[[UInt8]?]] = []

  /// - Parameter columns: "name type, name type"; a type has no comma with a blank behind it.
  init(_ name: String, _ columns: String) {
    self.name = name
    self.columns = columns.split(separator: ", ").map { column in
      let words = column.split(separator: " ", maxSplits: 1)
      return Column(name: String(words[0]), type: String(words[1]))
    }
  }

  /// Appends a row of text; what follows `blob:` is bytes in hexadecimal digits.
  mutating func add(_ values: String?...) {
    precondition(values.count == columns.count, "\(name): \(values.count) values for \(columns.count) columns")
    rows.append(
      values.map { value in
        guard let value, value.hasPrefix("blob:") else { return value.map { Array($0.utf8) } }
        let digits = value.dropFirst(5)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
          UInt8(digits.dropFirst($0).prefix(2), radix: 16)
        }
      })
  }

  /// The rows by column.
  var members: [[String: [UInt8]?]] {
    rows.map { row in Dictionary(uniqueKeysWithValues: zip(columns.map(\.name), row)) }
  }
}

/// The programs that write dumps, and how each of them does.
enum Dialect: String, CaseIterable, Sendable {
  case mysqldump57, mysqldump93, mariadb, phpMyAdmin

  /// A whole dump.
  func dump(_ tables: [RealTable]) -> [UInt8] {
    let body = tables.map { Array(create($0).utf8) + insert($0) }.joined()
    return Array(prologue.utf8) + body + Array((tables.map(keys).joined() + epilogue).utf8)
  }

  private var prologue: String {
    switch self {
    case .mysqldump57, .mysqldump93:
      """
      -- MySQL dump 10.13  Distrib \(self == .mysqldump57 ? "5.7.39, for osx10.12" : "9.3.0, for macos15.2") (x86_64)
      --
      -- Host: localhost    Database: it's "theirs"
      -- ------------------------------------------------------
      /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
      \(self == .mysqldump57 ? "/*!40101 SET NAMES utf8 */;" : "/*!50503 SET NAMES utf8mb4 */;")
      /*!40103 SET TIME_ZONE='+00:00' */;
      /*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
      /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;

      """
    case .mariadb:
      """
      /*M!999999\\- enable the sandbox mode */
      -- MariaDB dump 10.19-11.4.4-MariaDB, for Linux (x86_64)
      /*!40101 SET NAMES utf8mb4 */;
      /*M!100616 SET @OLD_NOTE_VERBOSITY=@@NOTE_VERBOSITY, NOTE_VERBOSITY=0 */;

      """
    case .phpMyAdmin:
      "-- phpMyAdmin SQL Dump\r\n-- version 5.2.0\r\nSET SQL_MODE = \"NO_AUTO_VALUE_ON_ZERO\";\r\n"
        + "START TRANSACTION;\r\nSET time_zone = \"+00:00\";\r\n/*!40101 SET NAMES utf8mb4 */;\r\n--\r\n"
    }
  }

  private var epilogue: String {
    switch self {
    case .mysqldump57, .mysqldump93:
      "/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;\n-- Dump completed on 2025-12-01  1:02:03\n"
    case .mariadb: "/*M!100616 SET NOTE_VERBOSITY=@OLD_NOTE_VERBOSITY */;\n-- Dump completed\n"
    case .phpMyAdmin: "COMMIT;\r\n"
    }
  }

  private func create(_ table: RealTable) -> String {
    let columns = table.columns.map { "  `\($0.name)` \(type($0.type)) COMMENT 'it''s; (here)'" }
    switch self {
    case .phpMyAdmin:
      return "CREATE TABLE `\(table.name)` (\r\n" + columns.joined(separator: ",\r\n") + "\r\n) ENGINE=InnoDB;\r\n\r\n"
    case .mysqldump57, .mysqldump93, .mariadb:
      let keys = ["  KEY `k` (`\(table.columns[0].name)`)", "  CONSTRAINT `c` CHECK (json_valid(`x`))"]
      return "DROP TABLE IF EXISTS `\(table.name)`;\n/*!50503 SET character_set_client = utf8mb4 */;\n"
        + "CREATE TABLE `\(table.name)` (\n" + (columns + keys).joined(separator: ",\n")
        + "\n) ENGINE=InnoDB AUTO_INCREMENT=9 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;\n"
    }
  }

  /// MySQL 5.7 and MariaDB write display widths.
  private func type(_ type: String) -> String {
    guard self != .mysqldump93, let match = type.prefixMatch(of: /(tiny|big|)int(?!\()/) else { return type }
    return match.output.0 + "(20)" + type[match.range.upperBound...]
  }

  private func insert(_ table: RealTable) -> [UInt8] {
    guard !table.rows.isEmpty else { return [] }
    let tuples = table.rows.map { row in
      Array("(".utf8)
        + zip(row, table.columns).map(literal).joined(separator: self == .phpMyAdmin ? ", ".utf8 : ",".utf8)
        + Array(")".utf8)
    }
    func statement(_ head: String, _ separator: String, _ end: String) -> [UInt8] {
      Array(head.utf8) + tuples.joined(separator: Array(separator.utf8)) + Array(end.utf8)
    }
    let name = table.name
    switch self {
    case .mysqldump57, .mysqldump93:
      return statement(
        "LOCK TABLES `\(name)` WRITE;\n/*!40000 ALTER TABLE `\(name)` DISABLE KEYS */;\nINSERT INTO `\(name)` VALUES ",
        ",",
        ";\n/*!40000 ALTER TABLE `\(name)` ENABLE KEYS */;\nUNLOCK TABLES;\n")
    case .mariadb:
      return statement("INSERT INTO `\(name)` VALUES\n", ",\n", ";\n")
    case .phpMyAdmin:
      let list = table.columns.map { "`\($0.name)`" }.joined(separator: ", ")
      return statement("INSERT INTO `\(name)` (\(list)) VALUES\r\n", ",\r\n", ";\r\n\r\n")
    }
  }

  /// phpMyAdmin adds keys when the rows are there.
  private func keys(_ table: RealTable) -> String {
    guard self == .phpMyAdmin else { return "" }
    let key = table.columns[0].name
    return "ALTER TABLE `\(table.name)`\r\n  ADD PRIMARY KEY (`\(key)`);\r\n"
      + "ALTER TABLE `\(table.name)`\r\n  MODIFY `\(key)` bigint(20) UNSIGNED NOT NULL AUTO_INCREMENT;\r\n"
  }

  private func literal(_ value: [UInt8]?, _ column: RealTable.Column) -> [UInt8] {
    guard let value else { return Array("NULL".utf8) }
    if column.isNumber { return value }
    if column.isBlob {
      if self == .phpMyAdmin, !value.isEmpty {
        return Array(("0x" + value.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()).utf8)
      }
      return Array("_binary ".utf8) + quoted(value)
    }
    return quoted(value)
  }

  private func quoted(_ bytes: [UInt8]) -> [UInt8] {
    let quote: StaticString = self == .phpMyAdmin ? "''" : "\\'"
    let escapes: [UInt8: String] = [
      0: "\\0", 0x0A: "\\n", 0x0D: "\\r", 0x1A: "\\Z", 0x22: "\\\"", 0x5C: "\\\\", 0x27: "\(quote)",
    ]
    let text = bytes.flatMap { byte in escapes[byte].map { Array($0.utf8) } ?? [byte] }
    return [0x27] + text + [0x27]
  }
}
