internal import TableStore

extension Importer {
  /// Stores a long run in one transaction: one thread at a time reads its rows, several encode and sort them.
  ///
  /// Rows that claim a key or a unique value which another has are left out, and noted.
  func load(_ run: DumpRun, of runs: DumpRuns) throws {
    let load = try TableLoad(system.store, table: run.table, options: loadOptions(runs.progress))
    let taking = LoadTaking(self, run, workers: load.workerCount)
    var ahead = run.batches.makeIterator()
    let batches = AnyIterator { ahead.next() ?? runs.next(of: run) }
    try load.run(batches) { worker, batch in try taking.take(batch, by: worker) }
    try kept.flush()
    let result = try load.finish()
    try missing.add(load)
    let first = run.batches[0]
    let withheld = result.withheld.map { first.firstRow + Int($0) }
    leaveOut(withheld, of: first.shape)
  }

  private func loadOptions(_ progress: ImportProgress) -> LoadOptions {
    var options = LoadOptions()
    options.memoryBytes = self.options.memoryBytes / 2
    // What a dump refers to may come later.
    options.checksReferences = false
    // Called on this thread while entries are stored.
    nonisolated(unsafe) let onProgress = onProgress
    options.onProgress = { load in
      guard load.entries > 0 else { return }
      var progress = progress
      (progress.storedEntries, progress.entries) = (load.storedEntries, load.entries)
      onProgress(progress)
    }
    return options
  }
}
