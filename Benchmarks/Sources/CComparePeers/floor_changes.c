// Changes of chats by bare LMDB calls: the entries that Blazz writes, at the places where it writes them, those of several
// new rows in the order of their keys, and no more. The floor of a change is what these pages cost.
#include "floor.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/// An entry that waits to be put: its key and, behind that, its value begin at `start`, which is `key` once all wait.
typedef struct {
  size_t start;
  uint8_t *key;
  uint32_t key_length, value_length;
} waiting_entry;

struct floor_writer {
  MDB_env *env;
  MDB_txn *txn;
  MDB_dbi chats, meta;
  /// The key of the next chat.
  uint64_t next;
  /// Whether entries wait for those of other rows.
  bool waits;
  waiting_entry *entries;
  size_t count, capacity;
  uint8_t *bytes;
  size_t used, room;
};

// MARK: A chat and its entries

typedef struct {
  uint64_t workspace, id, contact, type, media, created;
  bool is_read, is_deleted;
  char uuid[64], wam[160], status[64];
} chat;

/// A key that is put together.
typedef struct {
  uint8_t bytes[512];
  size_t length;
} chat_key;

static void append(chat_key *key, uint64_t number) { key->length += put_integer(key->bytes + key->length, number); }

/// 0 stands for NULL.
static void append_optional(chat_key *key, uint64_t number) {
  if (number) append(key, number); else key->bytes[key->length++] = 0;
}

/// An empty text stands for NULL.
static void append_text(chat_key *key, const char *text) {
  if (!*text) {
    key->bytes[key->length++] = 0;
    return;
  }
  key->length += put_text(key->bytes + key->length, text);
  key->bytes[key->length++] = TEXT_END;
}

static chat_key begin_key(uint8_t space, const chat *chat) {
  chat_key key = {{space}, 1};
  append(&key, chat->workspace);
  return key;
}

/// What happens to an entry.
typedef int (*entry_change)(floor_writer *writer, chat_key *key, const uint8_t *value, size_t length);

static int let_wait(floor_writer *writer, const chat_key *key, const uint8_t *value, size_t length) {
  if (writer->count == writer->capacity) {
    writer->capacity = writer->capacity ? 2 * writer->capacity : 1024;
    writer->entries = realloc(writer->entries, writer->capacity * sizeof *writer->entries);
  }
  while (writer->used + key->length + length > writer->room) {
    writer->room = writer->room ? 2 * writer->room : 1 << 16;
    writer->bytes = realloc(writer->bytes, writer->room);
  }
  if (!writer->entries || !writer->bytes) return ENOMEM;
  writer->entries[writer->count++] = (waiting_entry){writer->used, NULL, (uint32_t)key->length, (uint32_t)length};
  memcpy(writer->bytes + writer->used, key->bytes, key->length);
  if (length) memcpy(writer->bytes + writer->used + key->length, value, length);
  writer->used += key->length + length;
  return 0;
}

static int compare_waiting(const void *left, const void *right) {
  const waiting_entry *a = left, *b = right;
  size_t common = a->key_length < b->key_length ? a->key_length : b->key_length;
  int order = memcmp(a->key, b->key, common);
  return order ? order : (int)a->key_length - (int)b->key_length;
}

/// Puts what waits: entries of one page one behind the other, so that it is not searched from the root again.
static int put_waiting(floor_writer *writer) {
  MDB_cursor *cursor;
  int code = mdb_cursor_open(writer->txn, writer->chats, &cursor);
  if (code) return code;
  for (size_t i = 0; i < writer->count; i++) writer->entries[i].key = writer->bytes + writer->entries[i].start;
  qsort(writer->entries, writer->count, sizeof *writer->entries, compare_waiting);
  for (size_t i = 0; i < writer->count && !code; i++) {
    const waiting_entry *entry = &writer->entries[i];
    MDB_val key = {entry->key_length, entry->key}, value = {entry->value_length, entry->key + entry->key_length};
    code = mdb_cursor_put(cursor, &key, &value, 0);
  }
  mdb_cursor_close(cursor);
  writer->count = writer->used = 0;
  return code;
}

static int put_entry(floor_writer *writer, chat_key *key, const uint8_t *value, size_t length) {
  if (writer->waits) return let_wait(writer, key, value, length);
  MDB_val k = {key->length, key->bytes}, v = {length, (void *)value};
  return mdb_put(writer->txn, writer->chats, &k, &v, 0);
}

static int delete_entry(floor_writer *writer, chat_key *key, const uint8_t *value, size_t length) {
  (void)value, (void)length;
  MDB_val k = {key->length, key->bytes};
  return mdb_del(writer->txn, writer->chats, &k, NULL);
}

/// An entry of a plain index: the columns that `columns` names, a letter each, then the primary key.
static int change_index(
    floor_writer *writer, const chat *chat, uint8_t index, const char *columns, entry_change change) {
  chat_key key = begin_key(index, chat);
  for (const char *column = columns; *column; column++) {
    switch (*column) {
    case 'c': append(&key, chat->contact); break;
    case 't': append(&key, chat->created); break;
    case 'w': append_text(&key, chat->wam); break;
    case 's': append_text(&key, chat->status); break;
    case 'm': append_optional(&key, chat->media); break;
    case 'd': append_optional(&key, chat->type); break;
    }
  }
  append(&key, chat->id);
  return change(writer, &key, NULL, 0);
}

static bool is_unread(const chat *chat) { return !chat->is_deleted && chat->type == 1 && !chat->is_read; }

static int change_all(
    floor_writer *writer, const chat *chat, const uint8_t *row, size_t row_length, entry_change change) {
  chat_key key = begin_key(0, chat), place = {{0}, 0}, uuid = {{1}, 1}, locator = {{0xFE}, 1};
  append(&key, chat->id);
  append_text(&uuid, chat->uuid);
  append(&locator, chat->id);
  append(&place, chat->workspace);
  size_t scope_length = place.length;
  append(&place, chat->id);
  int code = change(writer, &key, row, row_length);
  if (!code) code = change(writer, &locator, place.bytes, scope_length);
  if (!code) code = change(writer, &uuid, place.bytes, place.length);
  static const struct { uint8_t id; const char *columns; } plain[] = {
      {2, ""}, {3, "c"}, {4, "t"}, {5, "td"}, {6, "cs"}, {7, "mt"}};
  for (size_t i = 0; i < sizeof plain / sizeof *plain && !code; i++) {
    code = change_index(writer, chat, plain[i].id, plain[i].columns, change);
  }
  if (!code && *chat->wam) code = change_index(writer, chat, 0x80, "w", change);
  if (!code && !chat->is_deleted) code = change_index(writer, chat, 0x81, "ct", change);
  if (!code && !chat->is_deleted && chat->type == 1) code = change_index(writer, chat, 0x82, "ct", change);
  if (!code && is_unread(chat)) code = change_index(writer, chat, 0x83, "c", change);
  if (!code && !chat->is_deleted) code = change_index(writer, chat, 0x84, "dt", change);
  return code;
}

// MARK: A stored chat

static uint64_t number_at(const uint8_t *row, size_t place) {
  uint64_t number;
  memcpy(&number, row + chat_fixed + place, 8);
  return number;
}

/// The variable column with this place among them, or an empty text.
static void text_at(const uint8_t *row, int place, char *text, size_t capacity) {
  uint16_t begin = 0, end;
  if (place) memcpy(&begin, row + chat_ends + 2 * (place - 1), 2);
  memcpy(&end, row + chat_ends + 2 * place, 2);
  const uint8_t *bytes = row + chat_variable + (begin & 0x7FFF);
  size_t length = (size_t)(end & 0x7FFF) - (begin & 0x7FFF);
  if (end & 0x8000) {
    unpack_uuid(bytes, (uint8_t *)text);
    length = 36;
  } else {
    if (length >= capacity) length = capacity - 1;
    memcpy(text, bytes, length);
  }
  text[length] = 0;
}

/// Copies a chat's row out, and what its entries are made of.
static int find(floor_writer *writer, const peer_subject *subject, chat *found, uint8_t *row, size_t *length) {
  *found = (chat){.workspace = subject->workspace, .id = subject->number};
  chat_key key = begin_key(0, found);
  append(&key, found->id);
  MDB_val k = {key.length, key.bytes}, value;
  int code = mdb_get(writer->txn, writer->chats, &k, &value);
  if (code) return code;
  if (*(const uint8_t *)value.mv_data || value.mv_size > 2048) return -1;
  memcpy(row, value.mv_data, value.mv_size);
  *length = value.mv_size;
  found->contact = number_at(row, 0);
  found->type = row[chat_fixed + chat_type];
  found->media = is_null(row, chat_media_bit) ? 0 : number_at(row, chat_media);
  found->created = number_at(row, chat_created);
  found->is_read = row[chat_fixed + chat_read];
  found->is_deleted = !is_null(row, chat_deleted_bit);
  text_at(row, 0, found->uuid, sizeof found->uuid);
  text_at(row, 1, found->wam, sizeof found->wam);
  text_at(row, 3, found->status, sizeof found->status);
  return 0;
}

// MARK: Changes

int floor_insert_chat(floor_writer *writer, const peer_subject *subject) {
  chat chat = {.workspace = subject->workspace, .id = writer->next++, .contact = subject->number, .type = 1,
               .created = (uint64_t)subject->from};
  // As many bytes as Blazz's row has: header and fixed part, UUID, WhatsApp's id, JSON, checksum.
  uint8_t row[62 + 16 + 42 + 192 + 4] = {0};
  snprintf(chat.uuid, sizeof chat.uuid, "%s", subject->text);
  snprintf(chat.wam, sizeof chat.wam, "wamid.%s", subject->text);
  return change_all(writer, &chat, row, sizeof row, put_entry);
}

int floor_read_chat(floor_writer *writer, const peer_subject *subject) {
  chat chat;
  uint8_t row[2064];
  size_t length;
  int code = find(writer, subject, &chat, row, &length);
  if (code) return code;
  if (is_unread(&chat)) code = change_index(writer, &chat, 0x83, "c", delete_entry);
  if (!code && strcmp(chat.status, "read")) {
    code = change_index(writer, &chat, 6, "cs", delete_entry);
    snprintf(chat.status, sizeof chat.status, "read");
    if (!code) code = change_index(writer, &chat, 6, "cs", put_entry);
  }
  row[chat_fixed + chat_read] = 1;
  chat_key key = begin_key(0, &chat);
  append(&key, chat.id);
  return code ? code : put_entry(writer, &key, row, length);
}

int floor_delete_chat(floor_writer *writer, const peer_subject *subject) {
  chat chat;
  uint8_t row[2064];
  size_t length;
  int code = find(writer, subject, &chat, row, &length);
  return code ? code : change_all(writer, &chat, NULL, 0, delete_entry);
}

// MARK: Commits

/// The table's sequence and its sizes.
static int put_records(floor_writer *writer) {
  static const struct { const char *name; size_t length; } records[] = {
      {"sequence/chats", 8}, {"sizes/chats", 17 * 14}};
  uint8_t bytes[256] = {0};
  int code = 0;
  for (int i = 0; i < 2 && !code; i++) {
    MDB_val key = {strlen(records[i].name), (void *)records[i].name}, value = {records[i].length, bytes};
    code = mdb_put(writer->txn, writer->meta, &key, &value, 0);
  }
  return code;
}

static int commit(floor_writer *writer, floor_change change, const peer_subject *subjects, size_t count) {
  int code = mdb_txn_begin(writer->env, NULL, 0, &writer->txn);
  if (code) return code;
  writer->waits = count > 1 && change == floor_insert_chat;
  for (size_t i = 0; i < count && !code; i++) code = change(writer, &subjects[i]);
  if (!code && writer->waits) code = put_waiting(writer);
  if (!code) code = put_records(writer);
  if (!code) return mdb_txn_commit(writer->txn);
  mdb_txn_abort(writer->txn);
  return code;
}

int floor_commit(floor_writer *writer, floor_change change, peer_series series, double *nanoseconds) {
  int code = 0;
  for (size_t first = 0, batch = 0; first < series.count && !code; first += series.batch, batch++) {
    size_t left = series.count - first;
    double start = peer_now();
    code = commit(writer, change, series.subjects + first, left < series.batch ? left : series.batch);
    nanoseconds[batch] = peer_now() - start;
  }
  return code;
}

/// The key behind the last one.
static int find_next(floor_writer *writer) {
  MDB_cursor *cursor;
  MDB_val key, value;
  uint8_t locators[] = {0xFE};
  int code = mdb_cursor_open(writer->txn, writer->chats, &cursor);
  if (code) return code;
  code = floor_seek(cursor, &key, &value, locators, 1, true);
  if (!code) writer->next = get_integer((const uint8_t *)key.mv_data + 1) + 1;
  mdb_cursor_close(cursor);
  return code;
}

floor_writer *floor_writer_open(const char *path, int *code) {
  floor_writer *writer = calloc(1, sizeof *writer);
  *code = mdb_env_create(&writer->env);
  if (!*code) *code = mdb_env_set_maxdbs(writer->env, 128);
  if (!*code) *code = mdb_env_set_mapsize(writer->env, (size_t)64 << 30);
  if (!*code) *code = mdb_env_open(writer->env, path, MDB_NOSUBDIR | MDB_NOTLS | MDB_NORDAHEAD, 0644);
  if (!*code) *code = mdb_txn_begin(writer->env, NULL, 0, &writer->txn);
  if (!*code) {
    *code = mdb_dbi_open(writer->txn, "chats", 0, &writer->chats);
    if (!*code) *code = mdb_dbi_open(writer->txn, "meta", 0, &writer->meta);
    if (!*code) *code = find_next(writer);
    if (!*code) *code = mdb_txn_commit(writer->txn); else mdb_txn_abort(writer->txn);
  }
  if (!*code) return writer;
  floor_writer_close(writer);
  return NULL;
}

int floor_count_entries(floor_writer *writer, size_t *entries) {
  MDB_txn *txn;
  MDB_stat stat;
  int code = mdb_txn_begin(writer->env, NULL, MDB_RDONLY, &txn);
  if (code) return code;
  code = mdb_stat(txn, writer->chats, &stat);
  mdb_txn_abort(txn);
  if (!code) *entries = stat.ms_entries;
  return code;
}

void floor_writer_close(floor_writer *writer) {
  if (writer->env) mdb_env_close(writer->env);
  free(writer->entries);
  free(writer->bytes);
  free(writer);
}
