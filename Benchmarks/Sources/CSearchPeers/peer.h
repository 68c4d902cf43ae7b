#ifndef BLAZZ_SEARCH_PEER_H
#define BLAZZ_SEARCH_PEER_H

#include "search_peers.h"

#include <stdlib.h>

struct search_peer {
  void *connection;
  char message[512];
  /// Prepared statements, by their texts.
  struct { char *sql; void *statement; } prepared[16];
};

static inline void peer_add(peer_ids *ids, uint64_t id) {
  if (ids->count == ids->capacity) {
    ids->capacity = ids->capacity ? ids->capacity * 2 : 1024;
    ids->ids = realloc(ids->ids, ids->capacity * sizeof *ids->ids);
  }
  ids->ids[ids->count++] = id;
}

#endif
