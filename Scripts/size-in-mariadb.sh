#!/usr/bin/env bash
# Prints what a dump's rows take in MariaDB, in bytes a row with pages and all: Scripts/size-in-mariadb.sh DUMP.sql.
# Columns: table, rows (as InnoDB estimates them), bytes of the clustered index, bytes of all others.
# A server of its own in a temporary folder; it needs mariadbd, mariadb-install-db and mariadb.
set -euo pipefail
dump=${1:?which dump, unpacked}
PATH=$PATH:/usr/sbin
folder=$(mktemp -d)
socket=$folder/s
ask() { mariadb --no-defaults --user=root --socket="$socket" "$@"; }
stop() {
  ask --execute SHUTDOWN 2>/dev/null || true
  wait
  rm -rf "$folder"
}
trap stop EXIT

mariadb-install-db --no-defaults --datadir="$folder/data" --user="$(id -un)" \
  --auth-root-authentication-method=normal >/dev/null
mariadbd --no-defaults --datadir="$folder/data" --socket="$socket" --user="$(id -un)" --skip-networking --skip-log-bin \
  --innodb-buffer-pool-size=2G --innodb-log-file-size=1G --innodb-flush-log-at-trx-commit=0 2>"$folder/log" &
for _ in $(seq 300); do
  ask --execute 'SELECT 1' >/dev/null 2>&1 && break
  sleep 0.1
done
ask --execute 'CREATE DATABASE crm CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci'
{ echo 'SET foreign_key_checks = 0, unique_checks = 0;'; cat "$dump"; } | ask crm
for table in $(ask --skip-column-names crm --execute 'SHOW TABLES'); do
  ask crm --execute "ANALYZE TABLE \`$table\`" >/dev/null
done
ask --execute "
  SELECT table_name, n_rows, ROUND(clustered_index_size * @@innodb_page_size / n_rows, 1) AS row_bytes,
    ROUND(sum_of_other_index_sizes * @@innodb_page_size / n_rows, 1) AS index_bytes
  FROM mysql.innodb_table_stats WHERE database_name = 'crm' AND n_rows >= 1000 ORDER BY n_rows DESC"
