// The questions of QueryCheck by bare LMDB calls, over keys and rows as docs/format.md lays them out. It is the floor:
// what a question costs when nothing is checked, no plan is made, and rows are copied as bytes and not decoded.
#include "peers.h"

#include <lmdb.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/// A table's database, a cursor for entries and one for rows.
typedef struct {
  MDB_dbi dbi;
  MDB_cursor *entries, *rows;
} table;

struct lmdb_peer {
  MDB_env *env;
  MDB_txn *txn;
  table chats, contacts, logs;
  uint8_t row[4096];
};

/// Handles stay open only when the transaction that opened them commits.
static int open_handles(lmdb_peer *peer) {
  MDB_txn *txn;
  int code = mdb_txn_begin(peer->env, NULL, MDB_RDONLY, &txn);
  if (code) return code;
  code = mdb_dbi_open(txn, "chats", 0, &peer->chats.dbi);
  if (!code) code = mdb_dbi_open(txn, "contacts", 0, &peer->contacts.dbi);
  if (!code) code = mdb_dbi_open(txn, "campaign_logs", 0, &peer->logs.dbi);
  if (!code) return mdb_txn_commit(txn);
  mdb_txn_abort(txn);
  return code;
}

static int open_cursors(MDB_txn *txn, table *table) {
  int code = mdb_cursor_open(txn, table->dbi, &table->entries);
  return code ? code : mdb_cursor_open(txn, table->dbi, &table->rows);
}

lmdb_peer *lmdb_peer_open(const char *path, int *code) {
  lmdb_peer *peer = calloc(1, sizeof *peer);
  *code = mdb_env_create(&peer->env);
  if (!*code) *code = mdb_env_set_maxdbs(peer->env, 128);
  if (!*code) *code = mdb_env_open(peer->env, path, MDB_NOSUBDIR | MDB_RDONLY | MDB_NOLOCK, 0);
  if (!*code) *code = open_handles(peer);
  if (!*code) *code = mdb_txn_begin(peer->env, NULL, MDB_RDONLY, &peer->txn);
  if (!*code) *code = open_cursors(peer->txn, &peer->chats);
  if (!*code) *code = open_cursors(peer->txn, &peer->contacts);
  if (!*code) *code = open_cursors(peer->txn, &peer->logs);
  if (!*code) {
    mdb_txn_reset(peer->txn);
    return peer;
  }
  free(peer);
  return NULL;
}

static void close_table(table *table) {
  mdb_cursor_close(table->entries);
  mdb_cursor_close(table->rows);
}

void lmdb_peer_close(lmdb_peer *peer) {
  close_table(&peer->chats);
  close_table(&peer->contacts);
  close_table(&peer->logs);
  mdb_txn_abort(peer->txn);
  mdb_env_close(peer->env);
  free(peer);
}

const char *lmdb_peer_version(void) { return mdb_version(NULL, NULL, NULL); }

static int begin(lmdb_peer *peer, table *table) {
  int code = mdb_txn_renew(peer->txn);
  if (!code) code = mdb_cursor_renew(peer->txn, table->entries);
  if (!code) code = mdb_cursor_renew(peer->txn, table->rows);
  return code;
}

// MARK: Keys

/// Appends an integer element; returns what it takes.
static size_t put_integer(uint8_t *to, uint64_t number) {
  size_t length = number ? (71 - __builtin_clzll(number)) / 8 : 0;
  to[0] = 0x80 + length;
  for (size_t i = 0; i < length; i++) to[1 + i] = number >> 8 * (length - 1 - i);
  return 1 + length;
}

static uint64_t get_integer(const uint8_t *element) {
  uint64_t number = 0;
  for (int i = 1; i <= element[0] - 0x80; i++) number = number << 8 | element[i];
  return number;
}

static const uint8_t *skip_integer(const uint8_t *element) {
  uint8_t tag = element[0];
  return element + 1 + (tag >= 0x80 ? tag - 0x80 : tag ? 0x7F - tag : 0);
}

static bool has_prefix(MDB_val key, const uint8_t *prefix, size_t length) {
  return key.mv_size >= length && !memcmp(key.mv_data, prefix, length);
}

/// Moves to the first entry with a prefix, or to the last one.
static int seek(MDB_cursor *cursor, MDB_val *key, MDB_val *value, const uint8_t *prefix, size_t length, bool to_last) {
  uint8_t bound[64];
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

// MARK: Pages of rows

/// How an index leads to a page of rows.
typedef struct {
  uint8_t index;
  /// Number elements between the prefix and the primary key, or a text.
  int numbers;
  /// Bytes behind the workspace that an entry begins with.
  const uint8_t *start;
  size_t start_length;
  bool is_descending;
  /// Whether rows lie in nearly the same order as entries.
  bool is_clustered;
  /// The NULL bit of deleted_at.
  int deleted_bit;
  int limit;
} page_shape;

static bool is_null(const uint8_t *row, int bit) { return row[2 + bit / 8] >> bit % 8 & 1; }

/// The row under a key, which may be the neighbor of the row before.
static int fetch(MDB_cursor *rows, MDB_val *key, MDB_val *value, const page_shape *shape, bool is_first) {
  if (shape->is_clustered && !is_first) {
    MDB_val near;
    int code = mdb_cursor_get(rows, &near, value, shape->is_descending ? MDB_PREV : MDB_NEXT);
    if (!code && near.mv_size == key->mv_size && !memcmp(near.mv_data, key->mv_data, key->mv_size)) return 0;
  }
  return mdb_cursor_get(rows, key, value, MDB_SET);
}

static int page(lmdb_peer *peer, table *table, const page_shape *shape, uint64_t workspace, peer_answer *answer) {
  uint8_t prefix[64], row_key[64] = {0};
  prefix[0] = shape->index;
  size_t length = 1 + put_integer(prefix + 1, workspace);
  size_t row_prefix = 1 + put_integer(row_key + 1, workspace);
  memcpy(prefix + length, shape->start, shape->start_length);
  length += shape->start_length;
  size_t scoped = row_prefix;
  MDB_val key, value;
  int left = shape->limit;
  bool is_first = true;
  int code = seek(table->entries, &key, &value, prefix, length, shape->is_descending);
  while (!code && has_prefix(key, prefix, length)) {
    answer->examined++;
    const uint8_t *bytes = key.mv_data, *element = bytes + scoped;
    if (shape->numbers) {
      for (int i = 0; i < shape->numbers; i++) element = skip_integer(element);
    } else {
      // Names are ASCII letters here, of one byte each, so the byte that ends them is the first of its kind.
      element = (const uint8_t *)memchr(element, 0x0B, key.mv_size - scoped) + 1;
    }
    size_t element_length = bytes + key.mv_size - element;
    memcpy(row_key + row_prefix, element, element_length);
    MDB_val target = {row_prefix + element_length, row_key}, row;
    if ((code = fetch(table->rows, &target, &row, shape, is_first))) return code;
    is_first = false;
    const uint8_t *stored = row.mv_data;
    if (stored[0]) return -1;
    if (is_null(stored, shape->deleted_bit)) {
      memcpy(peer->row, stored, row.mv_size);
      answer->bytes += row.mv_size;
      answer->hash = peer_mix(answer->hash, get_integer(element));
      if (!--left) return 0;
    }
    code = mdb_cursor_get(table->entries, &key, &value, shape->is_descending ? MDB_PREV : MDB_NEXT);
  }
  return code == MDB_NOTFOUND ? 0 : code;
}

static peer_answer pages(
    lmdb_peer *peer, table *table, const page_shape *shape, const uint64_t *workspaces, size_t count) {
  peer_answer answer = {0};
  for (size_t i = 0; i < count && !answer.code; i++) {
    if ((answer.code = begin(peer, table))) break;
    answer.code = page(peer, table, shape, workspaces[i], &answer);
    mdb_txn_reset(peer->txn);
  }
  return answer;
}

peer_answer lmdb_latest_chats(lmdb_peer *peer, const uint64_t *workspaces, size_t count) {
  page_shape shape = {
      .index = 5, .numbers = 2, .is_descending = true, .is_clustered = true, .deleted_bit = 10, .limit = 50};
  return pages(peer, &peer->chats, &shape, workspaces, count);
}

peer_answer lmdb_recent_contacts(lmdb_peer *peer, const uint64_t *workspaces, size_t count) {
  page_shape shape = {.index = 4, .numbers = 1, .is_descending = true, .deleted_bit = 13, .limit = 50};
  return pages(peer, &peer->contacts, &shape, workspaces, count);
}

peer_answer lmdb_named_contacts(lmdb_peer *peer, const uint64_t *workspaces, size_t count) {
  // j, o, h
  static const uint8_t start[] = {0x68, 0x72, 0x64};
  page_shape shape = {.index = 6, .start = start, .start_length = 3, .deleted_bit = 13, .limit = 20};
  return pages(peer, &peer->contacts, &shape, workspaces, count);
}

// MARK: Counts

peer_answer lmdb_campaign_counts(
    lmdb_peer *peer, const uint64_t *workspaces, const uint64_t *campaigns, size_t count) {
  peer_answer answer = {0};
  for (size_t i = 0; i < count && !answer.code; i++) {
    if ((answer.code = begin(peer, &peer->logs))) break;
    uint8_t prefix[32] = {4};
    size_t length = 1 + put_integer(prefix + 1, workspaces[i]);
    length += put_integer(prefix + length, campaigns[i]);
    uint64_t counts[256] = {0};
    MDB_val key, value;
    int code = seek(peer->logs.entries, &key, &value, prefix, length, false);
    while (!code && has_prefix(key, prefix, length)) {
      answer.examined++;
      const uint8_t *status = skip_integer((const uint8_t *)key.mv_data + length);
      counts[status[0] ? status[1] : 0]++;
      code = mdb_cursor_get(peer->logs.entries, &key, &value, MDB_NEXT);
    }
    answer.code = code == MDB_NOTFOUND ? 0 : code;
    for (int status = 0; status <= 4; status++) {
      if (counts[status]) answer.hash = peer_mix(peer_mix(answer.hash, status), counts[status]);
    }
    mdb_txn_reset(peer->txn);
  }
  return answer;
}

// MARK: Scans

/// Where a chat's columns lie: header of 4 bytes, 50 fixed bytes, 4 end offsets of 2 bytes, variable bytes.
enum { fixed_start = 4, user_offset = 8, read_offset = 25, ends_start = 54, variable_start = 62, user_bit = 3,
       status_bit = 7, deleted_bit = 10 };

static bool passes_numbers(const uint8_t *row) {
  uint64_t user;
  memcpy(&user, row + fixed_start + user_offset, 8);
  return !row[fixed_start + read_offset] && !is_null(row, user_bit) && user >= PEER_FIRST_AGENT
      && is_null(row, deleted_bit);
}

static bool passes_text(const uint8_t *row) {
  uint16_t ends[2];
  memcpy(ends, row + ends_start + 4, 4);
  return !row[fixed_start + read_offset] && ends[1] - ends[0] == 6
      && !memcmp(row + variable_start + ends[0], "failed", 6) && is_null(row, deleted_bit);
}

static inline __attribute__((always_inline)) peer_answer scan(lmdb_peer *peer, bool (*passes)(const uint8_t *)) {
  peer_answer answer = {0};
  if ((answer.code = begin(peer, &peer->chats))) return answer;
  uint8_t start = 0;
  MDB_val key = {1, &start}, value;
  uint64_t found = 0;
  int code = mdb_cursor_get(peer->chats.rows, &key, &value, MDB_SET_RANGE);
  while (!code && !*(const uint8_t *)key.mv_data) {
    answer.examined++;
    found += passes(value.mv_data);
    code = mdb_cursor_get(peer->chats.rows, &key, &value, MDB_NEXT);
  }
  answer.code = code == MDB_NOTFOUND ? 0 : code;
  answer.hash = peer_mix(0, found);
  mdb_txn_reset(peer->txn);
  return answer;
}

peer_answer lmdb_scan_numbers(lmdb_peer *peer) { return scan(peer, passes_numbers); }

peer_answer lmdb_scan_text(lmdb_peer *peer) { return scan(peer, passes_text); }
