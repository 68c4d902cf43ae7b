#ifndef BLAZZ_WRITE_PEERS_H
#define BLAZZ_WRITE_PEERS_H

#include <stddef.h>
#include <stdint.h>

/// What a row of chats comes to in Blazz: a rising entry, and as many with random keys, the first of which is the row.
typedef struct {
  int entries;
  int key_bytes;
  int row_bytes;
} lmdb_row_shape;

/// Puts rows of a shape into bare LMDB, so many a commit, each commit flushed. `first` is the number of the first row.
/// Gives the nanoseconds of each commit. Returns 0 or the library's code.
int lmdb_commit_rows(
    const char *path, lmdb_row_shape shape, uint64_t first, int rows_a_commit, int commits, double *nanoseconds);

/// Makes a database with chats and their indexes in WAL mode with synchronous = FULL.
int sqlite_make(const char *path);
/// Inserts rows, so many a transaction. Gives the nanoseconds of each commit.
int sqlite_commit_rows(const char *path, uint64_t first, int rows_a_commit, int commits, double *nanoseconds);
/// Inserts one row a transaction from several threads with a connection each, `commits` in all. Gives the nanoseconds.
int sqlite_commit_concurrently(const char *path, uint64_t first, int threads, int commits, double *nanoseconds);
/// Loads rows into a new database in one transaction that does not wait for the disk, then makes the indexes.
int sqlite_bulk_load(const char *path, uint64_t rows, double *nanoseconds);

#endif
