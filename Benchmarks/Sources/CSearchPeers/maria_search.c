// MariaDB by libmariadb.
#include "maria_functions.h"
#include "peer.h"

#include <stdio.h>
#include <string.h>

static int noted(search_peer *peer, int failed) {
  if (!failed) return 0;
  snprintf(peer->message, sizeof peer->message, "%s", maria.error(peer->connection));
  int code = (int)maria.errnumber(peer->connection);
  return code ? code : -1;
}

int maria_search_open(const char *socket, search_peer **peer) {
  *peer = calloc(1, sizeof **peer);
  if (maria_load()) {
    snprintf((*peer)->message, sizeof (*peer)->message, "there is no libmariadb");
    return -1;
  }
  (*peer)->connection = maria.init(NULL);
  return noted(*peer, !maria.connect((*peer)->connection, NULL, "root", NULL, NULL, 0, socket, 0));
}

int maria_search_run(search_peer *peer, const char *sql) { return noted(peer, maria.query(peer->connection, sql, strlen(sql))); }

int maria_search_ask(search_peer *peer, const char *sql, peer_ids *ids) {
  int code = maria_search_run(peer, sql);
  if (code) return code;
  void *result = maria.store_result(peer->connection);
  if (!result) return noted(peer, 1);
  ids->count = 0;
  char **row;
  while ((row = maria.fetch_row(result))) peer_add(ids, strtoull(row[0], NULL, 10));
  maria.free_result(result);
  return 0;
}

const char *maria_search_version(search_peer *peer) { return maria.server_info(peer->connection); }

void maria_search_close(search_peer *peer) {
  if (peer->connection) maria.close(peer->connection);
  free(peer);
}
