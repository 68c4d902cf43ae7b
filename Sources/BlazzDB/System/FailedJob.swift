public import Foundation
public import TableStore

/// A job that was given up.
@Table("failed_jobs", id: 56)
public struct FailedJob {
  /// The primary key; the next number when none is given.
  public var id: ID<FailedJob>
  /// The job's own UUID; a new one when none is given.
  @Column(.varchar(255), default: .uuid) public var uuid: String
  /// Which queue service it came from.
  @Column(.text) public var connection: String
  /// The queue that it waited in.
  @Column(.text) public var queue: String
  /// The work itself, as the application wrote it.
  @Column(.longtext) public var payload: String
  /// The error with its stack trace.
  @Column(.longtext) public var exception: String
  /// When it was given up.
  @Column(default: .currentTimestamp) public var failedAt: Date

  /// One failed job by its UUID.
  public static let byUUID = Index.unique("failed_jobs_uuid_unique", id: 1, on: \.uuid)
}

extension Tables {
  /// The jobs that were given up.
  public var failedJobs: TableHandle<FailedJob, Mode> { table() }
}
