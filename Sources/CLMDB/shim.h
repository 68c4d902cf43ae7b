#include <lmdb.h>
#include <sys/types.h>

#ifdef __linux__
// <fcntl.h> shows this one only under _GNU_SOURCE, which the importer does not define.
extern int fallocate(int descriptor, int mode, off_t offset, off_t length);
#endif

// Has the processor fetch a line of memory that is read soon; any address will do. It has no name in Swift.
static inline void blazz_prefetch(const void *address) { __builtin_prefetch(address); }
