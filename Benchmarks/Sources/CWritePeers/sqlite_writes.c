// Chats with the document's indexes in SQLite, written in the ways that it is best at.
#include "numbers.h"
#include "peers.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>

static const char *table =
    "CREATE TABLE chats (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL COLLATE NOCASE, workspace_id INTEGER NOT NULL,"
    " wam_id TEXT COLLATE NOCASE, contact_id INTEGER NOT NULL, user_id INTEGER, type TEXT, metadata TEXT NOT NULL,"
    " media_id INTEGER, status TEXT COLLATE NOCASE, is_read INTEGER NOT NULL, deleted_by INTEGER, deleted_at INTEGER,"
    " created_at INTEGER NOT NULL);";
static const char *indexes =
    "CREATE UNIQUE INDEX chats_uuid_unique ON chats (uuid);"
    "CREATE INDEX chats_workspace_id_index ON chats (workspace_id);"
    "CREATE INDEX chats_contact_id_index ON chats (contact_id);"
    "CREATE INDEX chats_created_at_index ON chats (created_at);"
    "CREATE INDEX idx_chat_timeline_performance ON chats (workspace_id, created_at, type);"
    "CREATE INDEX idx_chat_participants_opt ON chats (workspace_id, contact_id, status);"
    "CREATE INDEX idx_chat_media_timeline ON chats (media_id, created_at);";
static const char *insertion = "INSERT INTO chats VALUES (?, ?, ?, ?, ?, NULL, ?, ?, NULL, ?, 0, NULL, NULL, ?)";

static int insert(sqlite3_stmt *statement, uint64_t number) {
  char uuid[40], wam[40];
  uint64_t high = mixed(number), low = mixed(high + number), contact = mixed(low) % 160000;
  snprintf(uuid, sizeof uuid, "%08x-%04x-%04x-%04x-%012llx", (unsigned)(high >> 32), (unsigned)(high >> 16 & 0xFFFF),
           (unsigned)(high & 0xFFFF), (unsigned)(low >> 48), (unsigned long long)(low & 0xFFFFFFFFFFFF));
  snprintf(wam, sizeof wam, "wamid.%016llx%016llx", (unsigned long long)low, (unsigned long long)high);
  static const char metadata[] =
      "{\"message_type\": \"text\", \"content\": {\"text\": \"pesanan terima kasih halo invoice sudah bayar kirim"
      " barang besok\"}, \"context\": {\"from\": \"6281234567890\"}, \"buttons\": [], \"timestamp\":"
      " \"2025-02-23 14:03:28\"}";
  sqlite3_bind_int64(statement, 1, (sqlite3_int64)number);
  sqlite3_bind_text(statement, 2, uuid, -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, 3, (sqlite3_int64)(contact % 2640 + 1));
  sqlite3_bind_text(statement, 4, wam, -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, 5, (sqlite3_int64)contact + 1);
  sqlite3_bind_text(statement, 6, number % 2 ? "inbound" : "outbound", -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 7, metadata, -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 8, number % 4 ? "delivered" : "read", -1, SQLITE_STATIC);
  sqlite3_bind_int64(statement, 9, (sqlite3_int64)(1730000000 + number * 3));
  int code = sqlite3_step(statement);
  sqlite3_reset(statement);
  return code == SQLITE_DONE ? 0 : code;
}

static int open_database(const char *path, const char *pragmas, sqlite3 **db, sqlite3_stmt **statement) {
  int code = sqlite3_open(path, db);
  if (!code) code = sqlite3_busy_timeout(*db, 60000);
  if (!code) code = sqlite3_exec(*db, pragmas, NULL, NULL, NULL);
  if (!code && statement) code = sqlite3_prepare_v2(*db, insertion, -1, statement, NULL);
  return code;
}

static const char *durable = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -200000";

int sqlite_make(const char *path) {
  sqlite3 *db;
  int code = open_database(path, durable, &db, NULL);
  if (!code) code = sqlite3_exec(db, table, NULL, NULL, NULL);
  if (!code) code = sqlite3_exec(db, indexes, NULL, NULL, NULL);
  sqlite3_close(db);
  return code;
}

int sqlite_commit_rows(const char *path, uint64_t first, int rows_a_commit, int commits, double *nanoseconds) {
  sqlite3 *db;
  sqlite3_stmt *statement;
  int code = open_database(path, durable, &db, &statement);
  for (int number = 0; number < commits && !code; number++) {
    double start = now();
    code = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    for (int row = 0; row < rows_a_commit && !code; row++) code = insert(statement, first++);
    if (!code) code = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    nanoseconds[number] = now() - start;
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return code;
}

typedef struct {
  const char *path;
  atomic_ullong next;
  uint64_t end;
  atomic_int code;
} crew;

static void *work(void *argument) {
  crew *all = argument;
  sqlite3 *db;
  sqlite3_stmt *statement;
  int code = open_database(all->path, durable, &db, &statement);
  for (uint64_t number; !code && (number = atomic_fetch_add(&all->next, 1)) < all->end;) {
    code = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (!code) code = insert(statement, number);
    if (!code) code = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
  }
  if (code) atomic_store(&all->code, code);
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return NULL;
}

int sqlite_commit_concurrently(const char *path, uint64_t first, int threads, int commits, double *nanoseconds) {
  crew all = {.path = path, .next = first, .end = first + (uint64_t)commits, .code = 0};
  pthread_t handles[256];
  double start = now();
  for (int number = 0; number < threads; number++) pthread_create(&handles[number], NULL, work, &all);
  for (int number = 0; number < threads; number++) pthread_join(handles[number], NULL);
  *nanoseconds = now() - start;
  return atomic_load(&all.code);
}

int sqlite_bulk_load(const char *path, uint64_t rows, double *nanoseconds) {
  sqlite3 *db;
  sqlite3_stmt *statement;
  double start = now();
  int code = sqlite3_open(path, &db);
  if (!code)
    code = sqlite3_exec(
        db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000", NULL, NULL, NULL);
  if (!code) code = sqlite3_exec(db, table, NULL, NULL, NULL);
  if (!code) code = sqlite3_prepare_v2(db, insertion, -1, &statement, NULL);
  if (!code) code = sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
  for (uint64_t number = 1; number <= rows && !code; number++) code = insert(statement, number);
  sqlite3_finalize(statement);
  if (!code) code = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
  if (!code) code = sqlite3_exec(db, indexes, NULL, NULL, NULL);
  sqlite3_close(db);
  *nanoseconds = now() - start;
  return code;
}
