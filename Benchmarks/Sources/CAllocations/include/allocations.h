#ifndef BLAZZ_ALLOCATIONS_H
#define BLAZZ_ALLOCATIONS_H

#include <stdint.h>

/// How often the process has asked for memory so far, on all threads; -1 where that cannot be counted.
int64_t allocation_count(void);

#endif
