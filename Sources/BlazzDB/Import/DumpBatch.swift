/// Rows of a dump that have the same shape and follow each other, copied out of the reader.
///
/// Invariant: nobody changes a batch once it is handed on, so that any thread may read it.
final class DumpBatch: @unchecked Sendable {
  /// One row's place in `bytes` and `values`.
  private struct Place {
    let line: Int
    let byteOffset: Int
    let firstByte: Int
    let firstValue: Int
  }

  /// Rows and bytes beyond which a batch takes no more.
  private static let mostRows = 2_048
  private static let mostBytes = 1 << 20

  /// What the rows have in common.
  let shape: InsertShape
  /// The batch's place among those of the pass.
  let number: Int
  /// How many rows of the pass come before it.
  let firstRow: Int
  /// How far the pass was when the batch was whole.
  var progress: ImportProgress
  private var places: [Place] = []
  private var values: [DumpRow.Literal] = []
  private var bytes = ByteStore(capacity: 64 << 10)

  init(_ shape: InsertShape, number: Int, firstRow: Int, _ progress: ImportProgress) {
    (self.shape, self.number, self.firstRow, self.progress) = (shape, number, firstRow, progress)
  }

  /// How many rows there are.
  var count: Int { places.count }

  /// How many bytes of values there are.
  var byteCount: Int { bytes.count }

  /// Whether another row fits.
  var hasRoom: Bool { count < Self.mostRows && byteCount < Self.mostBytes }

  /// Appends a copy of a row.
  func append(_ row: borrowing DumpRow) {
    places.append(
      Place(line: row.line, byteOffset: row.byteOffset, firstByte: bytes.count, firstValue: values.count))
    if let base = row.store.bytes.baseAddress { bytes.append(base, count: row.store.count) }
    row.appendValues(to: &values)
  }

  /// Makes `row` a copy of the row at `index`.
  func copy(_ index: Int, to row: inout DumpRow) {
    let place = places[index]
    let next = index + 1 < count ? places[index + 1] : nil
    row.begin(line: place.line, byteOffset: place.byteOffset)
    let range = place.firstByte..<(next?.firstByte ?? bytes.count)
    if let base = bytes.bytes(in: range).baseAddress { row.store.append(base, count: range.count) }
    row.append(contentsOf: values[place.firstValue..<(next?.firstValue ?? values.count)])
  }
}
