#!/usr/bin/env bash
# Holds `blazz export` and `blazz schema --format sql` against a MariaDB server of its own:
# dump → store → export → MariaDB → mariadb-dump → store. The rows must be the same, byte for byte; nothing may warn.
#
# usage: roundtrip.sh [--install] BLAZZ [DUMP.sql[.gz]]
#   --install  installs mariadb-server with apt where it is missing; needs root
#   BLAZZ      the built tool; DUMP is Examples/demo.sql unless given
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)

install=
if [ "${1:-}" = --install ]; then install=yes && shift; fi
if [ $# -lt 1 ] || [ $# -gt 2 ]; then sed -n '2,8s/^# \{0,1\}//p' "$0" >&2 && exit 2; fi
blazz=$1
dump=${2:-$here/../../Examples/demo.sql}

if ! command -v mariadbd >/dev/null; then
  if [ -z "$install" ]; then echo "mariadbd is missing; run again with --install" >&2 && exit 1; fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y mariadb-server >/dev/null
fi

folder=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; fi
  rm -rf "$folder"
}
trap finish EXIT
fail() { echo "FAILED: $*" >&2 && exit 1; }

start_server() {
  mkdir "$folder/data"
  mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$folder/data" \
    --auth-root-authentication-method=normal >"$folder/install.log" 2>&1 || fail "$(tail -n 3 "$folder/install.log")"
  mariadbd --no-defaults --user="$(id -un)" --datadir="$folder/data" --socket="$folder/socket" --skip-networking \
    --pid-file="$folder/pid" >"$folder/server.log" 2>&1 &
  server=$!
  for _ in $(seq 120); do
    if client -e 'select 1' >/dev/null 2>&1; then return; fi
    kill -0 "$server" 2>/dev/null || fail "$(tail -n 3 "$folder/server.log")"
    sleep 0.5
  done
  fail "the server does not answer"
}
client() { mariadb --no-defaults --user=root --socket="$folder/socket" "$@"; }

# load DATABASE FILE: a fresh database from a file; any warning is a failure.
load() {
  client -e "create database $1"
  client --show-warnings "$1" <"$2" >"$folder/warnings" 2>&1 || fail "$2 is refused: $(head -n 1 "$folder/warnings")"
  if [ -s "$folder/warnings" ]; then fail "$2 loads with warnings: $(head -n 3 "$folder/warnings")"; fi
}

# Rows that are hard to carry: see hard-rows.sql; and one that is longer than a statement usually is.
hard_rows() {
  cat "$here/hard-rows.sql"
  printf "INSERT INTO workspaces (id, uuid, identifier, metadata, created_by) VALUES (900000002, 'long', 'long', '"
  head -c 3000000 /dev/zero | tr '\0' 'x'
  printf "', 900000001);\n"
}

into() { "$blazz" import "$1" --into "$2" >/dev/null 2>"$folder/refused" || fail "$(head -n 3 "$folder/refused")"; }

hard_rows >"$folder/hard.sql"
into "$dump" "$folder/a"
into "$folder/hard.sql" "$folder/a"
start_server

"$blazz" export "$folder/a" --format sql --out "$folder/all.sql" >/dev/null
"$blazz" export "$folder/a" --format sql --out "$folder/all.sql.gz" >/dev/null
gzip -dc "$folder/all.sql.gz" | cmp - "$folder/all.sql" || fail "gzip packs something else"
load everything "$folder/all.sql"
"$blazz" schema --format sql >"$folder/schema.sql"
load declared "$folder/schema.sql"
for database in everything declared; do
  client --batch --raw --skip-column-names information_schema <"$here/describe.sql" \
    --init-command="set @name='$database'" >"$folder/described"
  python3 "$here/compare-schema.py" "$folder/schema.sql" "$folder/described" || fail "the schema of $database differs"
done

mariadb-dump --no-defaults --user=root --socket="$folder/socket" everything >"$folder/again.sql"
into "$folder/again.sql" "$folder/b"
tables=$("$blazz" tables "$folder/a" --format jsonl | sed 's/^{"name":"\([^"]*\)".*/\1/')
for table in $tables; do
  cmp <("$blazz" dump "$folder/a" "$table" --format jsonl) <("$blazz" dump "$folder/b" "$table" --format jsonl) ||
    fail "$table comes back different"
done

workspace=$("$blazz" dump "$folder/a" workspaces --columns id --limit 1 --format csv | tail -n 1 | tr -d '\r')
"$blazz" export "$folder/a" --workspace "$workspace" --format sql --out "$folder/one.sql" >/dev/null
load one "$folder/one.sql"
mariadb-dump --no-defaults --user=root --socket="$folder/socket" one >"$folder/one-again.sql"
# A foreign key of a dump may lead into another workspace: such a row is exported, and an import refuses it.
"$blazz" import "$folder/one-again.sql" --into "$folder/c" >"$folder/imported" 2>"$folder/refused" || true
if grep -v -e ': there is no such row in ' -e ' more rows refused$' "$folder/refused" >&2; then
  fail "workspace $workspace is refused"
fi
refused=$(awk 'NF == 5 && $5 ~ /^[0-9]+$/ { sum += $5 } END { print sum + 0 }' "$folder/imported")
"$blazz" export "$folder/a" --workspace "$workspace" --format jsonl | sort >"$folder/one.jsonl"
"$blazz" export "$folder/c" --format jsonl | sort >"$folder/c.jsonl"
added=$(comm -13 "$folder/one.jsonl" "$folder/c.jsonl" | wc -l)
missing=$(comm -23 "$folder/one.jsonl" "$folder/c.jsonl" | wc -l)
if [ "$added" != 0 ] || [ "$missing" != "$refused" ]; then
  fail "workspace $workspace comes back different: $missing rows are missing, $added were not there"
fi

echo "$(echo "$tables" | wc -w) tables and workspace $workspace come back the same, without a warning"
