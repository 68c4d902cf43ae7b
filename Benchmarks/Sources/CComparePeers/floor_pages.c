// The floor's pages of rows.
#include "floor.h"

/// How an index leads to a page of rows.
typedef struct {
  uint8_t index;
  /// Elements between the prefix and the primary key: numbers, or one text.
  int numbers;
  /// Bytes behind the workspace that an entry begins with.
  uint8_t start[300];
  size_t start_length;
  bool is_descending;
  /// Whether rows lie in nearly the same order as entries.
  bool is_clustered;
  /// Whether the primary key is text.
  bool has_text_key;
  /// The NULL bit of deleted_at, for a table that has it and an index of all rows; otherwise -1.
  int deleted_bit;
  /// 0 for none.
  int limit;
  /// What else a row has to be; may be NULL.
  bool (*accepts)(const uint8_t *row, const peer_subject *subject);
  /// Entries above this number, the first behind the prefix, are passed over or end the walk; 0 for none.
  uint64_t least, most;
} page_shape;

/// The row under a key, which may be the neighbor of the row before.
static int fetch(MDB_cursor *rows, MDB_val *key, MDB_val *value, const page_shape *shape, bool is_first) {
  if (shape->is_clustered && !is_first) {
    MDB_val near;
    int code = mdb_cursor_get(rows, &near, value, shape->is_descending ? MDB_PREV : MDB_NEXT);
    if (!code && near.mv_size == key->mv_size && !memcmp(near.mv_data, key->mv_data, key->mv_size)) return 0;
  }
  return mdb_cursor_get(rows, key, value, MDB_SET);
}

/// Of audit_logs, 19 stored columns: 5 header bytes, 61 fixed bytes, 11 end offsets. The primary key is the first of the
/// variable ones; a UUID is packed.
enum { audit_ends = 5 + 61, audit_variable = audit_ends + 22 };

static uint64_t audit_key(const uint8_t *row) {
  uint16_t end;
  memcpy(&end, row + audit_ends, 2);
  if (!(end & 0x8000)) return peer_text(row + audit_variable, end);
  uint8_t text[36];
  unpack_uuid(row + audit_variable, text);
  return peer_text(text, 36);
}

static int walk(
    floor_peer *peer, table *table, const page_shape *shape, const peer_subject *subject, uint64_t *hash) {
  uint8_t prefix[320], row_key[320] = {0};
  prefix[0] = shape->index;
  size_t scoped = 1 + put_integer(prefix + 1, subject->workspace);
  memcpy(row_key + 1, prefix + 1, scoped - 1);
  memcpy(prefix + scoped, shape->start, shape->start_length);
  size_t length = scoped + shape->start_length, seek_length = length;
  uint8_t bound[320];
  memcpy(bound, prefix, length);
  if (shape->most) seek_length += put_integer(bound + length, shape->most);
  MDB_val key, value;
  int left = shape->limit;
  bool is_first = true;
  int code = floor_seek(table->entries, &key, &value, bound, seek_length, shape->is_descending);
  while (!code && has_prefix(key, prefix, length)) {
    const uint8_t *bytes = key.mv_data, *element = bytes + length;
    if (shape->least && get_integer(element) < shape->least) return 0;
    if (shape->numbers < 0) {
      // Names are ASCII letters here, of one byte each, so the byte that ends them is the first of its kind.
      element = (const uint8_t *)memchr(bytes + scoped, TEXT_END, key.mv_size - scoped) + 1;
    } else {
      for (int i = 0; i < shape->numbers; i++) element = skip_integer(element);
    }
    size_t element_length = (size_t)(bytes + key.mv_size - element);
    memcpy(row_key + scoped, element, element_length);
    MDB_val target = {scoped + element_length, row_key}, row;
    if ((code = fetch(table->rows, &target, &row, shape, is_first))) return code;
    is_first = false;
    const uint8_t *stored = row.mv_data;
    if (stored[0]) return -1;
    if ((shape->deleted_bit < 0 || is_null(stored, shape->deleted_bit))
        && (!shape->accepts || shape->accepts(stored, subject))) {
      memcpy(peer->row, stored, row.mv_size);
      *hash = peer_mix(*hash, shape->has_text_key ? audit_key(stored) : get_integer(element));
      if (!--left) return 0;
    }
    code = mdb_cursor_get(table->entries, &key, &value, shape->is_descending ? MDB_PREV : MDB_NEXT);
  }
  return code == MDB_NOTFOUND ? 0 : code;
}

static int page(
    floor_peer *peer, table *table, const page_shape *shape, const peer_subject *subject, uint64_t *hash) {
  int code = floor_begin(peer, table);
  if (!code) code = walk(peer, table, shape, subject, hash);
  mdb_txn_reset(peer->txn);
  return code;
}

// MARK: Chats

int floor_latest_chats(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 5, .numbers = 2, .is_descending = true, .is_clustered = true,
                      .deleted_bit = chat_deleted_bit, .limit = 50};
  return page(peer, &peer->chats, &shape, subject, hash);
}

int floor_thread(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 0x81, .numbers = 1, .is_descending = true, .deleted_bit = -1, .limit = 10};
  shape.start_length = put_integer(shape.start, subject->number);
  return page(peer, &peer->chats, &shape, subject, hash);
}

static bool has_status(const uint8_t *row, const peer_subject *subject) {
  size_t length, wanted = strlen(subject->text);
  const uint8_t *status = chat_status(row, &length);
  return length == wanted && !memcmp(status, subject->text, wanted);
}

int floor_thread_by_status(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 0x81, .numbers = 1, .is_descending = true, .deleted_bit = -1, .limit = 50,
                      .accepts = has_status};
  shape.start_length = put_integer(shape.start, subject->number);
  return page(peer, &peer->chats, &shape, subject, hash);
}

int floor_timeline(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 0x84, .numbers = 1, .is_descending = true, .is_clustered = true, .deleted_bit = -1,
                      .limit = 50, .least = (uint64_t)subject->from, .most = (uint64_t)subject->to};
  // Enumerations count from 1: inbound, outbound.
  shape.start_length = put_integer(shape.start, 1);
  return page(peer, &peer->chats, &shape, subject, hash);
}

static bool has_media(const uint8_t *row, const peer_subject *subject) {
  (void)subject;
  return !is_null(row, chat_media_bit);
}

int floor_gallery(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 5, .numbers = 2, .is_descending = true, .is_clustered = true,
                      .deleted_bit = chat_deleted_bit, .limit = 30, .accepts = has_media};
  return page(peer, &peer->chats, &shape, subject, hash);
}

// MARK: Contacts

enum { contact_deleted_bit = 13 };

int floor_recent_contacts(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {
      .index = 4, .numbers = 1, .is_descending = true, .deleted_bit = contact_deleted_bit, .limit = 50};
  return page(peer, &peer->contacts, &shape, subject, hash);
}

int floor_named_contacts(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 6, .numbers = -1, .deleted_bit = contact_deleted_bit, .limit = 20};
  shape.start_length = put_text(shape.start, subject->text);
  return page(peer, &peer->contacts, &shape, subject, hash);
}

int floor_contact_list(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 0x81, .numbers = 2, .is_descending = true, .deleted_bit = -1, .limit = 10};
  return page(peer, &peer->contacts, &shape, subject, hash);
}

// MARK: Audit logs

static int audits(floor_peer *peer, page_shape *shape, const peer_subject *subject, uint64_t *hash) {
  shape->numbers = 1;
  shape->is_descending = shape->has_text_key = true;
  shape->deleted_bit = -1;
  shape->limit = 50;
  return page(peer, &peer->audits, shape, subject, hash);
}

int floor_audit_by_user(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 1};
  shape.start_length = put_integer(shape.start, subject->number);
  return audits(peer, &shape, subject, hash);
}

static int audits_by_text(floor_peer *peer, uint8_t index, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = index};
  shape.start_length = put_text(shape.start, subject->text);
  shape.start[shape.start_length++] = TEXT_END;
  return audits(peer, &shape, subject, hash);
}

int floor_audit_by_address(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  return audits_by_text(peer, 3, subject, hash);
}

int floor_audit_by_event(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  return audits_by_text(peer, 4, subject, hash);
}

// MARK: What the application looks up

/// The rows of live entries with a text, by primary key.
static int rows_of_text(
    floor_peer *peer, table *table, page_shape *shape, const peer_subject *subject, uint64_t *hash) {
  shape->start_length = put_text(shape->start, subject->text);
  shape->start[shape->start_length++] = TEXT_END;
  return page(peer, table, shape, subject, hash);
}

int floor_contact_by_phone(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 0x80, .deleted_bit = -1};
  return rows_of_text(peer, &peer->contacts, &shape, subject, hash);
}

int floor_chat_by_message(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 0x80, .deleted_bit = chat_deleted_bit};
  return rows_of_text(peer, &peer->chats, &shape, subject, hash);
}

int floor_log_of_chat(floor_peer *peer, const peer_subject *subject, uint64_t *hash) {
  page_shape shape = {.index = 0x82, .deleted_bit = -1, .limit = 1};
  shape.start_length = put_integer(shape.start, subject->number);
  return page(peer, &peer->logs, &shape, subject, hash);
}
