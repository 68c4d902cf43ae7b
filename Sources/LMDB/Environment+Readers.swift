internal import CLMDB
internal import Synchronization

/// A read transaction under way, of this process or of another one.
package struct EnvironmentReader: Hashable, Sendable {
  /// The number of its process.
  package let process: Int32
  /// The state that it reads: the number of the transaction that committed it.
  package let transaction: UInt64
  /// How long it has lasted, in nanoseconds; known of those of this process alone, since the lock file has no times.
  package let ageNanoseconds: UInt64?
}

extension Environment {
  /// The read transactions under way, oldest state first. Those of a process that died are listed until somebody clears
  /// them: see `clearStaleReaders`.
  package func readers() throws(LMDBError) -> [EnvironmentReader] {
    var lines = ReaderLines()
    try whileOpen("list readers") {
      withUnsafeMutablePointer(to: &lines) { lines in
        mdb_reader_list(
          handle,
          { line, context in
            guard let line, let context else { return 0 }
            context.assumingMemoryBound(to: ReaderLines.self).pointee.append(String(cString: line))
            return 0
          }, lines)
      }
    }
    // Oldest first, so that of several that read one state each gets an age of its own.
    let now = CoarseClock.now
    var own = state.withLock { state in
      state.places.compactMap { place -> (transaction: UInt64, begun: UInt64)? in
        let begun = place.begun.load(ordering: .acquiring)
        return begun == 0 ? nil : (place.transaction.load(ordering: .relaxed), begun)
      }
    }.sorted { $0 < $1 }
    return lines.found.sorted { $0.transaction < $1.transaction }.map { reader in
      var age: UInt64?
      if reader.process == Posix.processNumber,
        let place = own.firstIndex(where: { $0.transaction == reader.transaction })
      {
        age = now - min(now, own.remove(at: place).begun)
      }
      return EnvironmentReader(process: reader.process, transaction: reader.transaction, ageNanoseconds: age)
    }
  }
}

/// The library's list of readers, which it gives as text: process, thread in hex, state; a line each, `-` where no state
/// is read. Other lines are headings.
private struct ReaderLines {
  private(set) var found: [(process: Int32, transaction: UInt64)] = []

  mutating func append(_ line: String) {
    let words = line.split { $0 == " " || $0 == "\n" }
    guard words.count == 3, let process = Int32(words[0]), let transaction = UInt64(words[2]) else { return }
    found.append((process, transaction))
  }
}
