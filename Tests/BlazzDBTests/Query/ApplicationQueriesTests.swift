import BlazzDB
import Foundation
import TableStore
import Testing

/// What the application asks of its database, question by question: each is one expression or one transaction of the
/// typed API, its answer is computed a second time from plain rows, and the hot ones examine hardly more than they return.
///
/// A test's name begins with the number of its question.
@Suite struct ApplicationQueriesTests {
  let store: ApplicationStore
  let shop: Workspace
  let rows: ApplicationRows

  init() throws {
    store = try ApplicationStore.shared.get()
    (shop, rows) = (store.shop, store.rows)
  }

  /// The contact with most live chats.
  var busiest: ID<Contact> {
    let counts = Dictionary(grouping: rows.liveChats, by: \.contactID).mapValues(\.count)
    return rows.liveContacts.max { (counts[$0.id] ?? 0, $0.id) < (counts[$1.id] ?? 0, $1.id) }!.id
  }
}

/// Newest first, as `created_at DESC, id DESC` has it.
func isNewer<Key: Comparable>(_ left: (Date?, Key), _ right: (Date?, Key)) -> Bool {
  (left.0 ?? .distantPast, left.1) > (right.0 ?? .distantPast, right.1)
}

/// What `%text%` finds, of letters without accents.
func has(_ column: String?, _ text: String) -> Bool { column?.lowercased().contains(text.lowercased()) ?? false }
