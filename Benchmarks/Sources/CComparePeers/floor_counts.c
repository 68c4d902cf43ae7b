// The floor's counts and scans.
#include "floor.h"

// MARK: Counts of entries

/// The names of a campaign log's states, by number.
static uint64_t state_name(uint64_t number) {
  static const char *const names[] = {"", "pending", "success", "failed", "ongoing"};
  return number && number <= 4 ? peer_text((const uint8_t *)names[number], strlen(names[number])) : PEER_NULL;
}

int floor_unread(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  int code = floor_begin(peer, &peer->chats);
  if (code) return code;
  uint8_t prefix[32] = {0x83};
  size_t length = 1 + put_integer(prefix + 1, subject->workspace);
  uint64_t count = 0;
  MDB_val key, value;
  code = floor_seek(peer->chats.entries, &key, &value, prefix, length, false);
  while (!code && has_prefix(key, prefix, length)) {
    count++;
    code = mdb_cursor_get(peer->chats.entries, &key, &value, MDB_NEXT);
  }
  *hash = peer_mix(*hash, peer_mix(PEER_START, count));
  mdb_txn_reset(peer->txn);
  return code == MDB_NOTFOUND ? 0 : code;
}

int floor_status_counts(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  int code = floor_begin(peer, &peer->logs);
  if (code) return code;
  uint8_t prefix[32] = {0x80};
  size_t length = 1 + put_integer(prefix + 1, subject->workspace);
  length += put_integer(prefix + length, subject->number);
  uint64_t counts[256] = {0};
  MDB_val key, value;
  code = floor_seek(peer->logs.entries, &key, &value, prefix, length, false);
  while (!code && has_prefix(key, prefix, length)) {
    const uint8_t *status = (const uint8_t *)key.mv_data + length;
    counts[status[0] ? status[1] : 0]++;
    code = mdb_cursor_get(peer->logs.entries, &key, &value, MDB_NEXT);
  }
  uint64_t sum = 0;
  for (uint64_t status = 0; status <= 4; status++) {
    if (counts[status]) sum += peer_mix(peer_mix(PEER_START, state_name(status)), counts[status]);
  }
  *hash = peer_mix(*hash, sum);
  mdb_txn_reset(peer->txn);
  return code == MDB_NOTFOUND ? 0 : code;
}

int floor_campaign_days(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  int code = floor_begin(peer, &peer->logs);
  if (code) return code;
  uint8_t prefix[32] = {4};
  size_t length = 1 + put_integer(prefix + 1, subject->workspace);
  length += put_integer(prefix + length, subject->number);
  uint64_t counts[5] = {0}, day = 0, sum = 0;
  MDB_val key, value;
  code = floor_seek(peer->logs.entries, &key, &value, prefix, length, false);
  for (;;) {
    bool is_there = !code && has_prefix(key, prefix, length);
    const uint8_t *time = is_there ? (const uint8_t *)key.mv_data + length : NULL;
    uint64_t next = is_there ? get_integer(time) / 86400 : 0;
    if (!is_there || next != day) {
      for (uint64_t status = 1; status <= 4; status++) {
        if (!counts[status]) continue;
        sum += peer_mix(peer_mix(peer_mix(PEER_START, day), state_name(status)), counts[status]);
        counts[status] = 0;
      }
      day = next;
    }
    if (!is_there) break;
    const uint8_t *status = skip_integer(time);
    if (!status[0] || status[1] > 4) return -1;
    counts[status[1]]++;
    code = mdb_cursor_get(peer->logs.entries, &key, &value, MDB_NEXT);
  }
  *hash = peer_mix(*hash, sum);
  mdb_txn_reset(peer->txn);
  return code == MDB_NOTFOUND ? 0 : code;
}

// MARK: Scans of all rows

static bool passes_numbers(const uint8_t *row, const peer_subject *subject) {
  uint64_t user;
  memcpy(&user, row + chat_fixed + chat_user, 8);
  return !row[chat_fixed + chat_read] && !is_null(row, chat_user_bit) && user >= subject->number
      && is_null(row, chat_deleted_bit);
}

static bool passes_text(const uint8_t *row, const peer_subject *subject) {
  (void)subject;
  if (row[chat_fixed + chat_read] || !is_null(row, chat_deleted_bit)) return false;
  size_t length;
  const uint8_t *status = chat_status(row, &length);
  return length == 6 && !memcmp(status, "failed", 6);
}

static inline __attribute__((always_inline)) int scan(
    floor_peer *peer, const peer_subject *subject, uint64_t *hash,
    bool (*passes)(const uint8_t *, const peer_subject *)) {
  int code = floor_begin(peer, &peer->chats);
  if (code) return code;
  uint8_t start = 0;
  MDB_val key = {1, &start}, value;
  scan_place place = {0};
  uint64_t found = 0;
  code = mdb_cursor_get(peer->chats.rows, &key, &value, MDB_SET_RANGE);
  while (!code && !*(const uint8_t *)key.mv_data) {
    prefetch_beside(key);
    note_page(&place, key);
    found += passes(value.mv_data, subject);
    code = mdb_cursor_get(peer->chats.rows, &key, &value, MDB_NEXT);
  }
  *hash = peer_mix(*hash, peer_mix(PEER_START, found));
  mdb_txn_reset(peer->txn);
  return code == MDB_NOTFOUND ? 0 : code;
}

int floor_scan_numbers(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  return scan(peer, subject, hash, passes_numbers);
}

int floor_scan_text(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  return scan(peer, subject, hash, passes_text);
}

/// retry_count follows the references and the state in the fixed part: 3 header bytes, then 8 + 8 + 8 + 1.
int floor_sum_retries(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  (void)subject;
  int code = floor_begin(peer, &peer->logs);
  if (code) return code;
  uint8_t start = 0;
  MDB_val key = {1, &start}, value;
  scan_place place = {0};
  uint64_t counts[5] = {0}, sums[5] = {0}, sum = 0;
  code = mdb_cursor_get(peer->logs.rows, &key, &value, MDB_SET_RANGE);
  while (!code && !*(const uint8_t *)key.mv_data) {
    prefetch_beside(key);
    note_page(&place, key);
    const uint8_t *row = value.mv_data;
    uint8_t status = row[3 + 24];
    uint32_t retries;
    memcpy(&retries, row + 3 + 25, 4);
    if (status > 4) return -1;
    counts[status]++;
    sums[status] += retries;
    code = mdb_cursor_get(peer->logs.rows, &key, &value, MDB_NEXT);
  }
  for (uint64_t status = 1; status <= 4; status++) {
    if (counts[status]) sum += peer_mix(peer_mix(peer_mix(PEER_START, state_name(status)), counts[status]), sums[status]);
  }
  *hash = peer_mix(*hash, sum);
  mdb_txn_reset(peer->txn);
  return code == MDB_NOTFOUND ? 0 : code;
}
