#!/usr/bin/env python3
"""Writes Examples/demo.sql: a made-up shop's data in the text that mariadb-dump 10.11 would print.

Run from anywhere, without arguments: python3 Scripts/make-demo-dump.py

The tables are those of Scripts/demo/tables.sql, the rows come from Scripts/demo/rows.py. The same scripts always give
the same bytes. Loading the text into MariaDB and dumping it again gives it back, but for the host and the version:
mariadb-dump --skip-dump-date crm.
"""
import re
from decimal import Decimal
from pathlib import Path

from demo.rows import make_rows

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "Scripts/demo/tables.sql"
TARGET = ROOT / "Examples/demo.sql"

HEAD = r"""/*M!999999\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: crm
-- ------------------------------------------------------
-- Server version	10.11.19-MariaDB-0+deb12u1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;
"""

TABLE = """
--
-- Table structure for table `{name}`
--

DROP TABLE IF EXISTS `{name}`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
{definition}
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `{name}`
--

LOCK TABLES `{name}` WRITE;
/*!40000 ALTER TABLE `{name}` DISABLE KEYS */;
INSERT INTO `{name}` VALUES
{rows};
/*!40000 ALTER TABLE `{name}` ENABLE KEYS */;
UNLOCK TABLES;
"""

TAIL = """/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed
"""

ESCAPES = str.maketrans({"\0": r"\0", "\n": r"\n", "\r": r"\r", "\\": r"\\", "'": r"\'", '"': r"\"", "\x1a": r"\Z"})


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, (int, Decimal)):
        return str(value)
    return "'" + value.translate(ESCAPES) + "'"


def definitions():
    """By table name, its column names and its CREATE TABLE."""
    found = {}
    for text in re.findall(r"^CREATE TABLE .*?;$", TABLES.read_text(encoding="utf-8"), re.S | re.M):
        name = re.match(r"CREATE TABLE `(\w+)`", text).group(1)
        found[name] = (re.findall(r"^  `(\w+)`", text, re.M), text)
    return found


def table(name, columns, definition, rows):
    if "AUTO_INCREMENT" in definition:
        next_id = max(row["id"] for row in rows) + 1
        definition = definition.replace("ENGINE=InnoDB ", f"ENGINE=InnoDB AUTO_INCREMENT={next_id} ")
    lines = []
    for row in sorted(rows, key=lambda row: row["id"]):
        assert set(row) <= set(columns), set(row) - set(columns)
        lines.append("(" + ",".join(literal(row.get(column)) for column in columns) + ")")
    return TABLE.format(name=name, definition=definition, rows=",\n".join(lines))


def main():
    rows = make_rows()
    tables = [table(name, *parts, rows[name]) for name, parts in sorted(definitions().items())]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEAD + "".join(tables) + TAIL, encoding="utf-8")


if __name__ == "__main__":
    main()
