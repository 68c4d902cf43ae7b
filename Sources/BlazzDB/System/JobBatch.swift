public import TableStore

/// Jobs that belong together, and how many of them are done.
@Table("job_batches", id: 57)
public struct JobBatch {
  /// Given by the application.
  @Column(.varchar(255)) public var id: String
  /// What the application calls the batch.
  @Column(.varchar(255)) public var name: String
  /// How many jobs belong to it.
  public var totalJobs: Int32
  /// How many are not done yet.
  public var pendingJobs: Int32
  /// How many failed.
  public var failedJobs: Int32
  /// Which jobs failed, as the application writes it.
  @Column(.longtext, name: "failed_job_ids") public var failedJobIDs: String
  /// What follows when all are done or one fails, as the application writes it.
  @Column(.mediumtext) public var options: String?
  /// Seconds from 1970; NULL: it was not called off.
  public var cancelledAt: Int32?
  /// Seconds from 1970.
  public var createdAt: Int32
  /// Seconds from 1970; NULL: it goes on.
  public var finishedAt: Int32?
}

extension Tables {
  /// Jobs that belong together.
  public var jobBatches: TableHandle<JobBatch, Mode> { table() }
}
