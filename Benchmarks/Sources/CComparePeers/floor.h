#ifndef BLAZZ_COMPARE_FLOOR_H
#define BLAZZ_COMPARE_FLOOR_H

#include "floor_keys.h"
#include "series.h"

#include <lmdb.h>
#include <stdbool.h>

/// A table's database, a cursor for entries and one for rows.
typedef struct {
  MDB_dbi dbi;
  MDB_cursor *entries, *rows;
} table;

struct floor_peer {
  MDB_env *env;
  MDB_txn *txn;
  table chats, contacts, logs, audits;
  uint8_t row[4096];
};

/// Begins a question: a state to read, and a table's cursors in it.
int floor_begin(floor_peer *peer, table *table);

/// Moves to the first entry with a prefix, or to the last one.
int floor_seek(MDB_cursor *cursor, MDB_val *key, MDB_val *value, const uint8_t *prefix, size_t length, bool to_last);

static inline bool has_prefix(MDB_val key, const uint8_t *prefix, size_t length) {
  return key.mv_size >= length && !memcmp(key.mv_data, prefix, length);
}

/// The 36 characters of a packed UUID.
static inline void unpack_uuid(const uint8_t *bytes, uint8_t *text) {
  static const char digits[] = "0123456789abcdef";
  for (int i = 0, place = 0; i < 16; i++) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text[place++] = '-';
    text[place++] = (uint8_t)digits[bytes[i] >> 4];
    text[place++] = (uint8_t)digits[bytes[i] & 15];
  }
}

/// Has the processor fetch the part of the next page that lies as this entry does, 512 bytes of it, and its header: rows of
/// a loaded table lie page beside page, and in a page the next one before this one.
static inline void prefetch_beside(MDB_val key) {
  const char *start = (const char *)key.mv_data - 512 + 4096;
  for (int line = 0; line < 8; line++) __builtin_prefetch(start + 64 * line);
  __builtin_prefetch((const void *)(((uintptr_t)key.mv_data & ~(uintptr_t)4095) + 4096));
}

/// Where a scan is, and what it has had read before it comes there: one that waits for the disk asks for 2 MiB at a time.
typedef struct {
  uintptr_t page, asked;
  unsigned turns;
  long waits;
  bool is_cold;
} scan_place;

void read_ahead(scan_place *place);

static inline void note_page(scan_place *place, MDB_val key) {
  uintptr_t page = (uintptr_t)key.mv_data & ~(uintptr_t)4095;
  if (page == place->page) return;
  place->page = page;
  if (!(++place->turns & 15)) read_ahead(place);
}

/// Whether the column with a bit in the NULL bitmap is NULL.
static inline bool is_null(const uint8_t *row, int bit) { return row[2 + bit / 8] >> bit % 8 & 1; }

/// Where a chat's columns lie: header of 4 bytes, 50 fixed bytes, 4 end offsets of 2 bytes, variable bytes.
enum {
  chat_fixed = 4, chat_user = 8, chat_type = 16, chat_media = 17, chat_read = 25, chat_created = 42, chat_ends = 54,
  chat_variable = 62, chat_user_bit = 3,
  chat_media_bit = 6, chat_status_bit = 7, chat_deleted_bit = 10
};

/// A chat's status; no bytes where it is NULL.
static inline const uint8_t *chat_status(const uint8_t *row, size_t *length) {
  uint16_t ends[2];
  memcpy(ends, row + chat_ends + 4, 4);
  *length = (size_t)(ends[1] - (ends[0] & 0x7FFF));
  return row + chat_variable + (ends[0] & 0x7FFF);
}

#endif
