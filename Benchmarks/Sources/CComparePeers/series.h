#ifndef BLAZZ_COMPARE_SERIES_H
#define BLAZZ_COMPARE_SERIES_H

#include "compare_peers.h"

/// Asks of one subject after the other until the time is up. `ASK` is an expression of `i` that gives a code and takes an
/// answer into `hash`.
#define RUN_SERIES(series, run, ASK)                                                        \
  do {                                                                                      \
    uint64_t hash = 0;                                                                      \
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
