// The questions of QueryCheck by prepared statements of SQLite. Every column of a row is read out, texts are copied.
#include "peers.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct sqlite_peer {
  sqlite3 *db;
  /// What the last row was inserted into.
  char table[64];
  sqlite3_stmt *insert;
  sqlite3_stmt *statements[peer_question_count];
  uint8_t row[1 << 16];
};

static sqlite_peer *open_database(const char *path, int flags, const char *sql, int *code) {
  sqlite_peer *peer = calloc(1, sizeof *peer);
  *code = sqlite3_open_v2(path, &peer->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (!*code) *code = sqlite3_exec(peer->db, sql, NULL, NULL, NULL);
  return peer;
}

const char *sqlite_peer_version(void) { return sqlite3_libversion(); }

const char *sqlite_peer_message(sqlite_peer *peer) { return sqlite3_errmsg(peer->db); }

void sqlite_peer_close(sqlite_peer *peer) {
  sqlite3_finalize(peer->insert);
  for (int i = 0; i < peer_question_count; i++) sqlite3_finalize(peer->statements[i]);
  sqlite3_close(peer->db);
  free(peer);
}

// MARK: Loading

sqlite_peer *sqlite_peer_create(const char *path, const char *sql, int *code) {
  sqlite_peer *peer = open_database(
      path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000", code);
  if (!*code) *code = sqlite3_exec(peer->db, sql, NULL, NULL, NULL);
  if (!*code) *code = sqlite3_exec(peer->db, "BEGIN", NULL, NULL, NULL);
  return peer;
}

static int prepare_insert(sqlite_peer *peer, const char *table, int count) {
  char sql[512], *end = sql + sprintf(sql, "INSERT INTO %s VALUES (?", table);
  for (int i = 1; i < count; i++) end += sprintf(end, ", ?");
  sprintf(end, ")");
  sqlite3_finalize(peer->insert);
  snprintf(peer->table, sizeof peer->table, "%s", table);
  return sqlite3_prepare_v2(peer->db, sql, -1, &peer->insert, NULL);
}

int sqlite_peer_insert(sqlite_peer *peer, const char *table, const uint8_t *cells, int count) {
  int code = strcmp(peer->table, table) ? prepare_insert(peer, table, count) : 0;
  for (int i = 1; i <= count && !code; i++) {
    switch (*cells++) {
    case 0: code = sqlite3_bind_null(peer->insert, i); break;
    case 1: {
      int64_t number;
      memcpy(&number, cells, 8);
      code = sqlite3_bind_int64(peer->insert, i, number);
      cells += 8;
      break;
    }
    default: {
      uint32_t length;
      memcpy(&length, cells, 4);
      code = sqlite3_bind_text(peer->insert, i, (const char *)cells + 4, (int)length, SQLITE_STATIC);
      cells += 4 + length;
    }
    }
  }
  if (code) return code;
  code = sqlite3_step(peer->insert);
  sqlite3_reset(peer->insert);
  return code == SQLITE_DONE ? 0 : code;
}

int sqlite_peer_finish(sqlite_peer *peer, const char *sql) {
  int code = sqlite3_exec(peer->db, "COMMIT", NULL, NULL, NULL);
  return code ? code : sqlite3_exec(peer->db, sql, NULL, NULL, NULL);
}

// MARK: Asking

sqlite_peer *sqlite_peer_open(const char *path, const char *const *statements, int count, int *code) {
  sqlite_peer *peer = open_database(
      path, SQLITE_OPEN_READONLY,
      "PRAGMA mmap_size = 17179869184; PRAGMA cache_size = -2000000; PRAGMA temp_store = MEMORY", code);
  for (int i = 0; i < count && !*code; i++) {
    *code = sqlite3_prepare_v3(
        peer->db, statements[i], -1, SQLITE_PREPARE_PERSISTENT, &peer->statements[i], NULL);
  }
  return peer;
}

/// Reads every column of the row at hand; returns the bytes that were copied.
static size_t copy_row(sqlite_peer *peer, sqlite3_stmt *statement) {
  uint8_t *to = peer->row;
  int columns = sqlite3_column_count(statement);
  for (int i = 0; i < columns; i++) {
    switch (sqlite3_column_type(statement, i)) {
    case SQLITE_NULL: break;
    case SQLITE_INTEGER: {
      int64_t number = sqlite3_column_int64(statement, i);
      memcpy(to, &number, 8);
      to += 8;
      break;
    }
    default: {
      const unsigned char *text = sqlite3_column_text(statement, i);
      int length = sqlite3_column_bytes(statement, i);
      memcpy(to, text, (size_t)length);
      to += length;
    }
    }
  }
  return (size_t)(to - peer->row);
}

/// An enumeration's number by its name, as docs/format.md counts: pending, success, failed, ongoing.
static int status_number(const unsigned char *name) {
  if (!name) return 0;
  return name[0] == 'p' ? 1 : name[0] == 's' ? 2 : name[0] == 'f' ? 3 : 4;
}

static int counts(sqlite3_stmt *statement, peer_answer *answer) {
  uint64_t counts[5] = {0};
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    counts[status_number(sqlite3_column_text(statement, 0))] = (uint64_t)sqlite3_column_int64(statement, 1);
  }
  for (int status = 0; status <= 4; status++) {
    if (counts[status]) answer->hash = peer_mix(peer_mix(answer->hash, status), counts[status]);
  }
  return code;
}

static int rows(sqlite_peer *peer, sqlite3_stmt *statement, peer_answer *answer) {
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    answer->bytes += copy_row(peer, statement);
    answer->hash = peer_mix(answer->hash, (uint64_t)sqlite3_column_int64(statement, 0));
  }
  return code;
}

peer_answer sqlite_peer_ask(sqlite_peer *peer, peer_question question, const uint64_t *subjects, size_t count) {
  peer_answer answer = {0};
  sqlite3_stmt *statement = peer->statements[question];
  for (size_t i = 0; i < count && !answer.code; i++) {
    if (sqlite3_bind_parameter_count(statement)) sqlite3_bind_int64(statement, 1, (int64_t)subjects[i]);
    int code = question == peer_campaign_counts ? counts(statement, &answer) : rows(peer, statement, &answer);
    answer.code = code == SQLITE_DONE ? 0 : code;
    sqlite3_reset(statement);
  }
  return answer;
}

char *sqlite_peer_plan(sqlite_peer *peer, peer_question question) {
  char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sqlite3_sql(peer->statements[question]));
  sqlite3_stmt *statement = NULL;
  char *plan = calloc(1, 4096);
  if (!sqlite3_prepare_v2(peer->db, sql, -1, &statement, NULL)) {
    while (sqlite3_step(statement) == SQLITE_ROW) {
      if (*plan) strncat(plan, "; ", 4095 - strlen(plan));
      strncat(plan, (const char *)sqlite3_column_text(statement, 3), 4095 - strlen(plan));
    }
  }
  sqlite3_finalize(statement);
  sqlite3_free(sql);
  return plan;
}
