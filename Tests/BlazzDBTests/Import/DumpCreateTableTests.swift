import Testing

@testable import BlazzDB

@Suite struct DumpCreateTableTests {
  private func column(_ definition: String) throws -> DumpColumn {
    let dump = ParsedDump("CREATE TABLE t (\(definition), z int);", chunkBytes: 3)
    #expect(dump.error == nil, "\(definition)")
    let table = try #require(dump.tables.first)
    #expect(table.columns.count == 2 && table.columns.last?.name == "z", "\(definition)")
    return try #require(table.columns.first)
  }

  @Test(arguments: [
    ("BIGINT(20) UNSIGNED", "bigint(20) unsigned"), ("bigint unsigned zerofill", "bigint unsigned zerofill"),
    ("decimal( 10 , 2 )", "decimal(10,2)"), ("enum('A','it''s',',)')", "enum('A','it''s',',)')"),
    ("ENUM('x') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", "enum('x')"), ("double precision", "double precision"),
    ("varchar(191) /*!100301 COMPRESSED*/", "varchar(191)"), ("timestamp(6)", "timestamp(6)"), ("json", "json"),
    ("character varying(20)", "character varying(20)"), ("national varchar(5)", "national varchar(5)"),
  ])
  func readsType(_ sql: String, _ type: String) throws {
    #expect(try column("`a` \(sql)").type == type)
    #expect(try column("a \(sql) NOT NULL").type == type)
  }

  @Test(arguments: [
    ("DEFAULT NULL", "NULL"), ("NOT NULL DEFAULT 0", "0"), ("DEFAULT -1.5", "-1.5"), ("DEFAULT 'it''s'", "'it''s'"),
    ("DEFAULT 'a\\'b'", "'a''b'"), ("DEFAULT '' COMMENT 'x'", "''"), ("DEFAULT \"q\"", "'q'"), ("DEFAULT b'0'", "b'0'"),
    ("DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP"),
    ("DEFAULT current_timestamp() ON UPDATE current_timestamp()", "current_timestamp()"),
    ("DEFAULT (uuid())", "(uuid())"), ("DEFAULT (cast('a,b' as char(3)))", "(cast('a,b' as char(3)))"),
    ("DEFAULT _utf8mb4'x' NOT NULL", "_utf8mb4'x'"), ("NOT NULL", nil), ("ON UPDATE CURRENT_TIMESTAMP(6)", nil),
  ])
  func readsDefault(_ sql: String, _ text: String?) throws {
    #expect(try column("a int \(sql)").defaultText == text)
  }

  @Test func readsAttributes() throws {
    let full = try column(
      "`a``b` varchar(9) NOT NULL DEFAULT 'x' CHECK (`a``b` <> ',)') COMMENT 'it''s, (here) \\'q\\'' COLLATE utf8mb4_bin"
    )
    #expect(full.name == "a`b")
    #expect(!full.isNullable)
    #expect(full.comment == "it's, (here) 'q'")
    #expect(!full.isGenerated)
    #expect(try column("g int GENERATED ALWAYS AS (`a` + (1)) STORED").isGenerated)
    #expect(try column("g int(11) AS (json_value(`a`,'$.b')) VIRTUAL").isGenerated)
    #expect(try !column("id int PRIMARY KEY AUTO_INCREMENT").isNullable)
    #expect(try !column("id int UNIQUE NOT NULL REFERENCES `x` (`id`) ON DELETE CASCADE").isNullable)
    #expect(try column("period int").name == "period")
  }

  @Test func leavesOutKeysAndOptions() {
    let dump = ParsedDump(
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS `db`.`t` (
        `id` int NOT NULL, -- it's the key
        PRIMARY KEY (`id`), UNIQUE KEY `u` (`a`(10),`b` DESC) USING BTREE, KEY `k` (`a`) COMMENT 'x)',
        FULLTEXT KEY `f` (`a`) /*!50100 WITH PARSER `ngram` */, KEY `e` ((lower(`a`))) /*!80000 INVISIBLE */,
        CONSTRAINT `c` FOREIGN KEY (`a`) REFERENCES `x` (`id`) ON DELETE CASCADE,
        CONSTRAINT `j` CHECK (json_valid(`a`)), PERIOD FOR SYSTEM_TIME (`s`, `e`),
        `last` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`last`))
      ) ENGINE=InnoDB COMMENT='a ; b' ROW_FORMAT=DYNAMIC
      /*!50100 PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10) ENGINE = InnoDB) */;
      CREATE OR REPLACE TABLE u (a int);
      CREATE TABLE w LIKE u; CREATE TABLE w2 SELECT 1; CREATE VIEW v AS SELECT 1; CREATE UNIQUE INDEX i ON t (a);
      """, chunkBytes: 2)
    #expect(dump.error == nil)
    #expect(dump.tables.map(\.name) == ["t", "u"])
    #expect(dump.tables.first?.columns.map(\.name) == ["id", "last"])
    #expect(dump.tables.first?.columns.last?.defaultText == "NULL")
  }

  @Test(arguments: [
    "CREATE TABLE t (a int;", "CREATE TABLE t (a);", "CREATE TABLE t (a int,);", "CREATE TABLE t ('a' 5);",
    "CREATE TABLE t (a int(;", "CREATE TABLE t (a int", "CREATE TABLE t (a int)", "CREATE TABLE ;",
    "CREATE TABLE t (a int DEFAULT, b int);",
  ])
  func refusesBrokenDefinition(_ sql: String) {
    let dump = ParsedDump(sql)
    #expect(dump.error != nil, "\(sql)")
    #expect(dump.tables.isEmpty)
  }
}
