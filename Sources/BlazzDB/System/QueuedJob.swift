public import TableStore

/// Work that waits for its turn in a queue.
@Table("jobs", id: 55)
public struct QueuedJob {
  /// The primary key; the next number when none is given.
  public var id: ID<QueuedJob>
  /// The name of the queue: "default".
  @Column(.varchar(255)) public var queue: String
  /// The work itself, as the application writes it.
  @Column(.longtext) public var payload: String
  /// How often it was begun.
  public var attempts: UInt8
  /// When a worker took it, in seconds from 1970; NULL: none has.
  public var reservedAt: UInt32?
  /// When it is due, in seconds from 1970.
  public var availableAt: UInt32
  /// Seconds from 1970.
  public var createdAt: UInt32

  /// A queue's jobs.
  public static let byQueue = Index("jobs_queue_index", id: 1, on: \.queue)
  /// A queue's jobs by whether and when they were taken, and from when on they may be.
  public static let due = Index.own("own_jobs_due", id: 0x80, on: \.queue, \.reservedAt, \.availableAt)
}

extension Tables {
  /// The work that waits.
  public var jobs: TableHandle<QueuedJob, Mode> { table() }
}
