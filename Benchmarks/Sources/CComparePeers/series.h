#ifndef BLAZZ_COMPARE_SERIES_H
#define BLAZZ_COMPARE_SERIES_H

#include "compare_peers.h"

#include <string.h>

/// Copies a column behind the ones before; a row too long for its room begins there again. Returns the place behind it.
static inline uint8_t *peer_copy(uint8_t *room, size_t size, uint8_t *place, const void *bytes, size_t length) {
  if (length > size - (size_t)(place - room)) place = room;
  if (length > size) length = size;
  memcpy(place, bytes, length);
  return place + length;
}

/// Asks of one subject after the other until the time is up. `ASK` is an expression of `i` that gives a code and takes an
/// answer into `hash`.
#define RUN_SERIES(series, run, ASK)                                                        \
  do {                                                                                      \
    uint64_t hash = PEER_START;                                                                      \
    int code = 0;                                                                           \
    double begin = peer_now(), last = begin;                                                \
    (run)->asked = (run)->samples = 0;                                                      \
    for (size_t i = 0; i < (series).count;) {                                               \
      size_t end = i + (series).batch < (series).count ? i + (series).batch : (series).count; \
      size_t first = i;                                                                     \
      for (; i < end && !code; i++) {                                                       \
        code = (ASK);                                                                       \
        (run)->hashes[i] = hash;                                                            \
      }                                                                                     \
      if (code) return code;                                                                \
      double moment = peer_now();                                                           \
      (run)->nanoseconds[(run)->samples++] = (moment - last) / (double)(end - first);       \
      last = moment;                                                                        \
      (run)->asked = i;                                                                     \
      if (moment - begin > (series).limit) break;                                           \
    }                                                                                       \
    return 0;                                                                               \
  } while (0)

#endif
