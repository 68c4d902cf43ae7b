internal import BlazzDB
internal import Foundation
internal import TableStore
internal import TestSupport

/// What became of one damaged file.
struct Outcome {
  /// Refused when it was opened.
  var isRefused = false
  /// Tables whose reading ended with an error.
  var failures = 0
  /// Rows that are as in no state of any of the stores: silently wrong.
  var wrong = 0
  /// Rows as in the older state, or of the sound file and missing, without an error: pages or metas that fit together,
  /// from another time.
  var older = 0
  /// Rows of the other store, under their own keys, from a whole page of it: their checksums are right.
  var foreign = 0
  /// Whether writing ended with an error.
  var isWriteRefused = false
  /// Whether the file's structure was unsound after writes that gave no error.
  var isUnsoundAfterwards = false

  var line: String {
    "\(isRefused ? 1 : 0) \(failures) \(wrong) \(older) \(foreign) \(isWriteRefused ? 1 : 0) \(isUnsoundAfterwards ? 1 : 0)"
  }

  init() {}
  init?(line: Substring) {
    let numbers = line.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 7 else { return nil }
    (isRefused, failures, wrong, older) = (numbers[0] == 1, numbers[1], numbers[2], numbers[3])
    (foreign, isWriteRefused, isUnsoundAfterwards) = (numbers[4], numbers[5] == 1, numbers[6] == 1)
  }
}

/// The process that may die: opens, reads, writes and checks damaged files, a line each.
struct Worker {
  let base: BaseStore
  let damage: FileDamage
  let path: String
  let seed: UInt64
  let isCrafted: Bool
  /// What the harness is there to test; without it, processes die.
  let checking: StoreOptions.Checking =
    ProcessInfo.processInfo.environment["BLAZZ_UNCHECKED"] == nil ? .structure : .roots

  init(folder: String, seed: UInt64, isCrafted: Bool) throws {
    base = try BaseStore.load(folder)
    damage = FileDamage(base.file, older: base.older, foreign: base.foreign)
    path = "\(folder)/damaged-\(getpid())"
    (self.seed, self.isCrafted) = (seed, isCrafted)
  }

  func run(_ numbers: Range<Int>) throws {
    for number in numbers {
      say("begin \(number)")
      let (kind, bytes) = damage.copy(number, seed: seed, crafted: isCrafted)
      try Data(bytes).write(to: URL(filePath: path))
      say(
        "end \(number) \(kind.rawValue) \(outcome(pageByPage: number / FileDamage.Kind.all(crafted: isCrafted).count % 2 == 0).line)"
      )
    }
    for name in [path, path + "-lock"] { try? FileManager.default.removeItem(atPath: name) }
  }

  private func outcome(pageByPage: Bool) -> Outcome {
    var outcome = Outcome()
    var options = BaseStore.options
    options.readsPageByPage = pageByPage
    let blazz: Blazz
    do { blazz = try Blazz(path: path, checking: checking, options: options) } catch {
      precondition(error is StoreError, "a store is refused with a StoreError")
      outcome.isRefused = true
      return outcome
    }
    let found = Contents.read(blazz, &outcome.failures)
    for (name, row) in found where base.rows[name] != row {
      if base.olderRows[name] == row {
        outcome.older += 1
      } else if base.foreignRows[name] == row {
        outcome.foreign += 1
      } else {
        outcome.wrong += 1
      }
    }
    if outcome.failures == 0 { outcome.older += base.rows.keys.count { found[$0] == nil } }
    ask(blazz)
    do {
      try write(blazz)
      do { try blazz.checkStructure() } catch { outcome.isUnsoundAfterwards = true }
    } catch {
      precondition(error is StoreError, "a write is refused with a StoreError: \(error)")
      outcome.isWriteRefused = true
    }
    do { try blazz.close() } catch { fatalError("a store closes: \(error)") }
    return outcome
  }

  /// Reads through indexes and searches; answers may be errors.
  private func ask(_ blazz: Blazz) {
    func attempt(_ body: () throws -> Void) {
      do { try body() } catch { precondition(error is StoreError, "a read fails with a StoreError: \(error)") }
    }
    attempt { _ = try blazz.statistics() }
    for id in 1...2 {
      attempt {
        let workspace = try blazz.workspace(ID(UInt64(id)))
        attempt { _ = try workspace.search(Contact.self, "jo* +62812*", limit: 20) }
        attempt { _ = try workspace.search(Chat.self, "word7 -word9", limit: 20) }
        try workspace.read { db in
          attempt { _ = try db.chats.order(by: Chat.timeline, .descending).all() }
          attempt { _ = try db.contacts.order(by: Contact.byName).all() }
          attempt { _ = try db.chats.where { $0.status == nil && $0.contactID == 7 }.all() }
          attempt { _ = try db.chats.group(by: \.contactID).count() }
        }
      }
    }
  }

  private func write(_ blazz: Blazz) throws {
    for id in 1...2 {
      try blazz.workspace(ID(UInt64(id))).writeSync { db in
        for number in 0..<10 {
          let contact = try db.contacts.insert(.init(firstName: "Late", lastName: "\(number)", createdBy: 1))
          let text = String(repeating: "late word7 ", count: number == 5 ? 700 : 4)
          try db.chats.insert(
            .init(
              contactID: contact.id, type: .inbound, metadata: JSON(text: "{\"content\": {\"text\": \"\(text)\"}}")))
        }
        for contact in try db.contacts.limit(20).all() {
          if contact.id.rawValue % 2 == 0 {
            try db.contacts.erase(contact.id)
          } else {
            _ = try db.contacts.update(contact.id) { $0.lastName = "Late" }
          }
        }
      }
    }
    try blazz.foldSearches()
  }
}
