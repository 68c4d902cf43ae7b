// The floor: the same number of entries of the same sizes, put by bare LMDB.
#include "numbers.h"
#include "peers.h"

#include <lmdb.h>
#include <string.h>

static int put_row(MDB_txn *txn, MDB_dbi dbi, lmdb_row_shape shape, uint64_t number) {
  uint8_t key[64] = {0}, row[2048];
  memset(row, (int)number, sizeof row);
  for (int entry = 0; entry <= shape.entries; entry++) {
    // Entry 0 tells by a rising id whose row it is; the row, entry 1, and the indexes lie by workspace or value.
    uint64_t order = entry ? mixed(number * 31 + (uint64_t)entry) : number;
    key[0] = (uint8_t)entry;
    for (int byte = 0; byte < 8; byte++) key[1 + byte] = (uint8_t)(order >> (56 - 8 * byte));
    MDB_val k = {(size_t)shape.key_bytes, key}, v = {entry == 1 ? (size_t)shape.row_bytes : 0, row};
    int code = mdb_put(txn, dbi, &k, &v, 0);
    if (code) return code;
  }
  return 0;
}

static int commit(MDB_env *env, MDB_dbi dbi, MDB_dbi meta, lmdb_row_shape shape, uint64_t first, int rows) {
  MDB_txn *txn;
  int code = mdb_txn_begin(env, NULL, 0, &txn);
  if (code) return code;
  for (int row = 0; row < rows && !code; row++) code = put_row(txn, dbi, shape, first + (uint64_t)row);
  // The sequence and the sizes of the table.
  uint8_t record[256] = {0};
  for (int place = 0; place < 2 && !code; place++) {
    MDB_val k = {8, place ? "sequence" : "sizes000"}, v = {place ? 8 : 204, record};
    code = mdb_put(txn, meta, &k, &v, 0);
  }
  if (code) {
    mdb_txn_abort(txn);
    return code;
  }
  return mdb_txn_commit(txn);
}

int lmdb_commit_rows(
    const char *path, lmdb_row_shape shape, uint64_t first, int rows_a_commit, int commits, double *nanoseconds) {
  MDB_env *env;
  MDB_txn *txn;
  MDB_dbi dbi, meta;
  int code = mdb_env_create(&env);
  if (code) return code;
  mdb_env_set_maxdbs(env, 80);
  mdb_env_set_mapsize(env, (size_t)64 << 30);
  code = mdb_env_open(env, path, MDB_NOSUBDIR | MDB_NOTLS, 0644);
  if (!code) code = mdb_txn_begin(env, NULL, 0, &txn);
  if (!code) code = mdb_dbi_open(txn, "chats", MDB_CREATE, &dbi);
  if (!code) code = mdb_dbi_open(txn, "meta", MDB_CREATE, &meta);
  if (!code) code = mdb_txn_commit(txn);
  for (int number = 0; number < commits && !code; number++) {
    double start = now();
    code = commit(env, dbi, meta, shape, first + (uint64_t)number * (uint64_t)rows_a_commit, rows_a_commit);
    nanoseconds[number] = now() - start;
  }
  mdb_env_close(env);
  return code;
}
