/// `aggregate` with its number of aggregates written out: behind a parameter pack Swift does not know the columns of the
/// condition in `.count(where:)`.
extension QueryRunning {
  /// Aggregates of all rows.
  public func aggregate<First>(_ first: Aggregate<Row, First>) throws -> First { try gather(first) }

  /// Aggregates of all rows.
  public func aggregate<First, Second>(_ first: Aggregate<Row, First>, _ second: Aggregate<Row, Second>) throws -> (
    First, Second
  ) { try gather(first, second) }

  /// Aggregates of all rows.
  public func aggregate<First, Second, Third>(
    _ first: Aggregate<Row, First>, _ second: Aggregate<Row, Second>, _ third: Aggregate<Row, Third>
  ) throws -> (First, Second, Third) { try gather(first, second, third) }

  /// Aggregates of all rows.
  public func aggregate<First, Second, Third, Fourth>(
    _ first: Aggregate<Row, First>, _ second: Aggregate<Row, Second>, _ third: Aggregate<Row, Third>,
    _ fourth: Aggregate<Row, Fourth>
  ) throws -> (First, Second, Third, Fourth) { try gather(first, second, third, fourth) }

  /// Aggregates of all rows.
  public func aggregate<First, Second, Third, Fourth, Fifth>(
    _ first: Aggregate<Row, First>, _ second: Aggregate<Row, Second>, _ third: Aggregate<Row, Third>,
    _ fourth: Aggregate<Row, Fourth>, _ fifth: Aggregate<Row, Fifth>
  ) throws -> (First, Second, Third, Fourth, Fifth) { try gather(first, second, third, fourth, fifth) }

  /// Aggregates of all rows.
  public func aggregate<First, Second, Third, Fourth, Fifth, Sixth>(
    _ first: Aggregate<Row, First>, _ second: Aggregate<Row, Second>, _ third: Aggregate<Row, Third>,
    _ fourth: Aggregate<Row, Fourth>, _ fifth: Aggregate<Row, Fifth>, _ sixth: Aggregate<Row, Sixth>
  ) throws -> (First, Second, Third, Fourth, Fifth, Sixth) { try gather(first, second, third, fourth, fifth, sixth) }
}

extension GroupedQuery {
  /// The groups in the order of their keys, each with its aggregates.
  public func aggregate<First>(_ first: Aggregate<Row, First>) throws -> [(key: Key, values: First)] {
    try gather(first)
  }

  /// The groups in the order of their keys, each with its aggregates.
  public func aggregate<First, Second>(_ first: Aggregate<Row, First>, _ second: Aggregate<Row, Second>) throws -> [(
    key: Key, values: (First, Second)
  )] { try gather(first, second) }

  /// The groups in the order of their keys, each with its aggregates.
  public func aggregate<First, Second, Third>(
    _ first: Aggregate<Row, First>, _ second: Aggregate<Row, Second>, _ third: Aggregate<Row, Third>
  ) throws -> [(key: Key, values: (First, Second, Third))] { try gather(first, second, third) }

  /// The groups in the order of their keys, each with its aggregates.
  public func aggregate<First, Second, Third, Fourth>(
    _ first: Aggregate<Row, First>, _ second: Aggregate<Row, Second>, _ third: Aggregate<Row, Third>,
    _ fourth: Aggregate<Row, Fourth>
  ) throws -> [(key: Key, values: (First, Second, Third, Fourth))] { try gather(first, second, third, fourth) }
}
