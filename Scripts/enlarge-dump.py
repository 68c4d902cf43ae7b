#!/usr/bin/env python3
"""Writes a mariadb-dump again with the rows of `chats` many times over, under new ids and UUIDs: for timing imports.

usage: enlarge-dump.py DUMP.sql[.gz] TIMES > BIG.sql
Expects a row a line, as mariadb-dump writes them, with id and uuid as the first two columns.
"""
import gzip
import re
import sys
import uuid

ROW = re.compile(r"\((\d+),'([^']*)',(.*)\)[,;]\n?$")


def copies(rows, times):
    stride = max(int(row[0]) for row in rows)
    for copy in range(times):
        for number, name, rest in rows:
            fresh = name if copy == 0 else str(uuid.uuid5(uuid.NAMESPACE_OID, f"{name} {copy}"))
            yield f"({int(number) + copy * stride},'{fresh}',{rest})"


def statements(rows, times, size=3000):
    batch = []
    for row in copies(rows, times):
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def main(path, times):
    opened = gzip.open if path.endswith(".gz") else open
    rows, is_inside = [], False
    with opened(path, "rt", encoding="utf8", newline="\n") as dump:
        for line in dump:
            if line.startswith("INSERT INTO `chats`"):
                is_inside = True
            elif is_inside:
                rows.append(ROW.match(line).groups())
                is_inside = not line.rstrip().endswith(";")
            else:
                if line.startswith("/*!40000 ALTER TABLE `chats` ENABLE KEYS"):
                    for batch in statements(rows, times):
                        sys.stdout.write("INSERT INTO `chats` VALUES\n" + ",\n".join(batch) + ";\n")
                sys.stdout.write(line)


main(sys.argv[1], int(sys.argv[2]))
