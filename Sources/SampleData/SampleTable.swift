internal import BlazzDB
internal import TableStore

/// A table whose rows can be made up, each by itself.
protocol SampleTable: Table {
  /// How many rows there are at a scale: at least one.
  static func sampleCount(_ scale: SampleScale) -> Int

  /// The row at a place in the order of primary keys; the same whenever it is asked for.
  ///
  /// - Parameter pen: has the row's random numbers, and an empty buffer for text. Text that is being written is taken before
  ///   another is begun.
  static func sample(_ place: Int, _ world: SampleWorld, _ pen: inout Pen) -> SampleRow<Self>
}

/// A row to be stored, and whose it is.
struct SampleRow<Row: Table> {
  var draft: Row.Draft
  /// The place of the workspace that the row belongs to, by its own column or by what it refers to; `nil` where it
  /// belongs to none.
  var workspace: Int?

  /// The row's scope in a scoped table.
  var scope: Scope { workspace.map { .tenant(UInt64($0 + 1)) } ?? .system }
}

/// All rows of a table in the order of their primary keys. Any part of them can be made by itself.
struct SampleRows<Row: SampleTable>: Sendable {
  let world: SampleWorld

  /// How many there are.
  var count: Int { Row.sampleCount(world.scale) }

  /// Makes the rows of a range of places.
  func forEach(in places: Range<Int>, _ body: (SampleRow<Row>) throws -> Void) rethrows {
    let table = Row.schema.id
    var pen = Pen(RowRandom(seed: world.seed, table: table, place: 0))
    for place in places {
      pen.random = RowRandom(seed: world.seed, table: table, place: place)
      try body(Row.sample(place, world, &pen))
    }
  }
}
