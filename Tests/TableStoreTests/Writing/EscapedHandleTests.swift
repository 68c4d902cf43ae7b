import Foundation
import TestSupport
import Testing

@testable import TableStore

/// A handle ends with its closure; using it later is a mistake of the program and stops it.
@Suite struct EscapedHandleTests {
  @Test func gettingTraps() async throws {
    try await inFolder { path in
      await #expect(processExitsWith: .failure) { [path = path as String] in
        let handle = try escape(path) { $0.tenants }
        _ = try handle.get(1)
      }
    }
  }

  @Test func aQueryTraps() async throws {
    try await inFolder { path in
      await #expect(processExitsWith: .failure) { [path = path as String] in
        let query = try escape(path) { $0.settings.order(by: Setting.byValue) }
        _ = try query.all()
      }
    }
  }

  @Test func aTableByNameTraps() async throws {
    try await inFolder { path in
      await #expect(processExitsWith: .failure) { [path = path as String] in
        let table = try escape(path) { $0.table(named: "tenants")! }
        try table.forEach(order: [OrderTerm(1)]) { _ in }
      }
    }
  }

  @Test func sizesTrap() async throws {
    try await inFolder { path in
      await #expect(processExitsWith: .failure) { [path = path as String] in
        let table = try escape(path) { $0.table(named: "tenants")! }
        _ = try table.storedSizes()
      }
    }
  }

  @Test func insertingTraps() async throws {
    try await inFolder { path in
      await #expect(processExitsWith: .failure) { [path = path as String] in
        let store = try Store(path: path + "/a.store", tables: sampleTables, options: .testing)
        let table = try store.writeSync(.everything) { db in db.tenants }
        _ = try table.insert(.init(name: "late"))
      }
    }
  }

  /// Runs an exit test, and requires that it ended by a trap: a thrown error would be a failing exit code.
  private func inFolder(_ body: (String) async -> ExitTest.Result?) async throws {
    let result = try await withScratchFolder { folder in await body(folder.path) }
    guard case .signal = try #require(result).exitStatus else {
      Issue.record("no trap: \(String(describing: result?.exitStatus))")
      return
    }
  }
}

/// What `body` took out of a read that is over.
private func escape<Handle>(_ folder: String, _ body: (Tables<Reading>) -> Handle) throws -> Handle {
  let store = try Store(path: folder + "/a.store", tables: sampleTables, options: .testing)
  try store.writeSync(.everything) { db in _ = try db.tenants.insert(.init(name: "t")) }
  return try store.read(.everything) { db in body(db) }
}
