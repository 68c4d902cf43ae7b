// MariaDB by libmariadb.
#include "maria_functions.h"
#include "series.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct maria_peer {
  void *connection;
  char message[512];
  uint8_t row[1 << 17];
};

static int noted(maria_peer *peer, int failed) {
  if (!failed) return 0;
  snprintf(peer->message, sizeof peer->message, "%s", maria.error(peer->connection));
  int code = (int)maria.errnumber(peer->connection);
  return code ? code : -1;
}

int maria_open(const char *socket, maria_peer **peer) {
  *peer = calloc(1, sizeof **peer);
  if (maria_load()) {
    snprintf((*peer)->message, sizeof (*peer)->message, "there is no libmariadb");
    return -1;
  }
  (*peer)->connection = maria.init(NULL);
  return noted(*peer, !maria.connect((*peer)->connection, NULL, "root", NULL, NULL, 0, socket, 0));
}

void maria_close_peer(maria_peer *peer) {
  if (peer->connection) maria.close(peer->connection);
  free(peer);
}

const char *maria_message(maria_peer *peer) { return peer->message; }

const char *maria_version_text(maria_peer *peer) { return maria.server_info(peer->connection); }

int maria_run(maria_peer *peer, const char *sql, size_t length) {
  int code = noted(peer, maria.query(peer->connection, sql, length));
  if (code || !maria.field_count(peer->connection)) return code;
  void *result = maria.store_result(peer->connection);
  if (!result) return noted(peer, 1);
  maria.free_result(result);
  return 0;
}

int maria_number(maria_peer *peer, const char *sql, double *number) {
  int code = noted(peer, maria.query(peer->connection, sql, strlen(sql)));
  if (code) return code;
  void *result = maria.store_result(peer->connection);
  if (!result) return noted(peer, 1);
  char **row = maria.fetch_row(result);
  *number = row && row[0] ? strtod(row[0], NULL) : 0;
  maria.free_result(result);
  return 0;
}

/// Everything comes as text; what has digits alone counts as a number.
static uint64_t value(const char *bytes, unsigned long length) {
  uint64_t number = 0;
  for (unsigned long i = 0; i < length; i++) {
    if (bytes[i] < '0' || bytes[i] > '9' || length > 19) return peer_text((const uint8_t *)bytes, length);
    number = number * 10 + (uint64_t)(bytes[i] - '0');
  }
  return length ? number : peer_text((const uint8_t *)bytes, 0);
}

static int answer(maria_peer *peer, const char *sql, int hashed, uint64_t *hash) {
  int code = noted(peer, maria.query(peer->connection, sql, strlen(sql)));
  if (code) return code;
  unsigned columns = maria.field_count(peer->connection);
  if (!columns) return 0;
  void *result = maria.store_result(peer->connection);
  if (!result) return noted(peer, 1);
  uint64_t sum = 0;
  char **row;
  while ((row = maria.fetch_row(result))) {
    unsigned long *lengths = maria.fetch_lengths(result);
    uint64_t taken = hashed ? *hash : PEER_START;
    uint8_t *to = peer->row;
    for (unsigned i = 0; i < columns; i++) {
      if (row[i]) to = peer_copy(peer->row, sizeof peer->row, to, row[i], lengths[i]);
      if (!hashed || (int)i < hashed) taken = peer_mix(taken, row[i] ? value(row[i], lengths[i]) : PEER_NULL);
    }
    if (hashed) *hash = taken; else sum += taken;
  }
  if (!hashed) *hash = peer_mix(*hash, sum);
  maria.free_result(result);
  return 0;
}

static int answer_all(
    maria_peer *peer, const char *const *sql, const int *hashed, size_t count, uint64_t *hash) {
  int code = 0;
  for (size_t i = 0; i < count && !code; i++) code = answer(peer, sql[i], hashed[i], hash);
  return code;
}

int maria_ask(
    maria_peer *peer, const char *const *sql, const int *hashed, size_t count, peer_series series, peer_run *run) {
  RUN_SERIES(series, run, answer_all(peer, sql + i * count, hashed, count, &hash));
}
