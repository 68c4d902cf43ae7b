public import BlazzDB
internal import TableStore

/// Made-up data for all tables, with the sizes, the skew and the JSON shapes of the schema's document.
///
/// ```swift
/// try Sample(scale: 0.001, seed: 1).fill(blazz)
/// ```
/// The same scale and seed give the same rows, byte for byte.
public struct Sample {
  /// The rows of one table.
  public struct Table: Hashable, Sendable {
    /// The table's SQL name.
    public var name: String
    /// How many rows were made.
    public var rows: Int
  }

  let world: SampleWorld

  /// - Parameters:
  ///   - scale: above 0; 1 is what the document counted in October 2025, some 52 million rows.
  ///   - seed: what all values follow from.
  public init(scale: Double, seed: UInt64 = 1) {
    precondition(scale > 0 && scale.isFinite, "a scale is a number above 0")
    world = SampleWorld(SampleScale(factor: scale), seed: seed)
  }

  /// The tables with their rows, in the order of `Blazz.tables`.
  public var tables: [Table] {
    Blazz.tables.map { Table(name: $0.schema.name, rows: Self.sampleTable($0).sampleCount(world.scale)) }
  }

  /// Stores all rows. The store should have none.
  ///
  /// - Parameter onProgress: is told of how many of how many rows are stored, and ends it by throwing.
  public func fill(_ blazz: Blazz, onProgress: (_ rows: Int, _ of: Int) throws -> Void = { _, _ in }) throws {
    let total = tables.reduce(0) { $0 + $1.rows }
    var done = 0
    try withoutActuallyEscaping(onProgress) { onProgress in
      var sink = StoreSink(blazz: blazz) { rows in
        done += rows
        try onProgress(done, total)
      }
      try pass(to: &sink)
    }
  }

  /// Passes the rows of all tables on.
  func pass(to sink: inout some RowSink) throws {
    for table in Self.order { try pass(Self.sampleTable(table), to: &sink) }
  }

  private func pass<Row: SampleTable>(_: Row.Type, to sink: inout some RowSink) throws {
    try sink.take(SampleRows<Row>(world: world))
  }

  /// A table of the CRM as one whose rows can be made.
  private static func sampleTable(_ table: any TableStore.Table.Type) -> any SampleTable.Type {
    guard let sample = table as? any SampleTable.Type else {
      preconditionFailure("\(table.schema.name) has no made-up rows: it needs an extension with SampleTable")
    }
    return sample
  }

  /// The tables, each behind those that it refers to, as far as they do not refer to each other in a circle.
  static var order: [any TableStore.Table.Type] {
    var order: [any TableStore.Table.Type] = []
    var seen: Set<UInt8> = []
    func visit(_ table: any TableStore.Table.Type) {
      guard seen.insert(table.schema.id).inserted else { return }
      let targets = Set(table.schema.references.map(\.target.id))
      for parent in Blazz.tables where targets.contains(parent.schema.id) { visit(parent) }
      order.append(table)
    }
    Blazz.tables.forEach(visit)
    return order
  }
}
