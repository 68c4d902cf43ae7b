// SQLite by prepared statements. Every column of a row is read out, texts are copied.
#include "series.h"

#include <sqlite3.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct sqlite_peer {
  sqlite3 *db;
  sqlite3_stmt *insert;
  uint8_t row[1 << 17];
};

/// What a parameter is bound to.
typedef enum { workspace, number, other, from, to, text } slot;

enum { most_slots = 16 };

struct sqlite_question {
  sqlite3_stmt *statement;
  int hashed;
  int slots[most_slots];
  int count;
};

sqlite_peer *sqlite_open(const char *path, const char *sql, int *code) {
  sqlite_peer *peer = calloc(1, sizeof *peer);
  *code = sqlite3_open_v2(
      path, &peer->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  if (!*code) *code = sqlite3_busy_timeout(peer->db, 60000);
  if (!*code) *code = sqlite3_exec(peer->db, sql, NULL, NULL, NULL);
  return peer;
}

int sqlite_run(sqlite_peer *peer, const char *sql) { return sqlite3_exec(peer->db, sql, NULL, NULL, NULL); }

int sqlite_number(sqlite_peer *peer, const char *sql, int64_t *number) {
  sqlite3_stmt *statement;
  int code = sqlite3_prepare_v2(peer->db, sql, -1, &statement, NULL);
  if (code) return code;
  code = sqlite3_step(statement);
  if (code == SQLITE_ROW) *number = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return code == SQLITE_ROW || code == SQLITE_DONE ? 0 : code;
}

const char *sqlite_version_text(void) { return sqlite3_libversion(); }

const char *sqlite_message(sqlite_peer *peer) { return sqlite3_errmsg(peer->db); }

void sqlite_close_peer(sqlite_peer *peer) {
  sqlite3_finalize(peer->insert);
  sqlite3_close(peer->db);
  free(peer);
}

// MARK: Rows

int sqlite_prepare_insert(sqlite_peer *peer, const char *sql) {
  sqlite3_finalize(peer->insert);
  peer->insert = NULL;
  return sqlite3_prepare_v3(peer->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &peer->insert, NULL);
}

int sqlite_insert(sqlite_peer *peer, const uint8_t *cells, int count) {
  int code = 0;
  for (int i = 1; i <= count && !code; i++) {
    uint8_t tag = *cells++;
    if (tag == 0) {
      code = sqlite3_bind_null(peer->insert, i);
    } else if (tag == 1) {
      int64_t value;
      memcpy(&value, cells, 8);
      code = sqlite3_bind_int64(peer->insert, i, value);
      cells += 8;
    } else {
      uint32_t length;
      memcpy(&length, cells, 4);
      code = sqlite3_bind_text(peer->insert, i, (const char *)cells + 4, (int)length, SQLITE_STATIC);
      cells += 4 + length;
    }
  }
  if (code) return code;
  code = sqlite3_step(peer->insert);
  sqlite3_reset(peer->insert);
  return code == SQLITE_DONE ? 0 : code;
}

// MARK: Questions

static int slot_named(const char *name) {
  static const char *const names[] = {":workspace", ":number", ":other", ":from", ":to", ":text"};
  for (int i = 0; i < 6; i++) {
    if (name && !strcmp(name, names[i])) return i;
  }
  return -1;
}

sqlite_question *sqlite_prepare_question(sqlite_peer *peer, const char *sql, int hashed, int *code) {
  sqlite_question *question = calloc(1, sizeof *question);
  question->hashed = hashed;
  *code = sqlite3_prepare_v3(peer->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &question->statement, NULL);
  if (*code) return question;
  question->count = sqlite3_bind_parameter_count(question->statement);
  for (int i = 0; i < question->count && !*code; i++) {
    int slot = i < most_slots ? slot_named(sqlite3_bind_parameter_name(question->statement, i + 1)) : -1;
    if (slot < 0) *code = SQLITE_MISUSE; else question->slots[i] = slot;
  }
  return question;
}

void sqlite_finish_question(sqlite_question *question) {
  sqlite3_finalize(question->statement);
  free(question);
}

static void bind(sqlite_question *question, const peer_subject *subject) {
  for (int i = 0; i < question->count; i++) {
    switch (question->slots[i]) {
    case workspace: sqlite3_bind_int64(question->statement, i + 1, (int64_t)subject->workspace); break;
    case number: sqlite3_bind_int64(question->statement, i + 1, (int64_t)subject->number); break;
    case other: sqlite3_bind_int64(question->statement, i + 1, (int64_t)subject->other); break;
    case from: sqlite3_bind_int64(question->statement, i + 1, subject->from); break;
    case to: sqlite3_bind_int64(question->statement, i + 1, subject->to); break;
    default: sqlite3_bind_text(question->statement, i + 1, subject->text, -1, SQLITE_STATIC);
    }
  }
}

/// Reads every column of the row at hand. Returns the hash of those that count, begun with `hash`.
static uint64_t read_row(sqlite_peer *peer, sqlite_question *question, uint64_t hash) {
  uint8_t *place = peer->row;
  int columns = sqlite3_data_count(question->statement);
  for (int i = 0; i < columns; i++) {
    int counts = !question->hashed || i < question->hashed;
    int type = sqlite3_column_type(question->statement, i);
    if (type == SQLITE_NULL) {
      if (counts) hash = peer_mix(hash, PEER_NULL);
    } else if (type == SQLITE_INTEGER) {
      int64_t value = sqlite3_column_int64(question->statement, i);
      place = peer_copy(peer->row, sizeof peer->row, place, &value, 8);
      if (counts) hash = peer_mix(hash, (uint64_t)value);
    } else {
      const unsigned char *value = sqlite3_column_text(question->statement, i);
      size_t length = (size_t)sqlite3_column_bytes(question->statement, i);
      place = peer_copy(peer->row, sizeof peer->row, place, value, length);
      if (counts) hash = peer_mix(hash, peer_text(value, length));
    }
  }
  return hash;
}

static int answer_one(sqlite_peer *peer, sqlite_question *question, const peer_subject *subject, uint64_t *hash) {
  bind(question, subject);
  int code;
  uint64_t sum = 0;
  while ((code = sqlite3_step(question->statement)) == SQLITE_ROW) {
    if (!question->hashed) {
      sum += read_row(peer, question, PEER_START);
    } else {
      *hash = read_row(peer, question, *hash);
    }
  }
  if (!question->hashed) *hash = peer_mix(*hash, sum);
  sqlite3_reset(question->statement);
  return code == SQLITE_DONE ? 0 : code;
}

/// Several statements, and several numbers, are of one transaction.
static int answer(
    sqlite_peer *peer, sqlite_question *const *questions, int count, const peer_subject *subject, uint64_t *hash) {
  if (count == 1 && !subject->numbers) return answer_one(peer, questions[0], subject, hash);
  int reads = 1;
  for (int i = 0; i < count; i++) reads &= sqlite3_stmt_readonly(questions[i]->statement);
  int code = sqlite_run(peer, reads ? "BEGIN" : "BEGIN IMMEDIATE");
  for (int i = 0; i < count && !code && !subject->numbers; i++) code = answer_one(peer, questions[i], subject, hash);
  for (size_t i = 0; i < subject->number_count && !code; i++) {
    peer_subject one = *subject;
    one.number = subject->numbers[i];
    code = answer_one(peer, questions[0], &one, hash);
  }
  return code ? code : sqlite_run(peer, "COMMIT");
}

int sqlite_ask(
    sqlite_peer *peer, sqlite_question *const *questions, int count, peer_series series, peer_run *run) {
  RUN_SERIES(series, run, answer(peer, questions, count, &series.subjects[i], &hash));
}

char *sqlite_plan(sqlite_peer *peer, sqlite_question *question) {
  char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sqlite3_sql(question->statement));
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
