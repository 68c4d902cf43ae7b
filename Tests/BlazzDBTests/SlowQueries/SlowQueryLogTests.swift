import BlazzDB
import Foundation
import Synchronization
import TableStore
import TestSupport
import Testing

/// When slow queries are written, and how many.
@Suite struct SlowQueryLogTests {
  private func ask(_ blazz: Blazz, times count: Int) throws {
    try blazz.system.read { db in for _ in 0..<count { _ = try db.users.count() } }
  }

  @Test func neverAboutItself() throws {
    try withLoggingStore { blazz in
      try ask(blazz, times: 2)
      for _ in 0..<5 { #expect(try blazz.loggedQueries().count == 2) }
      try blazz.system.writeSync { db in _ = try db.queryPerformanceLogs.where { $0.rowsSent == 77 }.erase() }
      #expect(try blazz.loggedQueries().count == 2)
    }
  }

  @Test func aReadSeesNothingOfIt() throws {
    try withLoggingStore { blazz in
      try blazz.system.read { db in
        #expect(try db.users.count() > 0)
        // Written while the read is open, which goes on to see the state that it began with.
        try blazz.flushSlowQueries()
        #expect(try db.queryPerformanceLogs.count() == 0)
        #expect(try blazz.system.read { db in try db.queryPerformanceLogs.count() } == 1)
        #expect(try db.queryPerformanceLogs.count() == 0)
      }
    }
  }

  @Test func whatAWriteAsksIsLoggedAfterIt() throws {
    struct Abandoned: Error {}
    try withLoggingStore { blazz in
      try blazz.system.writeSync { db throws in
        #expect(try db.users.count() > 0)
        #expect(code { try blazz.flushSlowQueries() } == .nestedWrite)
        #expect(try db.queryPerformanceLogs.count() == 0)
      }
      #expect(try blazz.loggedQueries().count == 1)
      #expect(throws: Abandoned.self) {
        try blazz.system.writeSync { db in
          #expect(try db.users.where { $0.id == 1 }.update { $0.firstName = "gone" } == 1)
          throw Abandoned()
        }
      }
      #expect(try blazz.loggedQueries().count == 2, "it was slow all the same")
      #expect(try blazz.system.read { db in try db.users.require(1).firstName } != "gone")
    }
  }

  @Test func manyThreadsAskAtOnce() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    var options = StoreOptions.testing
    options.slowQueryThreshold = .zero
    let blazz = try Blazz(path: folder.url.appending(path: "crm.blazz").path, options: options)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask {
          for _ in 0..<20 {
            if number == 0 {
              try await blazz.system.write { db in _ = try db.roles.count() }
            } else {
              try blazz.system.read { db in _ = try db.roles.count() }
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try blazz.loggedQueries().count == 80)
    #expect(blazz.unloggedSlowQueries == 0)
    try blazz.close()
  }

  @Test func theOldestGoFirst() throws {
    var log = SlowQueryLog()
    log.maxRows = 20
    try withLoggingStore(log) { blazz in
      for number in 1...50 {
        try blazz.system.read { db in _ = try db.users.limit(number).all() }
        let limits = try blazz.loggedQueries().map { try #require(try $0.queryBindings?.decoded()["limit"]) }
        #expect(limits.count <= 20 && limits.count >= min(number, 18))
        #expect(limits == (number - limits.count + 1...number).map { .number(Decimal($0)) })
      }
      // More at once than the table may have.
      try ask(blazz, times: 45)
      #expect(try blazz.loggedQueries().count <= 20)
    }
  }

  @Test func moreThanAMinuteTakesAreCounted() throws {
    var log = SlowQueryLog()
    log.maxRowsPerMinute = 3
    try withLoggingStore(log) { blazz in
      try ask(blazz, times: 8)
      #expect(try blazz.loggedQueries().count == 3)
      #expect(blazz.unloggedSlowQueries == 5)
    }
  }

  @Test func moreThanMayWaitAreCounted() throws {
    var log = SlowQueryLog()
    log.maxWaiting = 4
    try withLoggingStore(log) { blazz in
      // Nothing is written while a write is under way, so all of them wait: but for those that a pass took before.
      try blazz.system.writeSync { db in for _ in 0..<30 { _ = try db.users.count() } }
      let count = try blazz.loggedQueries().count
      #expect((4...8).contains(count))
      #expect(blazz.unloggedSlowQueries == 30 - count)
    }
  }

  @Test func quickQueriesAreNotLogged() throws {
    for threshold in [Duration.seconds(3_600), nil] {
      try withLoggingStore(threshold: threshold) { blazz in
        try ask(blazz, times: 20)
        #expect(try blazz.loggedQueries().isEmpty)
      }
    }
  }

  @Test func thresholdsAreTheDocuments() {
    let log = SlowQueryLog()
    #expect(StoreOptions().slowQueryThreshold == .milliseconds(100))
    let levels = [100, 499, 500, 999, 1_000, 9_000].map { log.level(of: .milliseconds($0)) }
    #expect(levels == [.warning, .warning, .critical, .critical, .emergency, .emergency])
    #expect(SlowQueryLog.Level.warning < .critical && .critical < SlowQueryLog.Level.emergency)
  }

  @Test func aHandlerIsToldWithTheLevel() throws {
    let told = Mutex<[(SlowQuery, SlowQueryLog.Level)]>([])
    var log = SlowQueryLog()
    log.critical = .zero
    log.emergency = .seconds(3_600)
    log.onSlowQuery = { query, level in told.withLock { $0.append((query, level)) } }
    try withLoggingStore(log) { blazz in try ask(blazz, times: 1) }
    let all = told.withLock { $0 }
    #expect(all.map(\.1) == [.critical])
    #expect(all.first?.0.table == "users" && all.first?.0.index != nil)
  }

  @Test func theActionIsTheCallers() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    var options = StoreOptions.testing
    options.slowQueryThreshold = .zero
    let blazz = try Blazz(path: folder.url.appending(path: "crm.blazz").path, options: options)
    let long = String(repeating: "é", count: 300)
    try await Blazz.$action.withValue("ChatController@index") {
      try blazz.system.read { db in _ = try db.users.count() }
      try await blazz.system.write { db in _ = try db.users.count() }
    }
    try Blazz.$action.withValue(long) { try blazz.system.read { db in _ = try db.users.count() } }
    try blazz.system.read { db in _ = try db.users.count() }
    let actions = try blazz.loggedQueries().map(\.controllerAction)
    #expect(actions == ["ChatController@index", "ChatController@index", String(repeating: "é", count: 255), nil])
    try blazz.close()
  }

  @Test func closingWritesAndReadingOnlyLogsNothing() throws {
    try withScratchFolder { folder in
      let path = folder.appending(path: "crm.blazz").path
      var options = StoreOptions.testing
      options.slowQueryThreshold = .zero
      let first = try Blazz(path: path, options: options)
      try ask(first, times: 3)
      try first.close()
      var readOnly = StoreOptions.readOnly
      readOnly.slowQueryThreshold = .zero
      let second = try Blazz(path: path, options: readOnly)
      try ask(second, times: 3)
      #expect(try second.loggedQueries().count == 3)
      #expect(second.unloggedSlowQueries == 0)
      try second.close()
    }
  }
}
