/// One pass over a dump: the rows whose turn it is, in batches.
///
/// One thread at a time uses it.
final class DumpPass {
  /// Its number, from 0.
  let number: Int
  private let structure: DumpStructure
  private var reader: DumpReader
  /// The rows that are being read.
  private var current: InsertShape?
  /// A batch that was read ahead.
  private var waiting: DumpBatch?
  private var isOver = false
  private var rowCount = 0
  private var batchCount = 0

  /// Opens the dump.
  init(_ structure: DumpStructure, number: Int) throws {
    (self.structure, self.number) = (structure, number)
    reader = try DumpReader(path: structure.path)
  }

  /// How far the pass is.
  var progress: ImportProgress {
    ImportProgress(bytesRead: reader.bytesRead, totalBytes: reader.totalBytes, pass: number)
  }

  /// The next rows; `nil` at the end, also where the dump breaks off.
  func next() -> DumpBatch? {
    defer { waiting = nil }
    return waiting ?? read()
  }

  /// The next rows, left for `next()`.
  func peek() -> DumpBatch? {
    if waiting == nil { waiting = read() }
    return waiting
  }

  private func read() -> DumpBatch? {
    while !isOver {
      var batch: DumpBatch?
      do throws(DumpError) {
        // Statements are longer than a batch, or many times shorter.
        while let shape = try present() {
          let present = batch ?? DumpBatch(shape, number: batchCount, firstRow: rowCount, progress)
          batch = present
          guard present.shape === shape, present.hasRoom else { break }
          try fill(present)
        }
      } catch {
        structure.note(error, at: reader.offset)
        isOver = true
      }
      if let batch, batch.count > 0 {
        batchCount += 1
        batch.progress = progress
        return batch
      }
    }
    return nil
  }

  /// Fills a batch with rows of the current statement.
  private func fill(_ batch: DumpBatch) throws(DumpError) {
    while batch.hasRoom {
      guard try reader.nextRow() else {
        current = nil
        return
      }
      batch.append(reader.row)
      rowCount += 1
    }
  }

  /// The rows that are being read, or the next ones; `nil` at the end.
  private func present() throws(DumpError) -> InsertShape? {
    if current == nil {
      current = try structure.advance(&reader, number)
      isOver = current == nil
    }
    return current
  }
}
