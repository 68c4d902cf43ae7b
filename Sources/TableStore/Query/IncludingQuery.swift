/// A query whose rows come with what belongs to them.
public struct IncludingQuery<Row: Table, Mode: AccessMode, each Extra> {
  @usableFromInline let query: BoundQuery<Row, Mode>
  @usableFromInline let inclusions: InclusionList<Row, repeat each Extra>

  @inlinable init(query: BoundQuery<Row, Mode>, inclusions: InclusionList<Row, repeat each Extra>) {
    (self.query, self.inclusions) = (query, inclusions)
  }
}

extension QueryRunning {
  /// The rows, each with what is included for it, read from the same state.
  @inlinable public func including<Extra>(_ inclusion: Inclusion<Row, Extra>) -> IncludingQuery<Row, Mode, Extra> {
    IncludingQuery(query: bound, inclusions: InclusionList(inclusion))
  }

  /// The rows, each with what is included for it, read from the same state.
  ///
  /// The number of inclusions is written out: behind a parameter pack Swift does not know the columns of a condition.
  @inlinable public func including<First, Second>(
    _ first: Inclusion<Row, First>, _ second: Inclusion<Row, Second>
  ) -> IncludingQuery<Row, Mode, First, Second> {
    IncludingQuery(query: bound, inclusions: InclusionList(first, second))
  }

  /// The rows, each with what is included for it, read from the same state.
  @inlinable public func including<First, Second, Third>(
    _ first: Inclusion<Row, First>, _ second: Inclusion<Row, Second>, _ third: Inclusion<Row, Third>
  ) -> IncludingQuery<Row, Mode, First, Second, Third> {
    IncludingQuery(query: bound, inclusions: InclusionList(first, second, third))
  }

  /// The rows, each with what is included for it, read from the same state.
  @inlinable public func including<First, Second, Third, Fourth>(
    _ first: Inclusion<Row, First>, _ second: Inclusion<Row, Second>, _ third: Inclusion<Row, Third>,
    _ fourth: Inclusion<Row, Fourth>
  ) -> IncludingQuery<Row, Mode, First, Second, Third, Fourth> {
    IncludingQuery(query: bound, inclusions: InclusionList(first, second, third, fourth))
  }

  /// The rows, each with what is included for it, read from the same state.
  @inlinable public func including<First, Second, Third, Fourth, Fifth>(
    _ first: Inclusion<Row, First>, _ second: Inclusion<Row, Second>, _ third: Inclusion<Row, Third>,
    _ fourth: Inclusion<Row, Fourth>, _ fifth: Inclusion<Row, Fifth>
  ) -> IncludingQuery<Row, Mode, First, Second, Third, Fourth, Fifth> {
    IncludingQuery(query: bound, inclusions: InclusionList(first, second, third, fourth, fifth))
  }

  /// The rows, each with its latest children.
  ///
  /// ```swift
  /// for (contact, chats) in try db.contacts.including(\.chats, latest: 3).all() { … }
  /// ```
  @inlinable public func including<Child>(
    _ children: KeyPath<Relations<Row>, Children<Row, Child>>, latest limit: Int = .max,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> IncludingQuery<Row, Mode, [Child]> { including(.latest(limit, children, where: condition)) }

  /// The rows, each with the row that it refers to.
  @inlinable public func including<Target>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>
  ) -> IncludingQuery<Row, Mode, Target?> { including(.parent(parent)) }

  /// The rows, each with those that it is joined to.
  @inlinable public func including<Link, Target>(
    _ joined: KeyPath<Relations<Row>, Joined<Row, Link, Target>>
  ) -> IncludingQuery<Row, Mode, [Target]> { including(.joined(joined)) }
}

extension IncludingQuery {
  /// The rows with what belongs to them.
  @inlinable public func all() throws -> [(Row, repeat each Extra)] { try with(try query.all()) }

  /// The first row with what belongs to it.
  @inlinable public func first() throws -> (Row, repeat each Extra)? {
    try with(try query.first().map { [$0] } ?? []).first
  }

  /// The page that the query asks for, with what belongs to its rows.
  @inlinable public func page() throws -> (rows: [(Row, repeat each Extra)], next: PageCursor?) {
    let page = try query.page()
    return (try with(page.rows), page.next)
  }

  @inlinable func with(_ rows: [Row]) throws -> [(Row, repeat each Extra)] {
    try inclusions.load(query.session, query.reach, rows)
  }
}
