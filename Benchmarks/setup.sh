#!/usr/bin/env bash
# Makes sure that what the benchmarks compare with is there: SQLite's library with its header, and with the word "peers"
# MariaDB's server and client library. Installs what is missing through apt or brew. The server that a package may start
# is not used: the comparison starts one of its own, and stops it.
set -euo pipefail

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install --yes --no-install-recommends "$@" </dev/null
}

install() {
  if [ "$(uname)" = Darwin ]; then
    brew install "$2"
  else
    # Lists that are missing or out of date are the usual reason for a first attempt to fail.
    apt_install $1 || { as_root apt-get update && apt_install $1; }
  fi
}

has() { PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v "$1" >/dev/null; }

[ "$(uname)" = Darwin ] || pkg-config --exists sqlite3 || install libsqlite3-dev sqlite3
if [ "${1-}" = peers ]; then
  has mariadbd || install "mariadb-server libmariadb3" mariadb ||
    echo "setup: there is no MariaDB; the comparison goes without it" >&2
fi
