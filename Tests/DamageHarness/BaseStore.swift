internal import BlazzDB
internal import Foundation
internal import TableStore

/// A row by its table and primary key.
struct RowName: Hashable {
  let table: String
  let key: SQLValue
}

/// The store that is damaged: every way in which rows lie in a file, an older state of it, and another store.
struct BaseStore {
  let file: [UInt8]
  let older: [UInt8]
  let foreign: [UInt8]
  /// What each row holds, what it held in the older state, and what a row of that name holds in the other store.
  let rows: [RowName: [SQLValue]]
  let olderRows: [RowName: [SQLValue]]
  let foreignRows: [RowName: [SQLValue]]

  static var options: StoreOptions {
    var options = StoreOptions()
    options.durability = .none
    options.mapSizeBytes = 64 << 20
    options.slowQueryThreshold = nil
    options.fulltextIndexes = ["own_chats_words"]
    return options
  }

  /// Makes the files in a folder.
  static func make(in folder: String) throws -> BaseStore {
    try write("\(folder)/foreign", contacts: 90, isForeign: true)
    try write("\(folder)/older", contacts: 150, isForeign: false)
    try FileManager.default.copyItem(atPath: "\(folder)/older", toPath: "\(folder)/base")
    try change("\(folder)/base")
    return try load(folder)
  }

  /// Reads what `make` made.
  static func load(_ folder: String) throws -> BaseStore {
    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
    }
    func rows(_ name: String) throws -> [RowName: [SQLValue]] {
      try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(folder)/\(name)-\(getpid())")
      defer { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)-\(getpid())") }
      let blazz = try Blazz(path: "\(folder)/\(name)-\(getpid())", checking: .structure, options: options)
      defer { try? blazz.close() }
      var failures = 0
      let found = Contents.read(blazz, &failures)
      precondition(failures == 0, "the sound store is read without errors")
      return found
    }
    return BaseStore(
      file: try bytes("base"), older: try bytes("older"), foreign: try bytes("foreign"), rows: try rows("base"),
      olderRows: try rows("older"),
      foreignRows: try rows("foreign"))
  }

  private static func write(_ path: String, contacts: Int, isForeign: Bool) throws {
    let blazz = try Blazz(path: path, options: options)
    try blazz.system.writeSync { db in
      for id in 1...2 {
        try db.users.insert(
          .init(firstName: "User \(id)", lastName: "Of \(path.count)", email: "u\(id)@mail.test", password: "x"))
        try db.workspaces.insert(.init(identifier: "w\(id)", name: "Workspace \(id)", createdBy: 1))
      }
    }
    for workspace in 1...2 {
      for part in 0..<3 {
        try blazz.workspace(ID(UInt64(workspace))).writeSync { db in
          for number in part * contacts / 6..<(part + 1) * contacts / 6 {
            let contact = try db.contacts.insert(
              .init(
                firstName: ["José", "Ana", "Çelik", "李"][number % 4], lastName: "Name \(number * 7919 % 1_000)",
                phone: "+62812\(1_000_000 + number)",
                address: String(repeating: "Street \(number) ", count: number % 30),
                createdBy: 1))
            for message in 0..<3 {
              let length = number % 25 == 24 ? 1_500 : 3 + number % 9
              let text = (0..<length).map { "word\(($0 * 31 + number + message) % 200)" }.joined(separator: " ")
              try db.chats.insert(
                .init(
                  contactID: contact.id, type: message == 0 ? .inbound : .outbound,
                  metadata: JSON(text: "{\"content\": {\"text\": \"\(isForeign ? "other " : "")\(text)\"}}")))
            }
          }
        }
      }
    }
    try blazz.foldSearches()
    try blazz.close()
  }

  /// What makes the base of the older state: rows that change, go and come; pages that become free.
  private static func change(_ path: String) throws {
    let blazz = try Blazz(path: path, options: options)
    for workspace in 1...2 {
      try blazz.workspace(ID(UInt64(workspace))).writeSync { db in
        for contact in try db.contacts.all() {
          if contact.id.rawValue % 5 == 0 {
            _ = try db.contacts.update(contact.id) { $0.lastName = "Changed" }
          } else if contact.id.rawValue % 11 == 0 {
            try db.contacts.erase(contact.id)
          }
        }
        for chat in try db.chats.all() where chat.id.rawValue % 6 == 0 { try db.chats.erase(chat.id) }
      }
    }
    try blazz.workspace(1).writeSync { db in
      for number in 0..<40 {
        try db.contacts.insert(.init(firstName: "New", lastName: "Name \(number)", createdBy: 1))
      }
    }
    try blazz.close()
  }
}

/// What is read of a store.
enum Contents {
  /// Every row of every table that can be read; counts tables whose reading ended with an error.
  static func read(_ blazz: Blazz, _ failures: inout Int) -> [RowName: [SQLValue]] {
    var found: [RowName: [SQLValue]] = [:]
    for table in Blazz.tables {
      let schema = table.schema
      do {
        try blazz.system.read { db in
          try db.table(named: schema.name)?.forEach { row in
            let values = try schema.columns.indices.map { try row.value($0) }
            found[RowName(table: schema.name, key: values[schema.primaryKey])] = values
          }
        }
      } catch is StoreError { failures += 1 } catch { fatalError("not a StoreError: \(error)") }
    }
    return found
  }
}
