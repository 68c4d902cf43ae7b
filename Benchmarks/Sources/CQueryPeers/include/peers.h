#ifndef BLAZZ_QUERY_PEERS_H
#define BLAZZ_QUERY_PEERS_H

#include <stddef.h>
#include <stdint.h>

/// What came of asking a question once for each of a list of workspaces.
typedef struct {
  /// Over the ids or counts of all answers, in order.
  uint64_t hash;
  /// Index entries and rows that were walked; a row fetched for an entry counts with its entry.
  uint64_t examined;
  /// Bytes that were copied out.
  uint64_t bytes;
  /// 0, or the library's code; -1 for data that a peer is not made for.
  int code;
} peer_answer;

/// Takes one more number into a hash of answers.
static inline uint64_t peer_mix(uint64_t hash, uint64_t number) { return (hash ^ number) * 0x9E3779B97F4A7C15u; }

/// The agent from whose number on a row is counted by question 3a.
#define PEER_FIRST_AGENT 20

// Bare LMDB over the file of a Blazz store. Each question is asked in a read transaction of its own.

typedef struct lmdb_peer lmdb_peer;

/// Opens a copy of a store. Returns NULL and sets `code` on failure.
lmdb_peer *lmdb_peer_open(const char *path, int *code);
void lmdb_peer_close(lmdb_peer *peer);
peer_answer lmdb_latest_chats(lmdb_peer *peer, const uint64_t *workspaces, size_t count);
peer_answer lmdb_campaign_counts(
    lmdb_peer *peer, const uint64_t *workspaces, const uint64_t *campaigns, size_t count);
peer_answer lmdb_scan_numbers(lmdb_peer *peer);
peer_answer lmdb_scan_text(lmdb_peer *peer);
peer_answer lmdb_recent_contacts(lmdb_peer *peer, const uint64_t *workspaces, size_t count);
peer_answer lmdb_named_contacts(lmdb_peer *peer, const uint64_t *workspaces, size_t count);
const char *lmdb_peer_version(void);

// SQLite over the same rows. Each question is one prepared statement, in a transaction of its own.

typedef struct sqlite_peer sqlite_peer;

/// The questions that SQLite has a statement for.
typedef enum {
  peer_latest_chats, peer_campaign_counts, peer_scan_numbers, peer_scan_text, peer_recent_contacts,
  peer_recent_contacts_indexed, peer_named_contacts, peer_question_count
} peer_question;

/// Makes a database for loading, without waiting for the disk, and runs `sql` in it.
sqlite_peer *sqlite_peer_create(const char *path, const char *sql, int *code);
/// Inserts a row. `cells` has for each of `count` columns a tag and a value: 0 for NULL; 1 and eight bytes for a
/// number; 2, four bytes of length and the bytes for a text. Everything goes into one transaction.
int sqlite_peer_insert(sqlite_peer *peer, const char *table, const uint8_t *cells, int count);
/// Commits, then runs `sql`: indexes and statistics.
int sqlite_peer_finish(sqlite_peer *peer, const char *sql);
/// Opens a loaded database for reading and prepares a statement a question; `count` statements.
sqlite_peer *sqlite_peer_open(const char *path, const char *const *statements, int count, int *code);
void sqlite_peer_close(sqlite_peer *peer);
/// Asks one question for each workspace; of `peer_campaign_counts` for each campaign.
peer_answer sqlite_peer_ask(sqlite_peer *peer, peer_question question, const uint64_t *subjects, size_t count);
/// How SQLite answers a question, one step a line; to be freed.
char *sqlite_peer_plan(sqlite_peer *peer, peer_question question);
const char *sqlite_peer_version(void);
/// What went wrong last.
const char *sqlite_peer_message(sqlite_peer *peer);

#endif
