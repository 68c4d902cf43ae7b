// The floor's questions about campaigns that take more than one stretch of an index, and the chart of a week.
#include "floor.h"

// States of a campaign log.
enum { log_pending = 1, log_failed = 3, log_ongoing = 4 };

/// How the entries of a campaign's logs in a state begin.
static size_t put_state(uint8_t *to, const peer_subject *subject, uint64_t state) {
  to[0] = 0x80;
  size_t length = 1 + put_integer(to + 1, subject->workspace);
  length += put_integer(to + length, subject->number);
  return length + put_integer(to + length, state);
}

/// Primary keys of the first logs in a state; returns LMDB's code.
static int first_logs(
    floor_peer *peer, const peer_subject *subject, uint64_t state, uint64_t *ids, int limit, int *count) {
  uint8_t prefix[32];
  size_t length = put_state(prefix, subject, state);
  MDB_val key, value;
  int code = floor_seek(peer->logs.entries, &key, &value, prefix, length, false);
  for (*count = 0; !code && *count < limit && has_prefix(key, prefix, length); ++*count) {
    ids[*count] = get_integer((const uint8_t *)key.mv_data + length);
    code = mdb_cursor_get(peer->logs.entries, &key, &value, MDB_NEXT);
  }
  return code == MDB_NOTFOUND ? 0 : code;
}

/// The row of a log, which may be the neighbor of the one before.
static int take_log(floor_peer *peer, const peer_subject *subject, uint64_t id, bool is_first, uint64_t *hash) {
  uint8_t bytes[32] = {0};
  size_t length = 1 + put_integer(bytes + 1, subject->workspace);
  length += put_integer(bytes + length, id);
  MDB_val key = {length, bytes}, near, row;
  int code = is_first ? MDB_NOTFOUND : mdb_cursor_get(peer->logs.rows, &near, &row, MDB_NEXT);
  if (code || near.mv_size != length || memcmp(near.mv_data, bytes, length)) {
    code = mdb_cursor_get(peer->logs.rows, &key, &row, MDB_SET);
  }
  if (code) return code;
  if (*(const uint8_t *)row.mv_data) return -1;
  memcpy(peer->row, row.mv_data, row.mv_size);
  *hash = peer_mix(*hash, id);
  return 0;
}

int floor_dispatch(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  enum { limit = 1000 };
  uint64_t pending[limit], failed[limit];
  int pendings = 0, faileds = 0, code = floor_begin(peer, &peer->logs);
  if (!code) code = first_logs(peer, subject, log_pending, pending, limit, &pendings);
  if (!code) code = first_logs(peer, subject, log_failed, failed, limit, &faileds);
  for (int taken = 0, p = 0, f = 0; !code && taken < limit && (p < pendings || f < faileds); taken++) {
    bool is_pending = f == faileds || (p < pendings && pending[p] < failed[f]);
    code = take_log(peer, subject, is_pending ? pending[p++] : failed[f++], !taken, hash);
  }
  mdb_txn_reset(peer->txn);
  return code;
}

int floor_campaign_done(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  uint64_t id;
  int found = 0, code = floor_begin(peer, &peer->logs);
  if (!code) code = first_logs(peer, subject, log_pending, &id, 1, &found);
  if (!code && !found) code = first_logs(peer, subject, log_ongoing, &id, 1, &found);
  *hash = peer_mix(*hash, peer_mix(PEER_START, (uint64_t)found));
  mdb_txn_reset(peer->txn);
  return code;
}

/// Live chats of a type by day, of the times that a subject says.
static int count_days(
    floor_peer *peer, const peer_subject *subject, uint64_t type, const char *name, uint64_t *sum) {
  uint8_t prefix[32] = {0x84};
  size_t length = 1 + put_integer(prefix + 1, subject->workspace);
  length += put_integer(prefix + length, type);
  size_t seek_length = length + put_integer(prefix + length, (uint64_t)subject->from);
  uint64_t direction = peer_text((const uint8_t *)name, strlen(name)), day = 0, count = 0;
  MDB_val key, value;
  int code = floor_seek(peer->chats.entries, &key, &value, prefix, seek_length, false);
  for (;;) {
    bool is_there = !code && has_prefix(key, prefix, length);
    uint64_t time = is_there ? get_integer((const uint8_t *)key.mv_data + length) : 0;
    is_there = is_there && time < (uint64_t)subject->to;
    if (!is_there || time / 86400 != day) {
      if (count) *sum += peer_mix(peer_mix(peer_mix(PEER_START, direction), day), count);
      day = time / 86400;
      count = 0;
    }
    if (!is_there) return code == MDB_NOTFOUND ? 0 : code;
    count++;
    code = mdb_cursor_get(peer->chats.entries, &key, &value, MDB_NEXT);
  }
}

int floor_week_chart(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  uint64_t sum = 0;
  int code = floor_begin(peer, &peer->chats);
  if (!code) code = count_days(peer, subject, 1, "inbound", &sum);
  if (!code) code = count_days(peer, subject, 2, "outbound", &sum);
  *hash = peer_mix(*hash, sum);
  mdb_txn_reset(peer->txn);
  return code;
}
