#!/usr/bin/env python3
"""Compares what `blazz schema --format sql` says with what a MariaDB server made of it.

usage: compare-schema.py SCHEMA.sql DESCRIBED   (DESCRIBED: what describe.sql prints)
"""
import re
import sys

COLUMN = re.compile(
    r"`(\w+)` (.+?)(?: COLLATE (\w+))? (NOT NULL|NULL)( AUTO_INCREMENT)?(?: DEFAULT (.+?))?( ON UPDATE CURRENT_TIMESTAMP)?$"
)
KEY = re.compile(r"(UNIQUE |FULLTEXT |PRIMARY )?KEY (?:`(\w+)` )?\((.+)\)$")
FOREIGN = re.compile(
    r"CONSTRAINT `(\w+)` FOREIGN KEY \(`(\w+)`\) REFERENCES `(\w+)` \(`(\w+)`\)(?: ON DELETE (.+))?$"
)
TEXT = re.compile(r"char|varchar|text|mediumtext|longtext|enum|json")
COLLATION = "utf8mb4_unicode_ci"


def declared(path):
    """The facts that the statements state, in describe.sql's words."""
    facts, table = set(), None
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n").rstrip(",")
        if start := re.match(r"CREATE TABLE `(\w+)`", line):
            table = start[1]
        elif end := re.match(r"\) ENGINE=(\w+) DEFAULT CHARSET=utf8mb4 COLLATE=(\w+);", line):
            facts.add(("table", table, end[1], end[2]))
        elif line.startswith("  "):
            facts |= set(definition(table, line.strip()))
    return facts


def definition(table, text):
    """The facts of one line of CREATE TABLE."""
    if found := FOREIGN.match(text):
        name, column, target, key, action = found.groups()
        yield ("foreign", table, name, column, target, key, action or "RESTRICT")
    elif found := KEY.match(text):
        kind, name, parts = (found[1] or "").strip(), found[2] or "PRIMARY", found[3].split(", ")
        for place, part in enumerate(parts):
            column, length = re.match(r"`(\w+)`(?:\((\d+)\))?$", part).groups()
            unique = "0" if kind in ("UNIQUE", "PRIMARY") else "1"
            method = "FULLTEXT" if kind == "FULLTEXT" else "BTREE"
            yield ("index", table, name, place, unique, method, column, length or "-")
    elif found := COLUMN.match(text):
        name, kind, collation, null, counts, default, updates = found.groups()
        if kind == "json":
            kind, collation = "longtext", "utf8mb4_bin"
        extra = "auto_increment" if counts else "on update current_timestamp()" if updates else ""
        default = {None: "-", "CURRENT_TIMESTAMP": "current_timestamp()"}.get(default, default)
        collation = (collation or COLLATION) if TEXT.match(kind) else "-"
        yield ("column", table, name, kind, "YES" if null == "NULL" else "NO", default, extra, collation)
    else:
        sys.exit(f"{table}: cannot read {text!r}")


def described(path):
    """The facts that the server tells."""
    facts, places = set(), {}
    for line in open(path, encoding="utf8"):
        fact = line.rstrip("\n").split("\t")
        if fact[0] == "column":
            # Display widths say nothing, but for tinyint(1).
            fact[3] = re.sub(r"\b((?!tinyint\(1\))\w*int)\(\d+\)", r"\1", fact[3])
        if fact[0] == "index":
            place = places[fact[1], fact[2]] = places.get((fact[1], fact[2]), -1) + 1
            fact.insert(3, place)
        facts.add(tuple(fact))
    return facts


def main():
    want, have = declared(sys.argv[1]), described(sys.argv[2])
    # InnoDB gives a foreign key an index of its own name where no other begins with its column.
    implied = {fact[2] for fact in want if fact[0] == "foreign"} - {fact[2] for fact in want if fact[0] == "index"}
    have = {fact for fact in have if not (fact[0] == "index" and fact[2] in implied)}
    for fact in sorted(want - have, key=str):
        print("declared, not there:", *fact)
    for fact in sorted(have - want, key=str):
        print("there, not declared:", *fact)
    print(f"{len(want & have)} facts agree, {len(want ^ have)} do not")
    sys.exit(want != have)


main()
