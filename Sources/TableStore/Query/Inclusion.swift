/// What is fetched beside the rows of a query, in the same pass: their children, parents, or what they are joined to.
///
/// ```swift
/// let inbox = try db.contacts.order(by: \.latestChatCreatedAt, .descending).limit(15)
///   .including(.latest(1, \.chats, with: .parent(\.media)), .latest(1, \.chats) { $0.type == .inbound })
///   .all()
/// for (contact, latest, latestInbound) in inbox { … }
/// ```
public struct Inclusion<Row: Table, Result>: Sendable {
  /// The results for rows, in their order.
  @usableFromInline let load: @Sendable (Session, Reach, [Row]) throws -> [Result]

  @inlinable init(_ load: @escaping @Sendable (Session, Reach, [Row]) throws -> [Result]) { self.load = load }
}

extension Inclusion {
  /// Children of each row in their order, at most so many a row.
  @inlinable public static func latest<Child>(
    _ limit: Int, _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Inclusion<Row, [Child]> where Result == [Child] {
    let children = Relations<Row>()[keyPath: children]
    let query = children.query.where(condition).limit(limit)
    return Inclusion { session, reach, rows in
      var query = RepeatedQuery(query, by: children.column, session, reach)
      return try rows.map { row in
        query.refer(to: row.primaryKey)
        return try query.bound.all()
      }
    }
  }

  /// All children of each row in their order.
  @inlinable public static func all<Child>(
    _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Inclusion<Row, [Child]> where Result == [Child] { latest(.max, children, where: condition) }

  /// The row that each row refers to; `nil` where there is none, or only one that is marked as deleted.
  @inlinable public static func parent<Target>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>
  ) -> Inclusion<Row, Target?> where Result == Target? {
    let parent = Relations<Row>()[keyPath: parent]
    return Inclusion { session, reach, rows in
      var fetcher = RowFetcher<Target>(session, reach)
      return try rows.map { row in try parent.key(row).flatMap { try fetcher.row($0) } }
    }
  }

  /// The rows that each row is joined to, in the order in which they were joined.
  @inlinable public static func joined<Link, Target>(
    _ joined: KeyPath<Relations<Row>, Joined<Row, Link, Target>>
  ) -> Inclusion<Row, [Target]> where Result == [Target] {
    let joined = Relations<Row>()[keyPath: joined]
    return Inclusion { session, reach, rows in
      var links = RepeatedQuery(Link.query.orderedByKey(), by: joined.column, session, reach)
      var fetcher = RowFetcher<Target>(session, reach)
      return try rows.map { row in
        links.refer(to: row.primaryKey)
        return try links.bound.all().compactMap { link in
          try joined.target(link).flatMap { try fetcher.row($0) }
        }
      }
    }
  }

  /// The number of each row's children.
  @inlinable public static func count<Child>(
    _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Inclusion<Row, Int> where Result == Int {
    let children = Relations<Row>()[keyPath: children]
    let query = children.query.where(condition)
    return Inclusion { session, reach, rows in
      var query = RepeatedQuery(query, by: children.column, session, reach)
      return try rows.map { row in
        query.refer(to: row.primaryKey)
        return try query.bound.count()
      }
    }
  }
}

extension Inclusion where Result == Int {
  /// The number of rows that each row is joined to, without those that are marked as deleted.
  @inlinable public static func count<Link, Target>(
    _ joined: KeyPath<Relations<Row>, Joined<Row, Link, Target>>
  ) -> Inclusion {
    let all = Inclusion<Row, [Target]>.joined(joined)
    return Inclusion { session, reach, rows in try all.load(session, reach, rows).map(\.count) }
  }
}

/// Several inclusions for the same rows.
@usableFromInline struct InclusionList<Row: Table, each Extra>: Sendable {
  @usableFromInline let inclusions: (repeat Inclusion<Row, each Extra>)

  @inlinable init(_ inclusions: repeat Inclusion<Row, each Extra>) { self.inclusions = (repeat each inclusions) }

  /// The rows, each with what is included for it.
  @inlinable func load(_ session: Session, _ reach: Reach, _ rows: [Row]) throws -> [(Row, repeat each Extra)] {
    func load<Next>(_ inclusion: Inclusion<Row, Next>) throws -> [Next] { try inclusion.load(session, reach, rows) }
    let extras = (repeat try load(each inclusions))
    return rows.indices.map { place in (rows[place], repeat (each extras)[place]) }
  }
}

/// Rows by primary key, each fetched once.
@usableFromInline struct RowFetcher<Row: Table> {
  @usableFromInline let handle: TableHandle<Row, Reading>
  @usableFromInline var known: [Row.Key: Row?] = [:]

  @inlinable init(_ session: Session, _ reach: Reach) {
    handle = TableHandle(session: session, table: session.table(Row.schema), reach: reach)
  }

  @inlinable mutating func row(_ key: Row.Key) throws -> Row? {
    if let row = known[key] { return row }
    let row = try handle.get(key)
    known[key] = row
    return row
  }
}
