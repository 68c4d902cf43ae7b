#define _GNU_SOURCE
#include "interpose.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

#if defined(__linux__) && !defined(IS_SANITIZED)

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// Invariants:
// 1. While neither flag is set, a call costs one load more than the system's.
// 2. What happens between `before` and `after` of a file's call is in the log in the order of the calls: LMDB has one
//    writer, so no two of them overlap.
// 3. Memory comes from glibc's own functions whatever is armed, so that free() suits all of it.

static atomic_bool is_logging, is_failing;

int interpose_is_active(void) { return 1; }

// MARK: Whose call it is

static uintptr_t library_begin, library_end;

static int find_library(struct dl_phdr_info *info, size_t size, void *unused) {
  (void)size, (void)unused;
  if (strstr(info->dlpi_name, "liblmdb") == NULL) return 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    if (info->dlpi_phdr[i].p_type != PT_LOAD) continue;
    uintptr_t begin = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr, end = begin + info->dlpi_phdr[i].p_memsz;
    if (library_begin == 0 || begin < library_begin) library_begin = begin;
    if (end > library_end) library_end = end;
  }
  return 1;
}

static int is_library(void *address) {
  return (uintptr_t)address >= library_begin && (uintptr_t)address < library_end;
}

// MARK: Failing

static uint32_t failing_calls;
static int64_t failing_nth;
static int failing_code, failing_sticky;
static atomic_llong call_count;

void interpose_fail(uint32_t calls, int64_t nth, int code, int sticky) {
  if (library_end == 0) dl_iterate_phdr(find_library, NULL);
  failing_calls = calls, failing_nth = nth, failing_code = code, failing_sticky = sticky;
  atomic_store(&call_count, 0);
  atomic_store(&is_failing, 1);
}

int64_t interpose_pass(void) {
  atomic_store(&is_failing, 0);
  return atomic_load(&call_count);
}

static int fails(uint32_t call) {
  if (!atomic_load(&is_failing) || (failing_calls & call) == 0) return 0;
  int64_t number = atomic_fetch_add(&call_count, 1) + 1;
  if (failing_nth == 0 || number < failing_nth || (number > failing_nth && !failing_sticky)) return 0;
  errno = failing_code;
  return 1;
}

// MARK: The log

static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static interpose_event *events;
static uint64_t event_count, event_capacity;

static void append(interpose_event event, const void *bytes) {
  pthread_mutex_lock(&log_lock);
  if (event_count == event_capacity) {
    event_capacity = event_capacity * 2 + 1024;
    events = realloc(events, event_capacity * sizeof *events);
    if (events == NULL) abort();
  }
  if (bytes != NULL) {
    uint8_t *copy = malloc(event.count);
    if (copy == NULL) abort();
    event.bytes = memcpy(copy, bytes, event.count);
  }
  events[event_count++] = event;
  pthread_mutex_unlock(&log_lock);
}

static uint64_t file_of(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

static void log_write(int descriptor, const void *bytes, uint64_t count, uint64_t offset) {
  append((interpose_event){.kind = EVENT_WRITE, .file = file_of(descriptor), .offset = offset, .count = count}, bytes);
  if (fcntl(descriptor, F_GETFL) & O_DSYNC)
    append((interpose_event){.kind = EVENT_FLUSH_LAST, .file = file_of(descriptor)}, NULL);
}

void interpose_log_begin(void) {
  for (uint64_t i = 0; i < event_count; i++) free((void *)events[i].bytes);
  event_count = 0;
  atomic_store(&is_logging, 1);
}

uint64_t interpose_log_end(void) {
  atomic_store(&is_logging, 0);
  return event_count;
}

interpose_event interpose_log_get(uint64_t index) { return events[index]; }

void interpose_note(uint64_t first, uint64_t second) {
  if (atomic_load(&is_logging)) append((interpose_event){.kind = EVENT_NOTE, .file = first, .offset = second}, NULL);
}

// MARK: The calls

static int64_t cut(int64_t count) { return failing_code == 0 ? count / 2 : -1; }

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  if (fails(CALL_PWRITE)) {
    int64_t rest = cut((int64_t)count);
    return rest < 0 ? -1 : syscall(SYS_pwrite64, descriptor, bytes, rest, offset);
  }
  ssize_t done = syscall(SYS_pwrite64, descriptor, bytes, count, offset);
  if (done > 0 && atomic_load(&is_logging)) log_write(descriptor, bytes, (uint64_t)done, (uint64_t)offset);
  return done;
}

ssize_t writev(int descriptor, const struct iovec *parts, int part_count) {
  if (fails(CALL_WRITEV)) {
    if (failing_code != 0) return -1;
    return syscall(SYS_writev, descriptor, parts, part_count > 1 ? part_count / 2 : 1);
  }
  off_t offset = atomic_load(&is_logging) ? lseek(descriptor, 0, SEEK_CUR) : -1;
  ssize_t done = syscall(SYS_writev, descriptor, parts, part_count);
  if (offset < 0) return done;
  uint64_t left = done > 0 ? (uint64_t)done : 0;
  for (int i = 0; left > 0; i++) {
    uint64_t count = parts[i].iov_len < left ? parts[i].iov_len : left;
    log_write(descriptor, parts[i].iov_base, count, (uint64_t)offset);
    offset += (off_t)count, left -= count;
  }
  return done;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (is_library(__builtin_return_address(0)) && fails(CALL_WRITE)) {
    int64_t rest = cut((int64_t)count);
    return rest < 0 ? -1 : syscall(SYS_write, descriptor, bytes, rest);
  }
  return syscall(SYS_write, descriptor, bytes, count);
}

static int flush(long number, uint32_t call, int descriptor) {
  if (fails(call)) return -1;
  int code = (int)syscall(number, descriptor);
  if (code == 0 && atomic_load(&is_logging))
    append((interpose_event){.kind = EVENT_FLUSH, .file = file_of(descriptor)}, NULL);
  return code;
}

int fdatasync(int descriptor) { return flush(SYS_fdatasync, CALL_FDATASYNC, descriptor); }
int fsync(int descriptor) { return flush(SYS_fsync, CALL_FSYNC, descriptor); }

int ftruncate(int descriptor, off_t length) {
  if (fails(CALL_FTRUNCATE)) return -1;
  int code = (int)syscall(SYS_ftruncate, descriptor, length);
  if (code == 0 && atomic_load(&is_logging))
    append(
        (interpose_event){.kind = EVENT_LENGTH, .file = file_of(descriptor), .offset = (uint64_t)length}, NULL);
  return code;
}

int link(const char *path, const char *name) {
  int code = (int)syscall(SYS_linkat, AT_FDCWD, path, AT_FDCWD, name, 0);
  struct stat status;
  if (code == 0 && atomic_load(&is_logging) && stat(name, &status) == 0)
    append((interpose_event){.kind = EVENT_NAME, .file = status.st_ino}, NULL);
  return code;
}

// MARK: Memory

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static int fails_to_allocate(void *caller) {
  return atomic_load_explicit(&is_failing, memory_order_relaxed) && is_library(caller) && fails(CALL_ALLOCATE);
}

void *malloc(size_t count) {
  return fails_to_allocate(__builtin_return_address(0)) ? NULL : __libc_malloc(count);
}

void *calloc(size_t count, size_t size) {
  return fails_to_allocate(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t count) {
  return fails_to_allocate(__builtin_return_address(0)) ? NULL : __libc_realloc(memory, count);
}

int posix_memalign(void **result, size_t alignment, size_t count) {
  void *memory = fails_to_allocate(__builtin_return_address(0)) ? NULL : __libc_memalign(alignment, count);
  if (memory == NULL) return ENOMEM;
  *result = memory;
  return 0;
}

char *strdup(const char *text) {
  if (fails_to_allocate(__builtin_return_address(0))) return NULL;
  size_t count = strlen(text) + 1;
  char *copy = __libc_malloc(count);
  return copy == NULL ? NULL : memcpy(copy, text, count);
}

// MARK: A small disk

int interpose_mount(const char *folder, uint64_t bytes) {
  char options[32];
  snprintf(options, sizeof options, "size=%llu", (unsigned long long)bytes);
  if (unshare(CLONE_NEWNS) != 0) return errno;
  if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return errno;
  return mount("tmpfs", folder, "tmpfs", 0, options) == 0 ? 0 : errno;
}

#else

int interpose_is_active(void) { return 0; }
void interpose_log_begin(void) {}
uint64_t interpose_log_end(void) { return 0; }
interpose_event interpose_log_get(uint64_t index) { return (interpose_event){.kind = (int)index}; }
void interpose_note(uint64_t first, uint64_t second) { (void)first, (void)second; }
void interpose_fail(uint32_t calls, int64_t nth, int code, int sticky) { (void)calls, (void)nth, (void)code, (void)sticky; }
int64_t interpose_pass(void) { return 0; }
int interpose_mount(const char *folder, uint64_t bytes) { (void)folder, (void)bytes; return -1; }

#endif
