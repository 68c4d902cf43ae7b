// Counts what the whole process allocates, by standing in front of the C library's functions.
#include "allocations.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <stddef.h>

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static int64_t count;

static void counted(void) { __atomic_fetch_add(&count, 1, __ATOMIC_RELAXED); }

void *malloc(size_t bytes) {
  counted();
  return __libc_malloc(bytes);
}

void *calloc(size_t each, size_t bytes) {
  counted();
  return __libc_calloc(each, bytes);
}

void *realloc(void *old, size_t bytes) {
  counted();
  return __libc_realloc(old, bytes);
}

int posix_memalign(void **memory, size_t alignment, size_t bytes) {
  counted();
  *memory = __libc_memalign(alignment, bytes);
  return *memory ? 0 : 12;
}

void *aligned_alloc(size_t alignment, size_t bytes) {
  counted();
  return __libc_memalign(alignment, bytes);
}

int64_t allocation_count(void) { return __atomic_load_n(&count, __ATOMIC_RELAXED); }
#else
int64_t allocation_count(void) { return -1; }
#endif
