#ifndef BLAZZ_WRITE_NUMBERS_H
#define BLAZZ_WRITE_NUMBERS_H

#include <stdint.h>
#include <time.h>

/// Nanoseconds of a clock that only goes forward.
static inline double now(void) {
  struct timespec moment;
  clock_gettime(CLOCK_MONOTONIC, &moment);
  return (double)moment.tv_sec * 1e9 + (double)moment.tv_nsec;
}

/// A number that looks random and follows from another (SplitMix64).
static inline uint64_t mixed(uint64_t number) {
  number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9u;
  number = (number ^ number >> 27) * 0x94D049BB133111EBu;
  return number ^ number >> 31;
}

#endif
