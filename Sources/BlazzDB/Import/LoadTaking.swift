internal import Foundation
internal import TableStore

/// What the workers of a load do with batches of a dump's rows, and what became of these, in the dump's order.
final class LoadTaking: @unchecked Sendable {
  /// What one worker has to itself.
  private final class Desk {
    var taker: RowTaker
    /// By the batches' shapes, which are kept: a later one must not get the place of one that is gone.
    var bindings: [ObjectIdentifier: (shape: InsertShape, binding: ColumnBinding?)] = [:]

    init(_ taker: consuming RowTaker) { self.taker = taker }
  }

  /// Called under `lock` alone, while its own thread waits.
  private let importer: Importer
  private let firstRow: Int
  private let desks: [Desk]
  private let thread = Thread.current
  private let lock = NSLock()
  /// The batch whose outcome is noted next.
  private var next: Int
  /// What became of later ones.
  private var waiting: [Int: BatchOutcome] = [:]

  init(_ importer: Importer, _ run: DumpRun, workers: Int) {
    self.importer = importer
    firstRow = run.batches[0].firstRow
    desks = (0..<workers).map { _ in Desk(RowTaker(path: importer.path, dump: importer.kept.dump)) }
    next = run.batches[0].number
  }

  /// Gives the rows of a batch to a worker; returns how many it took.
  func take(_ batch: DumpBatch, by worker: LoadWorker) throws -> Int {
    let desk = desks[worker.number]
    let binding = binding(batch.shape, desk)
    let outcome = BatchOutcome(of: batch.shape)
    let target = SortedRows(worker: worker, firstRow: firstRow)
    for index in 0..<batch.count { try desk.taker.take(index, of: batch, binding, by: target, into: outcome) }
    try lock.withLock { try note(outcome, batch.number) }
    // Not beside a worker that tells of a refused row.
    if Thread.current === thread { lock.withLock { importer.onProgress(batch.progress) } }
    return batch.count
  }

  private func note(_ outcome: BatchOutcome, _ number: Int) throws {
    waiting[number] = outcome
    while let outcome = waiting.removeValue(forKey: next) {
      next += 1
      try importer.note(outcome)
      outcome.refused.forEach(importer.onRefusal)
    }
  }

  private func binding(_ shape: InsertShape, _ desk: Desk) -> ColumnBinding? {
    let key = ObjectIdentifier(shape)
    if let known = desk.bindings[key] { return known.binding }
    let binding = shape.binding?.copy()
    desk.bindings[key] = (shape, binding)
    return binding
  }
}
