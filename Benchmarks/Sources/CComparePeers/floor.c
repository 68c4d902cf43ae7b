// Questions by bare LMDB calls, over keys and rows as docs/format.md lays them out. It is the floor: what a question
// costs when nothing is checked, no plan is made, and rows are copied as bytes and not decoded.
#define _GNU_SOURCE
#include "floor.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/// Handles stay open only when the transaction that opened them commits.
static int open_handles(floor_peer *peer) {
  struct { table *table; const char *name; } tables[] = {
      {&peer->chats, "chats"}, {&peer->contacts, "contacts"}, {&peer->logs, "campaign_logs"},
      {&peer->audits, "audit_logs"}};
  MDB_txn *txn;
  int code = mdb_txn_begin(peer->env, NULL, MDB_RDONLY, &txn);
  if (code) return code;
  for (int i = 0; i < 4 && !code; i++) code = mdb_dbi_open(txn, tables[i].name, 0, &tables[i].table->dbi);
  if (!code) return mdb_txn_commit(txn);
  mdb_txn_abort(txn);
  return code;
}

static int open_cursors(MDB_txn *txn, table *table) {
  int code = mdb_cursor_open(txn, table->dbi, &table->entries);
  return code ? code : mdb_cursor_open(txn, table->dbi, &table->rows);
}

floor_peer *floor_open(const char *path, int *code) {
  floor_peer *peer = calloc(1, sizeof *peer);
  *code = mdb_env_create(&peer->env);
  if (!*code) *code = mdb_env_set_maxdbs(peer->env, 128);
  if (!*code) *code = mdb_env_open(peer->env, path, MDB_NOSUBDIR | MDB_RDONLY | MDB_NOLOCK | MDB_NORDAHEAD, 0);
  if (!*code) *code = open_handles(peer);
  if (!*code) *code = mdb_txn_begin(peer->env, NULL, MDB_RDONLY, &peer->txn);
  if (!*code) *code = open_cursors(peer->txn, &peer->chats);
  if (!*code) *code = open_cursors(peer->txn, &peer->contacts);
  if (!*code) *code = open_cursors(peer->txn, &peer->logs);
  if (!*code) *code = open_cursors(peer->txn, &peer->audits);
  if (!*code) {
    mdb_txn_reset(peer->txn);
    return peer;
  }
  if (peer->env) mdb_env_close(peer->env);
  free(peer);
  return NULL;
}

void read_ahead(scan_place *place) {
  const uintptr_t window = 2 << 20, part = 128 << 10;
  if (!(place->turns & 1023) || !place->is_cold) {
    struct rusage usage;
    getrusage(RUSAGE_THREAD, &usage);
    place->is_cold = place->waits && usage.ru_majflt != place->waits - 1;
    place->waits = usage.ru_majflt + 1;
  }
  if (!place->is_cold) return;
  if (place->asked < place->page || place->asked > place->page + 2 * window) place->asked = place->page;
  if (place->asked > place->page + window / 2) return;
  for (uintptr_t end = place->asked + window; place->asked < end; place->asked += part) {
    madvise((void *)place->asked, part, MADV_WILLNEED);
  }
}

static void close_table(table *table) {
  mdb_cursor_close(table->entries);
  mdb_cursor_close(table->rows);
}

void floor_close(floor_peer *peer) {
  close_table(&peer->chats);
  close_table(&peer->contacts);
  close_table(&peer->logs);
  close_table(&peer->audits);
  mdb_txn_abort(peer->txn);
  mdb_env_close(peer->env);
  free(peer);
}

const char *floor_version(void) { return mdb_version(NULL, NULL, NULL); }

int floor_begin(floor_peer *peer, table *table) {
  int code = mdb_txn_renew(peer->txn);
  if (!code) code = mdb_cursor_renew(peer->txn, table->entries);
  if (!code) code = mdb_cursor_renew(peer->txn, table->rows);
  return code;
}

int floor_seek(MDB_cursor *cursor, MDB_val *key, MDB_val *value, const uint8_t *prefix, size_t length, bool to_last) {
  uint8_t bound[512];
  memcpy(bound, prefix, length);
  if (to_last) {
    while (bound[length - 1] == 0xFF) length--;
    bound[length - 1]++;
  }
  *key = (MDB_val){length, bound};
  int code = mdb_cursor_get(cursor, key, value, MDB_SET_RANGE);
  if (!to_last) return code;
  return mdb_cursor_get(cursor, key, value, code == MDB_NOTFOUND ? MDB_LAST : MDB_PREV);
}

int floor_ask(floor_peer *peer, floor_question question, peer_series series, peer_run *run) {
  RUN_SERIES(series, run, question(peer, &series.subjects[i], &hash));
}

// MARK: One row

static int take(floor_peer *peer, MDB_val row, uint64_t id, uint64_t *hash) {
  if (*(const uint8_t *)row.mv_data) return -1;
  memcpy(peer->row, row.mv_data, row.mv_size);
  *hash = peer_mix(*hash, id);
  return 0;
}

static int get(floor_peer *peer, table *table, uint64_t workspace, uint64_t id, uint64_t *hash) {
  uint8_t bytes[32] = {0};
  size_t length = 1 + put_integer(bytes + 1, workspace);
  length += put_integer(bytes + length, id);
  MDB_val key = {length, bytes}, row;
  int code = mdb_get(peer->txn, table->dbi, &key, &row);
  return code ? code : take(peer, row, id, hash);
}

static int get_one(floor_peer *peer, table *table, const peer_subject *subject, uint64_t *hash) {
  int code = mdb_txn_renew(peer->txn);
  if (!code) code = get(peer, table, subject->workspace, subject->number, hash);
  mdb_txn_reset(peer->txn);
  return code;
}

int floor_get_chats(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  int code = mdb_txn_renew(peer->txn);
  for (size_t i = 0; i < subject->number_count && !code; i++) {
    code = get(peer, &peer->chats, subject->workspace, subject->numbers[i], hash);
  }
  mdb_txn_reset(peer->txn);
  return code;
}

int floor_get_chat(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  return get_one(peer, &peer->chats, subject, hash);
}

int floor_get_contact(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  return get_one(peer, &peer->contacts, subject, hash);
}

int floor_get_log(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  return get_one(peer, &peer->logs, subject, hash);
}

/// By the unique index with id 1, whose values are scope and primary key: what follows the key space in the row's key.
static int by_uuid(floor_peer *peer, table *table, const peer_subject *subject, uint64_t *hash) {
  int code = mdb_txn_renew(peer->txn);
  if (code) return code;
  uint8_t bytes[64] = {1}, row_bytes[32] = {0};
  size_t length = 1 + put_text(bytes + 1, subject->text);
  bytes[length++] = TEXT_END;
  MDB_val key = {length, bytes}, place, row;
  code = mdb_get(peer->txn, table->dbi, &key, &place);
  if (!code) {
    memcpy(row_bytes + 1, place.mv_data, place.mv_size);
    MDB_val row_key = {1 + place.mv_size, row_bytes};
    code = mdb_get(peer->txn, table->dbi, &row_key, &row);
  }
  if (!code) code = take(peer, row, get_integer(skip_integer(row_bytes + 1)), hash);
  mdb_txn_reset(peer->txn);
  return code;
}

int floor_chat_by_uuid(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  return by_uuid(peer, &peer->chats, subject, hash);
}

int floor_contact_by_uuid(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  return by_uuid(peer, &peer->contacts, subject, hash);
}

// MARK: The table as a whole

size_t floor_chat_bytes(floor_peer *peer) {
  MDB_stat stat = {0};
  if (!mdb_txn_renew(peer->txn)) mdb_stat(peer->txn, peer->chats.dbi, &stat);
  mdb_txn_reset(peer->txn);
  return stat.ms_psize * (stat.ms_branch_pages + stat.ms_leaf_pages + stat.ms_overflow_pages);
}

static int append_all(floor_peer *peer, MDB_txn *txn) {
  MDB_dbi dbi;
  MDB_cursor *cursor;
  MDB_val key, value;
  scan_place place = {0};
  int code = mdb_dbi_open(txn, "chats", MDB_CREATE, &dbi);
  if (!code) code = mdb_cursor_open(txn, dbi, &cursor);
  if (code) return code;
  code = mdb_cursor_get(peer->chats.rows, &key, &value, MDB_FIRST);
  while (!code) {
    note_page(&place, key);
    code = mdb_cursor_put(cursor, &key, &value, MDB_APPEND);
    if (!code) code = mdb_cursor_get(peer->chats.rows, &key, &value, MDB_NEXT);
  }
  mdb_cursor_close(cursor);
  return code == MDB_NOTFOUND ? 0 : code;
}

int floor_load_chats(floor_peer *peer, const char *path, double *nanoseconds) {
  MDB_env *env;
  MDB_txn *txn;
  double start = peer_now();
  int code = mdb_env_create(&env);
  if (code) return code;
  mdb_env_set_maxdbs(env, 8);
  mdb_env_set_mapsize(env, (size_t)64 << 30);
  code = mdb_env_open(env, path, MDB_NOSUBDIR, 0644);
  if (!code) code = floor_begin(peer, &peer->chats);
  if (!code) code = mdb_txn_begin(env, NULL, 0, &txn);
  if (!code) {
    code = append_all(peer, txn);
    if (code) mdb_txn_abort(txn); else code = mdb_txn_commit(txn);
  }
  mdb_txn_reset(peer->txn);
  mdb_env_close(env);
  *nanoseconds = peer_now() - start;
  return code;
}
