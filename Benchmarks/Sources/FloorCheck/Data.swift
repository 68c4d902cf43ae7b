import BenchmarkSupport
import BlazzDB
import Foundation
import TableStore

/// Where a chat of the made-up data is.
struct ChatPlace {
  var workspace: UInt64
  var id: UInt64
}

/// Fills a store with workspaces of very uneven size and their chats, in the order of time.
struct DataMaker {
  static let workspaceCount: UInt64 = 200
  static let contactsEach: UInt64 = 50
  var generator = Generator(seed: 7)

  mutating func fill(_ blazz: Blazz, chats: Int) throws -> [ChatPlace] {
    try blazz.system.writeSync { db in
      let owner = try db.users.insert(.init(firstName: "Owner", email: "owner@example.com"))
      for number in 1...Self.workspaceCount {
        try db.workspaces.insert(.init(identifier: "ws-\(number)", createdBy: owner.id))
        for contact in 0..<Self.contactsEach {
          try db.contacts.insert(
            .init(
              workspaceID: ID(number), firstName: "Contact \(contact)", phone: "+6281\(number)\(contact)",
              createdBy: owner.id))
        }
      }
    }
    var places: [ChatPlace] = []
    let start = Date(timeIntervalSince1970: 1_730_000_000)
    while places.count < chats {
      let drafts = (0..<min(10_000, chats - places.count)).map { draft(start, places.count + $0) }
      try blazz.system.writeSync { db in
        for draft in drafts {
          let chat = try db.chats.insert(draft)
          places.append(ChatPlace(workspace: chat.workspaceID.rawValue, id: chat.id.rawValue))
        }
      }
    }
    return places
  }

  private mutating func draft(_ start: Date, _ number: Int) -> Chat.Draft {
    // The square of a fraction: a few workspaces have most of the rows.
    let fraction = Double.random(in: 0..<1, using: &generator)
    let workspace = UInt64(fraction * fraction * Double(Self.workspaceCount)) + 1
    let contact = (workspace - 1) * Self.contactsEach + UInt64.random(in: 1...Self.contactsEach, using: &generator)
    let isInbound = Bool.random(using: &generator)
    return Chat.Draft(
      workspaceID: ID(workspace),
      wamID: generator.wamID(),
      contactID: ID(contact), type: isInbound ? .inbound : .outbound, metadata: JSON(text: generator.messageMetadata()),
      status: isInbound ? .delivered : .sent, isRead: Bool.random(using: &generator),
      createdAt: start.addingTimeInterval(Double(number) * 30))
  }
}
