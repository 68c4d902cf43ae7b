public import TableStore

/// What becomes of slow queries: they are written to `query_performance_logs`.
///
/// ```swift
/// var options = StoreOptions()
/// options.slowQueryThreshold = .milliseconds(50)          // nil: none is logged
/// var log = SlowQueryLog()
/// log.onSlowQuery = { query, level in if level == .emergency { page(query.sql) } }
/// let blazz = try Blazz(path: "crm.blazz", options: options, slowQueryLog: log)
/// ```
/// A query counts as slow from `StoreOptions.slowQueryThreshold` on. It is noted in memory right after it ran, and written
/// by a thread of its own in a transaction of its own: whoever reads never waits for that, and what a write asks is logged
/// once that write has ended. Queries about `query_performance_logs` are not logged, and a store that was opened for
/// reading logs nothing.
public struct SlowQueryLog: Sendable {
  /// How slow a query was.
  public enum Level: Int, Comparable, Hashable, Sendable {
    /// From `StoreOptions.slowQueryThreshold` on.
    case warning
    /// From `SlowQueryLog.critical` on.
    case critical
    /// From `SlowQueryLog.emergency` on.
    case emergency

    /// Whether one is less slow than the other.
    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// From how long on a query is critical: 500 ms.
  public var critical = Duration.milliseconds(500)
  /// From how long on it is an emergency: 1 s.
  public var emergency = Duration.seconds(1)
  /// How many rows the table may have; the oldest go first.
  public var maxRows = 10_000
  /// How many queries of one minute are logged; more are only counted.
  public var maxRowsPerMinute = 600
  /// How many queries may wait to be written; more are only counted.
  public var maxWaiting = 1_000
  /// Is told of each slow query, right after it and on its thread, within its read or write: it must not begin one of its
  /// own, nor wait.
  public var onSlowQuery: (@Sendable (SlowQuery, Level) -> Void)?

  /// The thresholds of the schema's document, 10,000 rows, 600 a minute.
  public init() {}

  /// How slow a query is that took so long.
  public func level(of duration: Duration) -> Level {
    duration >= emergency ? .emergency : duration >= critical ? .critical : .warning
  }
}

extension Blazz {
  /// What part of the application asks, for `query_performance_logs.controller_action`; cut to 255 code points.
  ///
  /// ```swift
  /// try await Blazz.$action.withValue("ChatController@index") { … }
  /// ```
  @TaskLocal public static var action: String?

  /// Waits until the slow queries so far are in `query_performance_logs`, or have been given up because they cannot be
  /// written.
  ///
  /// - Throws: `.nestedWrite` within a write, which they wait for.
  public func flushSlowQueries() throws {
    guard !store.isWriting else {
      throw StoreError(.nestedWrite, "slow queries are written when the write that is under way has ended")
    }
    slowQueryLogger?.flush()
  }

  /// How many slow queries were not logged, because too many came at once or they could not be written.
  public var unloggedSlowQueries: Int { slowQueryLogger?.droppedCount ?? 0 }

  /// Runs `body` as the part of the application that is named, on whatever thread.
  static func acting<Result>(as action: String?, _ body: () throws -> Result) rethrows -> Result {
    guard let action else { return try body() }
    return try $action.withValue(action) { try body() }
  }
}
