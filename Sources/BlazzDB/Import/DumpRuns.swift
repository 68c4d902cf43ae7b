/// Rows of a dump that follow each other and go to one table, or to one place aside.
struct DumpRun {
  /// Its beginning, in order.
  var batches: [DumpBatch]
  /// Whether there are as many rows as make a load worth its while; more may follow.
  var isLong: Bool

  /// The table that the rows go to.
  var table: String { batches[0].shape.table }
}

/// The runs of a pass over a dump.
final class DumpRuns {
  /// The bytes from which a run is long, however few its rows are.
  private static let longBytes = 16 << 20

  private let pass: DumpPass
  private let longFrom: Int
  private var waiting: DumpRun?

  /// - Parameter longFrom: the rows from which a run is long.
  init(_ pass: DumpPass, longFrom: Int) { (self.pass, self.longFrom) = (pass, longFrom) }

  /// How far the pass is.
  var progress: ImportProgress { pass.progress }

  /// The next run; `nil` at the end.
  func next() -> DumpRun? {
    defer { waiting = nil }
    return waiting ?? read()
  }

  /// The next run, left for `next()`.
  func peek() -> DumpRun? {
    if waiting == nil { waiting = read() }
    return waiting
  }

  /// The next rows of a run beyond its beginning; `nil` at its end.
  func next(of run: DumpRun) -> DumpBatch? {
    precondition(waiting == nil, "a run is read to its end before the next begins")
    return batch(like: run.batches[0])
  }

  private func read() -> DumpRun? {
    guard let first = pass.next() else { return nil }
    var run = DumpRun(batches: [first], isLong: false)
    var (rows, bytes) = (first.count, first.byteCount)
    guard first.shape.canBeLoaded else { return run }
    while rows < longFrom, bytes < Self.longBytes {
      guard let batch = batch(like: first) else { return run }
      run.batches.append(batch)
      rows += batch.count
      bytes += batch.byteCount
    }
    run.isLong = true
    return run
  }

  private func batch(like first: DumpBatch) -> DumpBatch? {
    guard let next = pass.peek(), next.shape.table == first.shape.table, next.shape.canBeLoaded,
      next.firstRow - first.firstRow < Int(UInt32.max) - next.count
    else { return nil }
    return pass.next()
  }
}
