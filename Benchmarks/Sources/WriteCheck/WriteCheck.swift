import BenchmarkSupport
import BlazzDB
import CWritePeers
import Foundation
import Synchronization
import TableStore

/// Writes of chats by Blazz, by bare LMDB in C and by SQLite in C, in one run. Prints a table; asserts nothing.
///
/// usage: WriteCheck [CHATS [FOLDER]]
///
/// CHATS is how many are loaded in bulk. Files lie in FOLDER, or a temporary one, and are removed.
@main
struct WriteCheck {
  let folder: URL
  let chats: Int

  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let base = arguments.count > 1 ? URL(filePath: arguments[1]) : FileManager.default.temporaryDirectory
    let folder = base.appending(path: "blazz-writes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let check = WriteCheck(folder: folder, chats: arguments.first.flatMap { Int($0) } ?? 1_000_000)
    try await check.run()
  }

  private func run() async throws {
    print("\(chats) chats; \(ProcessInfo.processInfo.activeProcessorCount) cores; \(folder.path)")
    try await commits()
    try batches()
    try load()
    try reads()
  }

  // MARK: Durable commits

  /// One row a commit: alone, and from 64 writers.
  private func commits() async throws {
    let blazz = try open("commits.blazz", .full)
    defer { try? blazz.close() }
    // The floor begins with the same bytes: the same other tables, and as many free pages at the same places.
    try blazz.backup(to: path("floor.lmdb"))
    try check(sqlite_make(path("commits.sqlite")))
    let shape = lmdb_row_shape(entries: 8, key_bytes: 26, row_bytes: 330)
    var (floor, own, peer): ([Double], [Double], [Double]) = ([], [], [])
    var number: UInt64 = 1
    for _ in 0..<8 {
      var times = [Double](repeating: 0, count: 100)
      try check(lmdb_commit_rows(path("floor.lmdb"), shape, number, 1, 100, &times))
      floor += times
      for id in number..<number + 100 {
        own.append(
          try nanoseconds { try blazz.system.writeSync { db in _ = try db.chats.insert(WrittenChats.chat(id)) } })
      }
      try check(sqlite_commit_rows(path("commits.sqlite"), number, 1, 100, &times))
      peer += times
      number += 100
    }
    print(
      "one durable commit of one chat, median: Blazz \(micro(median(own))), bare LMDB \(micro(median(floor)))"
        + " (\(ratio(median(own), median(floor)))), SQLite \(micro(median(peer)))")
    let alone = 1e9 / (own.reduce(0, +) / Double(own.count))
    let together = try await concurrentCommits(blazz, first: number)
    var spent = 0.0
    try check(sqlite_commit_concurrently(path("commits.sqlite"), number, 64, 2_000, &spent))
    let sqlite = max(1e9 / (peer.reduce(0, +) / Double(peer.count)), 2_000 / spent * 1e9)
    var group = [Double](repeating: 0, count: 50)
    try check(lmdb_commit_rows(path("floor.lmdb"), shape, number, 64, 50, &group))
    print(
      "durable rows/s of bare LMDB, 64 a commit: \(Int(64 / median(group) * 1e9))"
        + " (\(ratio(64 * median(floor), median(group))) one a commit)")
    print(
      "durable commits/s: Blazz 64 writers \(Int(together)), one writer \(Int(alone)) (\(ratio(together, alone)));"
        + " SQLite's best of one and of 64 connections \(Int(sqlite)) (\(ratio(together, sqlite)))")
  }

  private func concurrentCommits(_ blazz: Blazz, first: UInt64) async throws -> Double {
    let each: UInt64 = 400
    let start = ContinuousClock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<UInt64(64) {
        group.addTask {
          for number in 0..<each {
            let chat = WrittenChats.chat(first + writer * each + number)
            try await blazz.system.write { db in _ = try db.chats.insert(chat) }
          }
        }
      }
      try await group.waitForAll()
    }
    return 64 * Double(each) / ((ContinuousClock.now - start) / .seconds(1))
  }

  // MARK: Many rows

  private func batches() throws {
    let blazz = try open("batches.blazz", .full)
    try blazz.backup(to: path("batches.lmdb"))
    try check(sqlite_make(path("batches.sqlite")))
    var (own, peer, floor): ([Double], [Double], [Double]) = ([], [], [])
    let shape = lmdb_row_shape(entries: 8, key_bytes: 26, row_bytes: 330)
    for batch in 0..<UInt64(10) {
      let chats = (1...10_000).map { WrittenChats.chat(batch * 10_000 + $0) }
      own.append(
        try nanoseconds { try blazz.system.writeSync { db in for chat in chats { try db.chats.insert(chat) } } })
      var time = 0.0
      try check(sqlite_commit_rows(path("batches.sqlite"), batch * 10_000 + 1, 10_000, 1, &time))
      peer.append(time)
      try check(lmdb_commit_rows(path("batches.lmdb"), shape, batch * 10_000 + 1, 10_000, 1, &time))
      floor.append(time)
    }
    let rates = [own, floor, peer].map { "\(Int(10_000 / median($0) * 1e9))" }
    print("chats/s in durable transactions of 10,000: Blazz \(rates[0]), bare LMDB \(rates[1]), SQLite \(rates[2])")
    try blazz.close()
  }

  private func load() throws {
    let blazz = try open("load.blazz", .full)
    let spent = try nanoseconds {
      try blazz.system.load(Chat.self, from: WrittenChats.parts(chats)) { $0.map(WrittenChats.chat) }
    }
    let bytes = try blazz.statistics().tables.first { $0.name == "chats" }!
    print(
      "bulk load, durable: Blazz \(Int(Double(chats) / spent * 1e9)) chats/s,"
        + " \((bytes.rowBytes + bytes.indexBytes) / chats) bytes of entries a chat,"
        + " file \(try blazz.statistics().fileBytes >> 20) MiB")
    var sqlite = 0.0
    try check(sqlite_bulk_load(path("load.sqlite"), UInt64(chats), &sqlite))
    print("bulk load, not durable: SQLite \(Int(Double(chats) / sqlite * 1e9)) chats/s")
    try blazz.close()
  }

  // MARK: Reads beside writes

  private func reads() throws {
    let blazz = try open("load.blazz", .full)
    defer { try? blazz.close() }
    let idle = try pointReads(blazz, 20_000)
    let isDone = Mutex(false)
    let ended = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      var number = UInt64(chats)
      while !isDone.withLock({ $0 }) {
        _ = try? blazz.system.writeSync { db in
          for _ in 0..<100 {
            number += 1
            try db.chats.insert(WrittenChats.chat(number))
          }
        }
      }
      ended.signal()
    }
    let busy = try pointReads(blazz, 20_000)
    isDone.withLock { $0 = true }
    ended.wait()
    print(
      "a chat by id, p99: idle \(micro(idle)), beside a writer that never rests \(micro(busy)) (\(ratio(busy, idle)))")
  }

  private func pointReads(_ blazz: Blazz, _ count: Int) throws -> Double {
    var generator = Generator(seed: 7)
    var times: [Double] = []
    for _ in 0..<count {
      let id = ID<Chat>(generator.next() % UInt64(chats) + 1)
      times.append(try nanoseconds { try blazz.system.read { db in _ = try db.chats.get(id) } })
    }
    return percentile99(times)
  }

  // MARK: Files

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func open(_ name: String, _ durability: StoreOptions.Durability) throws -> Blazz {
    var options = StoreOptions()
    options.durability = durability
    // The document's indexes and no others, as in SQLite.
    options.ownIndexes = .none
    let isNew = !FileManager.default.fileExists(atPath: path(name))
    let blazz = try Blazz(path: path(name), options: options)
    if isNew { try WrittenChats.fill(blazz) }
    return blazz
  }

  private func check(_ code: Int32) throws {
    guard code == 0 else { throw StoreError(.system, "a peer failed with code \(code)") }
  }

  private func micro(_ nanoseconds: Double) -> String { String(format: "%.1f µs", nanoseconds / 1_000) }
  private func ratio(_ left: Double, _ right: Double) -> String { String(format: "%.2f x", left / right) }
}
