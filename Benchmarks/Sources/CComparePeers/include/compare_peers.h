#ifndef BLAZZ_COMPARE_PEERS_H
#define BLAZZ_COMPARE_PEERS_H

#include <stddef.h>
#include <stdint.h>
#include <time.h>

/// Whom a question is asked of. SQL names the same things :workspace, :number, :other, :from, :to and :text.
typedef struct {
  uint64_t workspace, number, other;
  /// Seconds since 1970.
  int64_t from, to;
  /// UTF-8, or NULL.
  const char *text;
  /// Several numbers that are asked one by one in one read, instead of `number`.
  const uint64_t *numbers;
  size_t number_count;
} peer_subject;

/// Where the times and answers of an asking go.
typedef struct {
  /// Nanoseconds a question: one for each `batch` subjects.
  double *nanoseconds;
  /// The hash of all answers up to each subject.
  uint64_t *hashes;
  /// How many subjects were asked.
  size_t asked;
  /// How many times there are.
  size_t samples;
} peer_run;

/// Subjects, how many of them are timed together, and after how many nanoseconds no further one is asked.
typedef struct {
  const peer_subject *subjects;
  size_t count, batch;
  double limit;
} peer_series;

/// Nanoseconds of a clock that only goes forward.
static inline double peer_now(void) {
  struct timespec moment;
  clock_gettime(CLOCK_MONOTONIC, &moment);
  return (double)moment.tv_sec * 1e9 + (double)moment.tv_nsec;
}

/// What a hash begins with: zeros count too.
#define PEER_START 0x9AE16A3B2F90404Fu

/// Takes one more number into a hash of answers: of rows the primary keys, in order. Of counts, which have no order, the
/// sum of the hashes of their rows, each begun anew.
static inline uint64_t peer_mix(uint64_t hash, uint64_t number) { return (hash ^ number) * 0x9E3779B97F4A7C15u; }

/// A text as a number of a hash.
static inline uint64_t peer_text(const uint8_t *bytes, size_t length) {
  uint64_t hash = 0xCBF29CE484222325u;
  for (size_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * 0x100000001B3u;
  return hash;
}

/// What stands for NULL in a hash.
#define PEER_NULL 0x4E554C4Cu

// MARK: Bare LMDB over the file of a Blazz store: the floor

typedef struct floor_peer floor_peer;

/// Answers a question in a read transaction of its own: 0, LMDB's code, or -1 for data that the floor is not made for.
typedef int (*floor_question)(floor_peer *peer, const peer_subject *subject, uint64_t *hash);

/// Opens a store that nobody writes to. Returns NULL and sets `code` on failure.
floor_peer *floor_open(const char *path, int *code);
void floor_close(floor_peer *peer);
const char *floor_version(void);
/// Bytes of all pages of the table chats with its indexes.
size_t floor_chat_bytes(floor_peer *peer);
/// Appends all entries of the table chats to a new file, and flushes it. Gives the nanoseconds.
int floor_load_chats(floor_peer *peer, const char *path, double *nanoseconds);
int floor_ask(floor_peer *peer, floor_question question, peer_series series, peer_run *run);

int floor_get_chat(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_get_chats(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_get_contact(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_get_log(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_chat_by_uuid(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_contact_by_uuid(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_latest_chats(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_thread(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_thread_by_status(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_timeline(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_gallery(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_unread(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_status_counts(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_campaign_days(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_recent_contacts(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_named_contacts(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_contact_list(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_audit_by_user(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_audit_by_address(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_audit_by_event(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_scan_numbers(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_scan_text(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_sum_retries(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_contact_by_phone(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_chat_by_message(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_log_of_chat(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_dispatch(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_campaign_done(floor_peer *peer, const peer_subject *subject, uint64_t *hash);
int floor_week_chart(floor_peer *peer, const peer_subject *subject, uint64_t *hash);

/// Bare LMDB that changes a copy of a store, which nobody else has open.
typedef struct floor_writer floor_writer;
/// Makes a change in the transaction at hand: 0, LMDB's code, or -1 for data that the floor is not made for.
typedef int (*floor_change)(floor_writer *writer, const peer_subject *subject);

/// Returns NULL and sets `code` on failure.
floor_writer *floor_writer_open(const char *path, int *code);
void floor_writer_close(floor_writer *writer);
/// How many entries the table chats has, of rows and of all indexes.
int floor_count_entries(floor_writer *writer, size_t *entries);
/// Makes a change for each subject, a batch of them in a commit that is flushed. Gives the nanoseconds of each commit.
int floor_commit(floor_writer *writer, floor_change change, peer_series series, double *nanoseconds);

int floor_insert_chat(floor_writer *writer, const peer_subject *subject);
int floor_read_chat(floor_writer *writer, const peer_subject *subject);
int floor_delete_chat(floor_writer *writer, const peer_subject *subject);

// MARK: SQLite

typedef struct sqlite_peer sqlite_peer;
typedef struct sqlite_question sqlite_question;

/// Opens a database, made if it is missing, and runs `sql` in it. What it returns is closed even where `code` is not 0.
sqlite_peer *sqlite_open(const char *path, const char *sql, int *code);
int sqlite_run(sqlite_peer *peer, const char *sql);
/// The first column of the first row.
int sqlite_number(sqlite_peer *peer, const char *sql, int64_t *number);
/// Prepares a statement that takes rows of cells: for each column a tag and a value: 0 for NULL; 1 and eight bytes for a
/// number; 2, four bytes of length and the bytes for a text.
int sqlite_prepare_insert(sqlite_peer *peer, const char *sql);
int sqlite_insert(sqlite_peer *peer, const uint8_t *cells, int count);
void sqlite_close_peer(sqlite_peer *peer);
const char *sqlite_message(sqlite_peer *peer);
const char *sqlite_version_text(void);

/// Prepares a question once for all.
///
/// - hashed: how many columns of each row the hash takes; 0 where the rows are counts, of which it takes all.
sqlite_question *sqlite_prepare_question(sqlite_peer *peer, const char *sql, int hashed, int *code);
void sqlite_finish_question(sqlite_question *question);
/// Asks several statements of each subject, one behind the other in one transaction.
int sqlite_ask(
    sqlite_peer *peer, sqlite_question *const *questions, int count, peer_series series, peer_run *run);
/// How SQLite answers a question, one step a line; to be freed.
char *sqlite_plan(sqlite_peer *peer, sqlite_question *question);

// MARK: MariaDB, by its client library, which is looked for when it is wanted

typedef struct maria_peer maria_peer;

/// Every function gives 0 or MariaDB's code, -1 where there is no library.
int maria_open(const char *socket, maria_peer **peer);
int maria_run(maria_peer *peer, const char *sql, size_t length);
/// Asks by text, as applications do: `count` SQL texts for each subject, one behind the other, and for each of these what
/// its hash takes. Every column of a row is copied.
int maria_ask(
    maria_peer *peer, const char *const *sql, const int *hashed, size_t count, peer_series series, peer_run *run);
/// The first column of the first row as a number; 0 where there is none.
int maria_number(maria_peer *peer, const char *sql, double *number);
void maria_close_peer(maria_peer *peer);
const char *maria_message(maria_peer *peer);
const char *maria_version_text(maria_peer *peer);

#endif
