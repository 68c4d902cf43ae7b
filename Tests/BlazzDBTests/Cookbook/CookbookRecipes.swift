import BlazzDB
import Foundation
import TableStore
import Testing

/// The recipes of the cookbook. What stands between `recipe` and `end` is the article's text, line by line.
struct CookbookRecipes {
  let blazz: Blazz
  let shop: Workspace

  func inbox() throws -> Int {
    // recipe: The inbox: who wrote last, with the newest message
    let inbox = try shop.read { db in
      try db.contacts.having(\.chats)
        .order(by: \.latestChatCreatedAt, .descending)
        .page(15)
        .including(\.chats, latest: 1)
        .all()
    }
    for (contact, chats) in inbox {
      print(contact.firstName ?? "-", chats.first?.createdAt ?? "-")
    }
    // end
    return inbox.count
  }

  func unread() throws -> Int {
    // recipe: The badge: how many messages are unread
    let unread = try shop.read { db in
      try db.chats.where { $0.type == .inbound && $0.isRead == false }.count()
    }
    // end
    return unread
  }

  func thread(_ contact: ID<Contact>) throws -> [Chat] {
    // recipe: A thread, page by page
    var chats: [Chat] = []
    var next: PageCursor?
    repeat {
      let page = try shop.read { db in
        try db.chats.where { $0.contactID == contact }
          .order(by: \.createdAt, .descending)
          .page(20, after: next)
          .page()
      }
      chats += page.rows
      next = page.next
    } while next != nil
    // end
    return chats
  }

  func markAsRead(_ contact: ID<Contact>) async throws -> Int {
    // recipe: Mark a contact's messages as read
    let count = try await shop.write { db in
      try db.chats.where { $0.contactID == contact && $0.isRead == false }.update { $0.isRead = true }
    }
    // end
    return count
  }

  func statuses(_ campaign: ID<Campaign>) throws -> [String: Int] {
    // recipe: How far a campaign is
    let counts = try shop.read { db in
      try db.campaignLogs.where { $0.campaignID == campaign }.group(by: \.status).count()
    }
    for (status, count) in counts { print(status, count) }
    // end
    return Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.count) })
  }

  func messagesByDay(since monday: Date) throws -> [String: Int] {
    // recipe: Messages by day
    let days = try shop.read { db in
      try db.chats.where { $0.createdAt >= monday }.group(by: \.type, \.createdAt.day).count()
    }
    for ((direction, day), count) in days { print(direction?.rawValue ?? "", day, count) }
    // end
    return days.reduce(into: [:]) { sums, group in sums["\(group.key.1)", default: 0] += group.count }
  }

  func search(_ text: String) throws -> [ID<Contact>] {
    // recipe: Contacts by the beginning of a name
    let found = try shop.read { db in
      try db.contacts.where { $0.firstName.hasPrefix(text) || $0.lastName.hasPrefix(text) }
        .order(by: \.firstName)
        .limit(20)
        .all()
    }
    // end
    return found.map(\.id)
  }

  func words(_ text: String) throws -> [ID<Contact>] {
    // recipe: Contacts by words of name, phone and e-mail address
    let result = try shop.search(Contact.self, text, limit: 20)
    for hit in result.hits {
      print(hit.row.firstName ?? "-", hit.highlights.map { $0.marked("*", "*") })
    }
    // end
    return result.hits.map(\.row.id)
  }

  func favourites(_ text: String) throws -> [ID<Contact>] {
    // recipe: The best favourites for a few words
    let best = try shop.read { db in
      try db.contacts.search(text, mode: .natural).where { $0.isFavorite == 1 }.limit(10).hits()
    }
    // end
    return best.hits.map(\.row.id)
  }

  func mentions(_ text: String) throws -> [ID<Chat>] {
    // recipe: Messages by what their JSON says
    let chats = try shop.read { db in
      try db.chats.where { $0.metadata["message_type"] == "text" && $0.metadata["content.text"].contains(text) }
        .orderedByKey()
        .ids()
    }
    // end
    return chats
  }

  func findOrCreate(_ phone: String, _ owner: ID<User>) async throws -> (ID<Contact>, Bool) {
    // recipe: The contact with a number, or a new one
    let (contact, isNew) = try await shop.write { db in
      try db.contacts.firstOrInsert(.init(firstName: "New", phone: phone, createdBy: owner)) { $0.phone == phone }
    }
    // end
    return (contact.id, isNew)
  }

  func names() throws -> [(ID<Contact>, String?)] {
    // recipe: Two columns and nothing else
    let names = try shop.read { db in
      try db.contacts.order(by: \.firstName, locale: "sv").values(\.id, \.firstName)
    }
    // end
    return names
  }

  func explain() throws -> Explanation {
    // recipe: Why is it slow?
    let plan = try shop.read { db in
      try db.chats.where { $0.status == .failed }.order(by: \.createdAt, .descending).limit(50).explain()
    }
    print(plan)
    // end
    return plan
  }
}
