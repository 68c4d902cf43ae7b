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
      try rows.map { try children.bound(query, of: $0, session, reach).all() }
    }
  }

  /// All children of each row in their order.
  @inlinable public static func all<Child>(
    _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Inclusion<Row, [Child]> where Result == [Child] { latest(.max, children, where: condition) }

  /// Children of each row, each with what is included for it.
  public static func latest<Child, Extra, each Other>(
    _ limit: Int, _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    with extra: Inclusion<Child, Extra>, _ others: repeat Inclusion<Child, each Other>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Inclusion<Row, [(Child, Extra, repeat each Other)]> where Result == [(Child, Extra, repeat each Other)] {
    let children = Relations<Row>()[keyPath: children]
    let query = children.query.where(condition).limit(limit)
    let inclusions = InclusionList(extra, repeat each others)
    return Inclusion { session, reach, rows in
      let found = try rows.map { try children.bound(query, of: $0, session, reach).all() }
      var extended = try inclusions.load(session, reach, found.flatMap(\.self))[...]
      return found.map { group in
        defer { extended = extended.dropFirst(group.count) }
        return Array(extended.prefix(group.count))
      }
    }
  }

  /// The row that each row refers to; `nil` where there is none, or only one that is marked as deleted.
  public static func parent<Target>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>
  ) -> Inclusion<Row, Target?> where Result == Target? {
    let parent = Relations<Row>()[keyPath: parent]
    return Inclusion { session, reach, rows in
      var fetcher = RowFetcher<Target>(session, reach)
      return try rows.map { row in try parent.key(row).flatMap { try fetcher.row($0) } }
    }
  }

  /// The row that each row refers to, with what is included for it.
  ///
  /// ```swift
  /// db.chatLogs.including(.parent(\.chat, with: .parent(\.media), .parent(\.user)), .parent(\.note))
  /// ```
  public static func parent<Target, Extra, each Other>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>, with extra: Inclusion<Target, Extra>,
    _ others: repeat Inclusion<Target, each Other>
  ) -> Inclusion<Row, (Target, Extra, repeat each Other)?> where Result == (Target, Extra, repeat each Other)? {
    let parent = Relations<Row>()[keyPath: parent]
    let inclusions = InclusionList(extra, repeat each others)
    return Inclusion { session, reach, rows in
      var fetcher = RowFetcher<Target>(session, reach)
      let keys = rows.map { parent.key($0) }
      var places: [Target.Key: Int] = [:]
      var targets: [Target] = []
      for key in keys {
        guard let key, places[key] == nil, let target = try fetcher.row(key) else { continue }
        places[key] = targets.count
        targets.append(target)
      }
      let extended = try inclusions.load(session, reach, targets)
      return keys.map { key in key.flatMap { places[$0] }.map { extended[$0] } }
    }
  }

  /// The rows that each row is joined to, in the order in which they were joined.
  public static func joined<Link, Target>(
    _ joined: KeyPath<Relations<Row>, Joined<Row, Link, Target>>
  ) -> Inclusion<Row, [Target]> where Result == [Target] {
    let joined = Relations<Row>()[keyPath: joined]
    return Inclusion { session, reach, rows in
      var fetcher = RowFetcher<Target>(session, reach)
      return try rows.map { row in
        try joined.links(of: row, session, reach).compactMap { link in
          try joined.target(link).flatMap { try fetcher.row($0) }
        }
      }
    }
  }

  /// The number of each row's children.
  public static func count<Child>(
    _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Inclusion<Row, Int> where Result == Int {
    let children = Relations<Row>()[keyPath: children]
    let query = children.query.where(condition)
    return Inclusion { session, reach, rows in
      try rows.map { try children.bound(query, of: $0, session, reach).count() }
    }
  }
}

extension Inclusion where Result == Int {
  /// The number of rows that each row is joined to, without those that are marked as deleted.
  public static func count<Link, Target>(
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
  @usableFromInline func load(_ session: Session, _ reach: Reach, _ rows: [Row]) throws -> [(Row, repeat each Extra)] {
    func load<Next>(_ inclusion: Inclusion<Row, Next>) throws -> [Next] { try inclusion.load(session, reach, rows) }
    let extras = (repeat try load(each inclusions))
    return rows.indices.map { place in (rows[place], repeat (each extras)[place]) }
  }
}

/// Rows by primary key, each fetched once.
private struct RowFetcher<Row: Table> {
  private let handle: TableHandle<Row, Reading>
  private var known: [Row.Key: Row?] = [:]

  init(_ session: Session, _ reach: Reach) {
    handle = TableHandle(session: session, table: session.catalog[Row.schema.id], reach: reach)
  }

  mutating func row(_ key: Row.Key) throws -> Row? {
    if let row = known[key] { return row }
    let row = try handle.get(key)
    known[key] = row
    return row
  }
}

extension Children {
  /// The query of one row's children.
  @usableFromInline func bound(
    _ query: Query<Child>, of row: Parent, _ session: Session, _ reach: Reach
  ) -> BoundQuery<Child, Reading> {
    let definition = Child.schema.columns[column]
    let key = row.primaryKey.stored(in: definition)
    let query = query.refined { $0.selection.narrow(.compare(column, definition, .equal, key)) }
    return BoundQuery(session, session.catalog[Child.schema.id], reach, query)
  }
}

extension Joined {
  fileprivate func links(of row: Row, _ session: Session, _ reach: Reach) throws -> [Link] {
    let definition = Link.schema.columns[column]
    let query = Link.query.orderedByKey().refined {
      $0.selection.narrow(.compare(column, definition, .equal, row.primaryKey.stored(in: definition)))
    }
    return try BoundQuery<Link, Reading>(session, session.catalog[Link.schema.id], reach, query).all()
  }
}
