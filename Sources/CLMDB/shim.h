#include <lmdb.h>
#include <sys/stat.h>
#include <sys/types.h>

#ifdef __linux__
// <fcntl.h> shows these only under _GNU_SOURCE, which the importer does not define.
extern int fallocate(int descriptor, int mode, off_t offset, off_t length);
extern int sync_file_range(int descriptor, off_t offset, off_t length, unsigned int flags);
#endif

// Has the processor fetch a line of memory that is read soon; any address will do. It has no name in Swift.
static inline void blazz_prefetch(const void *address) { __builtin_prefetch(address); }

// What a file is. Swift may take the fields of `struct stat` to be another module's than the C library's.
struct blazz_file_status {
  int is_regular, is_directory;
  unsigned long long device, inode;
  long long size;
};

// The status of a path, or where that is NULL of a descriptor; -1 when it cannot be had (see errno).
static inline int blazz_get_file_status(const char *path, int descriptor, struct blazz_file_status *status) {
  struct stat raw;
  if ((path ? stat(path, &raw) : fstat(descriptor, &raw)) != 0) return -1;
  status->is_regular = S_ISREG(raw.st_mode);
  status->is_directory = S_ISDIR(raw.st_mode);
  status->device = (unsigned long long)raw.st_dev;
  status->inode = (unsigned long long)raw.st_ino;
  status->size = (long long)raw.st_size;
  return 0;
}
