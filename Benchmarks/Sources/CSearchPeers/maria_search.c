// MariaDB by libmariadb, whose few functions are looked up: nobody needs it to build this.
#include "peer.h"

#include <dlfcn.h>
#include <stdio.h>

static struct {
  void *(*init)(void *);
  void *(*connect)(
      void *, const char *host, const char *user, const char *password, const char *database, unsigned port,
      const char *socket, unsigned long flags);
  int (*query)(void *, const char *);
  void *(*store_result)(void *);
  char **(*fetch_row)(void *);
  void (*free_result)(void *);
  unsigned (*errnumber)(void *);
  const char *(*error)(void *);
  const char *(*server_info)(void *);
  void (*close)(void *);
} maria;

static int load(void) {
  const char *names[] = {"libmariadb.so.3", "libmariadb.3.dylib"};
  void *library = NULL;
  for (int i = 0; i < 2 && !library; i++) library = dlopen(names[i], RTLD_NOW);
  if (!library) return -1;
  struct { const char *name; void *function; } symbols[] = {
      {"mysql_init", &maria.init}, {"mysql_real_connect", &maria.connect}, {"mysql_query", &maria.query},
      {"mysql_store_result", &maria.store_result}, {"mysql_fetch_row", &maria.fetch_row},
      {"mysql_free_result", &maria.free_result}, {"mysql_errno", &maria.errnumber}, {"mysql_error", &maria.error},
      {"mysql_get_server_info", &maria.server_info}, {"mysql_close", &maria.close}};
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    void *found = dlsym(library, symbols[i].name);
    if (!found) return -1;
    *(void **)symbols[i].function = found;
  }
  return 0;
}

static int noted(search_peer *peer, int failed) {
  if (!failed) return 0;
  snprintf(peer->message, sizeof peer->message, "%s", maria.error(peer->connection));
  int code = (int)maria.errnumber(peer->connection);
  return code ? code : -1;
}

int maria_search_open(const char *socket, search_peer **peer) {
  *peer = calloc(1, sizeof **peer);
  if (!maria.init && load()) {
    snprintf((*peer)->message, sizeof (*peer)->message, "there is no libmariadb");
    return -1;
  }
  (*peer)->connection = maria.init(NULL);
  return noted(*peer, !maria.connect((*peer)->connection, NULL, "root", NULL, NULL, 0, socket, 0));
}

int maria_search_run(search_peer *peer, const char *sql) { return noted(peer, maria.query(peer->connection, sql)); }

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
