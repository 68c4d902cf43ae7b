import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// Runs `body` with a new store that holds `crm`.
func withSampleStore<Result>(_ crm: SampleCRM = SampleCRM(), _ body: (Blazz) throws -> Result) throws -> Result {
  try withScratchFolder { folder in
    let dump = folder.appending(path: "crm.sql")
    try crm.sql.write(to: dump, atomically: false, encoding: .utf8)
    let blazz = try Blazz(path: folder.appending(path: "crm.blazz").path, options: .testing)
    let report = try blazz.system.importDump(dump.path) { Issue.record("refused: \($0.description)") }
    #expect(report.tables.map(\.rowsStored).reduce(0, +) == crm.tables.map(\.rows.count).reduce(0, +))
    let result = try body(blazz)
    let faults = try blazz.verify().faults
    #expect(faults.isEmpty, "\(faults.map(\.description))")
    try blazz.close()
    return result
  }
}

extension StoreOptions {
  /// Fast and small, for tests.
  static var testing: StoreOptions {
    var options = StoreOptions()
    options.durability = .none
    options.mapSizeBytes = 256 << 20
    // A slow machine must not add rows that a test does not know of.
    options.slowQueryThreshold = nil
    return options
  }
}

/// The code of the `StoreError` that `body` throws; `nil` when it throws nothing or another error.
func code(_ body: () throws -> some Any) -> StoreError.Code? {
  do { _ = try body() } catch { return (error as? StoreError)?.code }
  return nil
}

/// The `StoreError` that `body` throws; `nil` when it throws nothing or another error.
func storeError(_ body: () throws -> Void) -> StoreError? {
  do { try body() } catch { return error as? StoreError }
  return nil
}

extension Date {
  /// A dump's time, UTC.
  init(dump text: String) throws { self = try Date(text, strategy: Self.dumpStyle) }

  /// As a dump writes it.
  var dumpText: String { formatted(Self.dumpStyle) }

  private static let dumpStyle = ISO8601FormatStyle()
    .year().month().day().dateSeparator(.dash).dateTimeSeparator(.space).time(includingFractionalSeconds: false)
}

extension [DumpedTable.Row] {
  /// Primary keys that are numbers.
  func ids<Row>(_: Row.Type = Row.self) -> [ID<Row>] { map { ID(UInt64($0.number("id")!)) } }

  /// Rows that are not marked as deleted.
  var live: Self { filter { $0["deleted_at"] == nil } }

  /// Rows of a workspace.
  func of(_ workspace: Int) -> Self { filter { $0.number("workspace_id") == workspace } }

  /// Sorted by texts that compare by code point; ties keep the order, which is by primary key.
  func sorted(by key: (DumpedTable.Row) -> [String]) -> Self {
    map { (key($0), $0) }.enumerated().sorted { left, right in
      let (first, second) = (left.element.0, right.element.0)
      return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
    }.map(\.element.1)
  }
}
