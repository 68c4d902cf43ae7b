#!/usr/bin/env bash
# Runs random statements in a store and in a MariaDB server of its own: both must take and refuse the same ones, for the
# same reasons, and be left with the same rows.
#
# usage: run.sh [--install] [STATEMENTS]
#   --install   installs mariadb-server with apt where it is missing; needs root
#   STATEMENTS  how many, 20,000 unless given; BLAZZ_TEST_SEED repeats a run
set -euo pipefail
export LC_ALL=C
root=$(cd "$(dirname "$0")/../.." && pwd)

install=
if [ "${1:-}" = --install ]; then install=yes && shift; fi
if [ $# -gt 1 ]; then sed -n '2,7s/^# \{0,1\}//p' "$0" >&2 && exit 2; fi

if ! command -v mariadbd >/dev/null; then
  if [ -z "$install" ]; then echo "mariadbd is missing; run again with --install" >&2 && exit 1; fi
  apt-get update >/dev/null
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

mkdir "$folder/data"
mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$folder/data" \
  --auth-root-authentication-method=normal >"$folder/install.log" 2>&1 || fail "$(tail -n 3 "$folder/install.log")"
mariadbd --no-defaults --user="$(id -un)" --datadir="$folder/data" --socket="$folder/socket" --skip-networking \
  --pid-file="$folder/pid" --innodb-flush-log-at-trx-commit=0 >"$folder/server.log" 2>&1 &
server=$!
for _ in $(seq 120); do
  if mariadb --no-defaults --user=root --socket="$folder/socket" -e 'select 1' >/dev/null 2>&1; then break; fi
  kill -0 "$server" 2>/dev/null || fail "$(tail -n 3 "$folder/server.log")"
  sleep 0.5
done

export BLAZZ_MARIADB_SOCKET="$folder/socket"
if [ $# -gt 0 ]; then export BLAZZ_TEST_STATEMENTS=$1; fi
cd "$root"
swift test --filter MariaDBRandomTests
