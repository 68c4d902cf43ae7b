import BlazzDB
import Foundation
import TableStore
import TestSupport

/// Runs `body` with a store that holds the sample CRM and logs slow queries: every query, unless it is said otherwise.
func withLoggingStore<Result>(
  _ log: SlowQueryLog = .init(), threshold: Duration? = .zero, _ body: (Blazz) throws -> Result
) throws -> Result {
  try withScratchFolder { folder in
    let (path, dump) = (folder.appending(path: "crm.blazz").path, folder.appending(path: "crm.sql"))
    try SampleCRM().sql.write(to: dump, atomically: false, encoding: .utf8)
    let filling = try Blazz(path: path, options: .testing)
    _ = try filling.system.importDump(dump.path)
    try filling.close()
    var options = StoreOptions.testing
    options.slowQueryThreshold = threshold
    let blazz = try Blazz(path: path, options: options, slowQueryLog: log)
    let result = try body(blazz)
    try blazz.close()
    return result
  }
}

extension Blazz {
  /// What was logged so far, in order.
  func loggedQueries() throws -> [QueryPerformanceLog] {
    try flushSlowQueries()
    return try system.read { db in try db.queryPerformanceLogs.orderedByKey().all() }
  }
}
