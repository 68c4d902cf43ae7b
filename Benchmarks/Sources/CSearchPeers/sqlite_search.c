// SQLite with FTS5. Statements are prepared once.
#include "peer.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static int noted(search_peer *peer, int code) {
  if (code) snprintf(peer->message, sizeof peer->message, "%s", sqlite3_errmsg(peer->connection));
  return code;
}

const char *search_peer_message(search_peer *peer) { return peer ? peer->message : "it cannot be opened"; }

const char *sqlite_search_version(void) { return sqlite3_libversion(); }

int sqlite_search_open(const char *path, search_peer **peer) {
  *peer = calloc(1, sizeof **peer);
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2(
      path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  (*peer)->connection = db;
  return noted(*peer, code);
}

int sqlite_search_run(search_peer *peer, const char *sql) {
  return noted(peer, sqlite3_exec(peer->connection, sql, NULL, NULL, NULL));
}

static int prepare(search_peer *peer, const char *sql, sqlite3_stmt **statement) {
  size_t place = 0, count = sizeof peer->prepared / sizeof *peer->prepared;
  while (place < count && peer->prepared[place].sql && strcmp(peer->prepared[place].sql, sql)) place++;
  if (place == count) return SQLITE_FULL;
  if (!peer->prepared[place].sql) {
    int code = sqlite3_prepare_v3(peer->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);
    if (code) return code;
    peer->prepared[place].sql = strdup(sql);
    peer->prepared[place].statement = *statement;
  }
  *statement = peer->prepared[place].statement;
  return 0;
}

static int bind(sqlite3_stmt *statement, const peer_contact *contact) {
  sqlite3_bind_int64(statement, 1, (sqlite3_int64)contact->id);
  sqlite3_bind_int64(statement, 2, (sqlite3_int64)contact->workspace);
  const char *texts[] = {contact->first_name, contact->last_name, contact->phone, contact->email};
  for (int i = 0; i < 4; i++) sqlite3_bind_text(statement, 3 + i, texts[i], -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, 7, (sqlite3_int64)contact->created_at);
  return contact->is_deleted ? sqlite3_bind_int64(statement, 8, (sqlite3_int64)contact->created_at)
                             : sqlite3_bind_null(statement, 8);
}

static int insert(search_peer *peer, const char *sql, const peer_contact *contact) {
  sqlite3_stmt *statement;
  int code = prepare(peer, sql, &statement);
  if (!code) code = bind(statement, contact);
  if (code) return code;
  code = sqlite3_step(statement);
  sqlite3_reset(statement);
  return code == SQLITE_DONE ? 0 : code;
}

int sqlite_search_insert(search_peer *peer, const peer_contact *contact, int into_words) {
  int code = insert(
      peer,
      "INSERT INTO contacts (id, workspace_id, first_name, last_name, phone, email, created_at, deleted_at) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      contact);
  if (!code && into_words) {
    code = insert(
        peer,
        "INSERT INTO words (rowid, first_name, last_name, phone, email, scope) "
        "VALUES (?1, ?3, ?4, ?5, ?6, iif(?8 IS NULL, 'w', 'd') || ?2 || substr('', ?7))",
        contact);
  }
  return noted(peer, code);
}

int sqlite_search_ask(search_peer *peer, const char *sql, peer_ids *ids) {
  sqlite3_stmt *statement;
  int code = prepare(peer, sql, &statement);
  if (code) return noted(peer, code);
  ids->count = 0;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) peer_add(ids, (uint64_t)sqlite3_column_int64(statement, 0));
  code = noted(peer, code == SQLITE_DONE ? 0 : code);
  sqlite3_reset(statement);
  return code;
}

void sqlite_search_close(search_peer *peer) {
  size_t count = sizeof peer->prepared / sizeof *peer->prepared;
  for (size_t i = 0; i < count && peer->prepared[i].sql; i++) {
    sqlite3_finalize(peer->prepared[i].statement);
    free(peer->prepared[i].sql);
  }
  sqlite3_close(peer->connection);
  free(peer);
}
