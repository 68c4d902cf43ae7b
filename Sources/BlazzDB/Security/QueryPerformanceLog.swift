public import Foundation
public import TableStore

/// A query that took long: more than 100 ms is worth a warning, 500 ms are critical, 1,000 ms an emergency.
@Table("query_performance_logs", id: 53)
public struct QueryPerformanceLog {
  /// The primary key; the next number when none is given.
  public var id: ID<QueryPerformanceLog>
  /// The MD5 of the query without its values: the same for all queries of one form.
  @Column(.varchar(32)) public var queryHash: String
  /// The query in SQL; its values stand in `queryBindings`.
  @Column(.text) public var querySQL: String
  /// Seconds, to the microsecond.
  @Column(.decimal(10, 6)) public var executionTime: Decimal
  /// Rows that the database looked at.
  public var rowsExamined: Int32
  /// Rows that the query gave.
  public var rowsSent: Int32
  /// The database that it went to.
  @Column(.varchar(50)) public var connectionName: QueryConnection
  /// What part of the application asked.
  @Column(.varchar(255)) public var controllerAction: String?
  /// The query's values by name, as JSON.
  public var queryBindings: JSON<[String: JSONValue]>?
  /// When it was run.
  public var executedAt: Date

  /// Queries by duration and time.
  public static let byDuration = Index("idx_slow_queries", id: 1, on: \.executionTime, \.executedAt)
  /// Queries of one form by time.
  public static let byFrequency = Index("idx_query_frequency", id: 2, on: \.queryHash, \.executedAt)
  /// Queries of one form.
  public static let byHash = Index("query_performance_logs_query_hash_index", id: 3, on: \.queryHash)
}

/// Which database a query went to.
public struct QueryConnection: TextColumnValue {
  /// The stored text.
  public var rawValue: String

  /// The connection stored as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The main database.
  public static let mysql = Self("mysql")
  /// A store of this library.
  public static let blazz = Self("blazz")
  /// A copy that is only read: "read_replica".
  public static let readReplica = Self("read_replica")
}

extension Tables {
  /// The queries that took long.
  public var queryPerformanceLogs: TableHandle<QueryPerformanceLog, Mode> { table() }
}
