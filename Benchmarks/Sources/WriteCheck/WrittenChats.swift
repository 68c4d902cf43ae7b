import BenchmarkSupport
import BlazzDB
import Foundation
import TableStore

/// The CRM that chats are written into, and chats by their numbers: the same for the same number.
struct WrittenChats: Sendable {
  static let workspaces = 2_640
  static let contacts = 160_000

  /// Users, workspaces and contacts, so that every chat has what it refers to.
  static func fill(_ blazz: Blazz) throws {
    let time = Date(timeIntervalSince1970: 1_730_000_000)
    try blazz.system.load(
      User.self, [[.init(id: 1, firstName: "Agent", email: "agent@example.com", createdAt: time, updatedAt: time)]])
    try blazz.system.load(
      WorkspaceRecord.self, from: [1...UInt64(workspaces)],
      drafts: { ids in
        ids.map {
          WorkspaceRecord.Draft(id: ID($0), identifier: "ws-\($0)", createdBy: 1, createdAt: time, updatedAt: time)
        }
      })
    try blazz.system.load(
      Contact.self, from: parts(contacts),
      drafts: { ids in
        ids.map { id in
          Contact.Draft(
            id: ID(id), workspaceID: workspace(contact: id), firstName: "Name \(id % 500)",
            phone: "+62812\(10_000_000 + id)",
            createdBy: 1, createdAt: time, updatedAt: time)
        }
      })
  }

  /// Ranges of ids from 1 on, 5,000 each.
  static func parts(_ count: Int) -> [ClosedRange<UInt64>] {
    stride(from: 1, through: count, by: 5_000).map { UInt64($0)...UInt64(min($0 + 4_999, count)) }
  }

  static func workspace(contact: UInt64) -> ID<WorkspaceRecord> { ID((contact - 1) % UInt64(workspaces) + 1) }

  static func chat(_ number: UInt64) -> Chat.Draft {
    var generator = Generator(seed: number &* 0x9E37_79B9)
    let contact = generator.next() % UInt64(contacts) + 1
    return Chat.Draft(
      id: ID(number), uuid: generator.uuid(), workspaceID: workspace(contact: contact), wamID: generator.wamID(),
      contactID: ID(contact), type: number.isMultiple(of: 2) ? .outbound : .inbound,
      metadata: JSON(text: generator.messageMetadata()), status: number.isMultiple(of: 4) ? .read : .delivered,
      createdAt: Date(timeIntervalSince1970: Double(1_730_000_000 + number * 3)))
  }
}
