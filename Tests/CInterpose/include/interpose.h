#ifndef BLAZZ_INTERPOSE_H
#define BLAZZ_INTERPOSE_H

#include <stdint.h>

/// Stands between liblmdb and the system: an executable that links this defines pwrite, writev, write, fdatasync, fsync,
/// ftruncate, link, malloc and its kin, and liblmdb's calls come here. Each goes on to the system unchanged until
/// something is armed. For test executables alone, on Linux alone; absent under a sanitizer, which does the same.

/// Whether the calls come here.
int interpose_is_active(void);

// MARK: A log of what is written

enum { EVENT_WRITE, EVENT_LENGTH, EVENT_FLUSH, EVENT_FLUSH_LAST, EVENT_NAME, EVENT_NOTE };

/// One thing that happened, in the order in which it did.
typedef struct {
  /// EVENT_WRITE: bytes came into a file. EVENT_LENGTH: it was made `offset` long. EVENT_FLUSH: everything before in this
  /// file is on the disk. EVENT_FLUSH_LAST: the write before is (its descriptor is O_DSYNC). EVENT_NAME: a file got a
  /// further name. EVENT_NOTE: what `interpose_note` was given.
  int kind;
  /// Which file; the first number of a note.
  uint64_t file;
  /// Where in the file; the second number of a note.
  uint64_t offset;
  uint64_t count;
  const uint8_t *bytes;
} interpose_event;

/// Forgets the log and begins to write it.
void interpose_log_begin(void);
/// Ends writing it; it can be read until the next one is begun.
uint64_t interpose_log_end(void);
interpose_event interpose_log_get(uint64_t index);
void interpose_note(uint64_t first, uint64_t second);

// MARK: Calls that fail

enum {
  CALL_PWRITE = 1, CALL_WRITEV = 2, CALL_WRITE = 4, CALL_FDATASYNC = 8, CALL_FSYNC = 16, CALL_FTRUNCATE = 32,
  CALL_ALLOCATE = 64
};

/// From now on the `nth` call (from 1) among the kinds `calls` fails with `code`, and with `sticky` all that follow; 0
/// lets none fail and only counts. A code of 0 cuts a write to half of its bytes and is not for the kinds that write
/// none. Of `write` and of allocations only liblmdb's own count.
void interpose_fail(uint32_t calls, int64_t nth, int code, int sticky);
/// Lets everything pass again; gives the number of calls that were counted.
int64_t interpose_pass(void);

// MARK: A small disk

/// Mounts a tmpfs of `bytes` on `folder`, for the calling thread and the threads and processes that it starts: called
/// before there are others. 0, or the system's code.
int interpose_mount(const char *folder, uint64_t bytes);

#endif
