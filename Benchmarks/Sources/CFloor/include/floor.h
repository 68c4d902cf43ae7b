#ifndef BLAZZ_FLOOR_H
#define BLAZZ_FLOOR_H

#include <stddef.h>
#include <stdint.h>

/// Nanoseconds a get, by bare LMDB calls in one read transaction.
typedef struct {
  /// mdb_get alone: the value's address, not its bytes.
  double get;
  /// mdb_get and a copy of the value's bytes.
  double get_and_copy;
  /// Bytes of all values, so that both sides can be seen to read the same.
  uint64_t bytes;
  /// 0, or the library's code.
  int code;
} floor_result;

/// Gets each of `count` keys once with mdb_get, then once more with a copy.
///
/// - keys: the keys' bytes one behind the other; ends[i] is where key i ends.
floor_result floor_gets(const char *path, const char *table, const uint8_t *keys, const uint32_t *ends, size_t count);

#endif
