import Testing

@testable import BlazzDB

@Suite struct DumpDialectTests {
  static let mysqldump = #"""
    -- MySQL dump 10.13  Distrib 5.7.39, for osx10.12 (x86_64)
    --
    -- Host: 127.0.0.1    Database: it's "here"
    /*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
    /*!40101 SET NAMES utf8 */;
    /*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
    /*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
    SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '';
    CREATE DATABASE /*!32312 IF NOT EXISTS*/ `shop` /*!40100 DEFAULT CHARACTER SET utf8mb4 */;
    USE `shop`;
    DROP TABLE IF EXISTS `chats`;
    /*!40101 SET @saved_cs_client     = @@character_set_client */;
    /*!50503 SET character_set_client = utf8mb4 */;
    CREATE TABLE `chats` (
      `id` bigint unsigned NOT NULL AUTO_INCREMENT,
      `body` text COLLATE utf8mb4_unicode_ci,
      PRIMARY KEY (`id`)
    ) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4;
    LOCK TABLES `chats` WRITE;
    /*!40000 ALTER TABLE `chats` DISABLE KEYS */;
    INSERT INTO `chats` VALUES (1,'a\'b'),(2,_binary 'x\0');
    /*!40000 ALTER TABLE `chats` ENABLE KEYS */;
    UNLOCK TABLES;
    /*!50001 CREATE TABLE `v` (`id` tinyint NOT NULL) ENGINE=MyISAM */;
    /*!50001 DROP VIEW IF EXISTS `v`*/;
    /*!50001 CREATE ALGORITHM=UNDEFINED */
    /*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
    /*!50001 VIEW `v` AS select ';' AS `INSERT INTO x VALUES (1)` from `chats` */;
    DELIMITER ;;
    /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER `t` BEFORE INSERT ON `chats` FOR EACH ROW BEGIN
      -- don't stop; here
      INSERT INTO log VALUES (1); /* nor; here's */
    END */;;
    DELIMITER ;
    /*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
    -- Dump completed on 2025-11-01  1:02:03
    """#

  static let mariadb = """
    /*M!999999\\- enable the sandbox mode */
    -- MariaDB dump 10.19  Distrib 10.11.6-MariaDB
    /*!40101 SET NAMES utf8mb4 */;
    CREATE TABLE `chats` (
      `id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
      `body` text /*!100301 COMPRESSED*/ DEFAULT NULL,
      PRIMARY KEY (`id`)
    ) ENGINE=InnoDB;
    INSERT INTO `chats` VALUES
    (1,'a\\'b'),
    (2,_binary 'x\\0');
    /*M!100616 SET NOTE_VERBOSITY=@OLD_NOTE_VERBOSITY */;
    """

  static let phpMyAdmin = """
    -- phpMyAdmin SQL Dump
    -- version 5.2.0
    SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
    START TRANSACTION;
    SET time_zone = "+00:00";
    /*!40101 SET NAMES utf8mb4 */;
    --
    -- Database: `shop`
    --
    CREATE TABLE `chats` (
      `id` bigint(20) UNSIGNED NOT NULL,
      `body` text DEFAULT NULL
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

    INSERT INTO `chats` (`id`, `body`) VALUES
    (1, 'a\\'b'),
    (2, 0x7800);

    -- Indexes for table `chats`
    ALTER TABLE `chats`
      ADD PRIMARY KEY (`id`);
    ALTER TABLE `chats`
      MODIFY `id` bigint(20) UNSIGNED NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=3;
    DELIMITER $$
    CREATE PROCEDURE `p` () BEGIN SELECT '$$'; DELETE FROM x; END$$
    DELIMITER ;
    COMMIT;
    """

  @Test(arguments: [mysqldump, mariadb, phpMyAdmin], [1, 2, 7, 1000])
  func readsDialect(_ text: String, chunkBytes: Int) {
    for text in [text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text] {
      let dump = ParsedDump(text, chunkBytes: chunkBytes)
      #expect(dump.error == nil)
      #expect(dump.tables.map(\.name) == ["chats"])
      #expect(dump.tables.first?.columns.map(\.name) == ["id", "body"])
      #expect(dump.tables.first?.columns.map(\.isNullable) == [false, true])
      #expect(dump.batches.map(\.table) == ["chats"])
      #expect(dump.rows == [[.number("1"), .text("a'b")], [.number("2"), .bytes([0x78, 0])]])
    }
  }

  @Test(arguments: [
    "INSERT INTO t VALUES (1),(2);", "insert into `t` values(1),(2);", "Insert Ignore Into t Value (1),(2)  ;",
    "REPLACE INTO `db`.`t` VALUES (1), (2);", "REPLACE t VALUES (1),(2);", "INSERT INTO db.t VALUES (1)\n,\n(2)\n;",
    "INSERT INTO \"db\".\"t\" VALUES (1),(2);", "INSERT LOW_PRIORITY IGNORE `t` VALUES (1),(2);",
    "INSERT /*!40000 DELAYED */ INTO t VALUES (1),(2);", "/*!40000 INSERT INTO t VALUES (1),(2) */;",
    "INSERT INTO t VALUES (1),(2) ON DUPLICATE KEY UPDATE a=VALUES(a), b=';';",
    "INSERT INTO t VALUES (1),(2) AS new ON DUPLICATE KEY UPDATE a=new.a;",
    "INSERT INTO t VALUES -- rows;\n(1) # one;\n, /* two; */ (2);",
    "INSERT INTO t VALUES (1);;\n;INSERT INTO t VALUES (2);",
    "DELIMITER //\nINSERT INTO t VALUES (1),(2)//\nDELIMITER ;\n",
  ])
  func readsInsert(_ sql: String) {
    let dump = ParsedDump(sql)
    #expect(dump.error == nil)
    #expect(dump.rows == [[.number("1")], [.number("2")]])
    #expect(dump.batches.allSatisfy { $0.table == "t" && $0.columns == nil })
  }

  @Test(arguments: [
    "set autocommit=0;\n",
    "/*!80002 ANALYZE TABLE `t` UPDATE HISTOGRAM ON `a` USING DATA '{\"x\": \"it''s; (1)\"}' */;",
    "/*!50717 SELECT COUNT(*) INTO @p FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'x;' */;\n"
      + "/*!50717 SET @q = IF (@p, 'SELECT 1;', 'SELECT 0') */;\n/*!50717 PREPARE s FROM @q */;\n"
      + "/*!50717 EXECUTE s */;\n/*!50717 DEALLOCATE PREPARE s */;\n",
    "CREATE SEQUENCE `s` start with 1 minvalue 1 engine=InnoDB;\nDO SETVAL(`s`, 5, 0);\n",
    "CREATE DATABASE IF NOT EXISTS `d` /*!40100 DEFAULT CHARACTER SET utf8mb4 */ /*!80016 DEFAULT ENCRYPTION='N' */;\n",
    "/*!80000 SET SESSION information_schema_stats_expiry=0 */;\nSET @@SESSION.SQL_LOG_BIN= 0;\n",
    "/*M!100203 SET @OLD_CHECK=@@CHECK_CONSTRAINT_CHECKS */;\n/*!100100 SET @@SQL_MODE='' */;\n",
    "CREATE TABLE `v` (`i` bigint NOT NULL AUTO_INCREMENT /*!80023 INVISIBLE */, PRIMARY KEY (`i`)) /*!50606 X=1 */;\n",
    "ALTER TABLE `t`\n  ADD CONSTRAINT `c` FOREIGN KEY (`a`) REFERENCES `x` (`id`) ON DELETE CASCADE;\nCOMMIT;\n",
    "DELIMITER ;;\n/*!50106 CREATE*/ /*!50117 DEFINER=`r`@`%`*/ /*!50106 EVENT `e` ON SCHEDULE EVERY 1 DAY DO "
      + "INSERT INTO t VALUES (9); */ ;;\nDELIMITER ;\n",
  ])
  func passesOverStatementsWithoutRows(_ sql: String) {
    for text in [sql, sql.replacing("\n", with: "\r\n")] {
      let dump = ParsedDump(text + "INSERT INTO t VALUES (1),(2);\n" + text, chunkBytes: 11)
      #expect(dump.error == nil)
      #expect(dump.rows == [[.number("1")], [.number("2")]])
    }
  }

  @Test func readsLinesOfManyMegabytes() {
    let long = String(repeating: "it\\'s é ", count: 1 << 20)
    let dump = ParsedDump(
      "INSERT INTO t VALUES (1,'\(long)'),(2,'\(long)');", chunkBytes: 256 << 10, maxRowBytes: 256 << 20)
    #expect(dump.error == nil)
    #expect(dump.rows.map(\.count) == [2, 2])
    #expect(dump.rows.allSatisfy { $0[1] == .text(long.replacing("\\", with: "")) })
  }

  @Test func keepsColumnLists() {
    let dump = ParsedDump("INSERT INTO t (a, `b``c`, \"d\") VALUES (1,2,3); INSERT INTO `t``u` () VALUES ();")
    #expect(dump.batches.map(\.columns) == [["a", "b`c", "d"], []])
    #expect(dump.batches.map(\.table) == ["t", "t`u"])
    #expect(dump.rows == [[.number("1"), .number("2"), .number("3")], []])
  }

  @Test func tellsWhereRowsBegin() {
    let dump = ParsedDump("-- a\n/* b\n */ INSERT INTO t VALUES\n(1,'x\ny'),\n\n(2,'\\n'),(3,'');\n", chunkBytes: 5)
    #expect(dump.lines == [4, 7, 7])
    #expect(dump.offsets == [35, 47, 56])
  }

  @Test func skipsRowsNobodyPulls() throws {
    let text = "INSERT INTO a VALUES (1,';\\''),(2,\"'\"); INSERT INTO b VALUES (1),(2),(3); INSERT INTO c VALUES (9);"
    var reader = try DumpReader(source: MemorySource(Array(text.utf8)), chunkBytes: 3)
    let first = try reader.next()
    let second = try reader.next()
    let hasRow = try reader.nextRow()
    let third = try reader.next()
    let hasNine = try reader.nextRow()
    #expect(first == .insert(table: "a", columns: nil))
    #expect(second == .insert(table: "b", columns: nil))
    #expect(third == .insert(table: "c", columns: nil))
    #expect(hasRow && hasNine)
    #expect(reader.row.snapshot == [.number("9")])
    let hasMore = try reader.nextRow()
    let end = try reader.next()
    #expect(!hasMore)
    #expect(end == nil)
    #expect(reader.bytesRead == text.utf8.count)
    #expect(reader.totalBytes == text.utf8.count)
  }

  @Test func emptyTextHasNoEvents() {
    for text in ["", "\n\n", "-- only", "#", "\u{FEFF}", "/* x */", ";", "--"] {
      #expect(ParsedDump(text).error == nil, "\(text)")
    }
  }
}
