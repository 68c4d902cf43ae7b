#ifndef BLAZZ_SEARCH_PEERS_H
#define BLAZZ_SEARCH_PEERS_H

#include <stddef.h>
#include <stdint.h>

/// A connection to another library, and what it said last.
typedef struct search_peer search_peer;

/// A contact to insert; `email` may be NULL.
typedef struct {
  uint64_t id, workspace, created_at;
  const char *first_name, *last_name, *phone, *email;
  int is_deleted;
} peer_contact;

/// The ids that a question gave.
typedef struct {
  uint64_t *ids;
  size_t count, capacity;
} peer_ids;

// SQLite. Every function gives 0 or SQLite's code.

int sqlite_search_open(const char *path, search_peer **peer);
int sqlite_search_run(search_peer *peer, const char *sql);
/// Inserts into `contacts`; where `into_words`, into the full-text table too.
int sqlite_search_insert(search_peer *peer, const peer_contact *contact, int into_words);
/// Asks; the statement is prepared once for each text.
int sqlite_search_ask(search_peer *peer, const char *sql, peer_ids *ids);
void sqlite_search_close(search_peer *peer);
const char *sqlite_search_version(void);

// MariaDB, by its client library, which is looked for when it is wanted. Every function gives 0 or MariaDB's code, -1
// where there is no library.

int maria_search_open(const char *socket, search_peer **peer);
int maria_search_run(search_peer *peer, const char *sql);
/// Asks by text, as an application does; every row comes over the socket.
int maria_search_ask(search_peer *peer, const char *sql, peer_ids *ids);
void maria_search_close(search_peer *peer);
/// The server's version.
const char *maria_search_version(search_peer *peer);

/// What went wrong last.
const char *search_peer_message(search_peer *peer);

#endif
