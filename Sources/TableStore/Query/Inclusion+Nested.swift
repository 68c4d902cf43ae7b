// What is included for rows that are included themselves. The number of inclusions is written out: a closure that keeps a
// parameter pack of its function's crashes in optimized code (Swift 6.3).

extension Inclusion {
  /// Children of each row, each with what is included for it.
  @inlinable public static func latest<Child, First>(
    _ limit: Int, _ children: KeyPath<Relations<Row>, Children<Row, Child>>, with first: Inclusion<Child, First>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Inclusion<Row, [(Child, First)]> where Result == [(Child, First)] {
    latest(limit, children, where: condition, extendedBy: InclusionList(first).load)
  }

  /// Children of each row, each with what is included for it.
  @inlinable public static func latest<Child, First, Second>(
    _ limit: Int, _ children: KeyPath<Relations<Row>, Children<Row, Child>>, with first: Inclusion<Child, First>,
    _ second: Inclusion<Child, Second>, where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Inclusion<Row, [(Child, First, Second)]> where Result == [(Child, First, Second)] {
    latest(limit, children, where: condition, extendedBy: InclusionList(first, second).load)
  }

  /// Children of each row, each with what is included for it.
  @inlinable public static func latest<Child, First, Second, Third>(
    _ limit: Int, _ children: KeyPath<Relations<Row>, Children<Row, Child>>, with first: Inclusion<Child, First>,
    _ second: Inclusion<Child, Second>, _ third: Inclusion<Child, Third>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Inclusion<Row, [(Child, First, Second, Third)]> where Result == [(Child, First, Second, Third)] {
    latest(limit, children, where: condition, extendedBy: InclusionList(first, second, third).load)
  }

  /// The row that each row refers to, with what is included for it.
  ///
  /// ```swift
  /// db.chatLogs.including(.parent(\.chat, with: .parent(\.media), .parent(\.user)), .parent(\.note))
  /// ```
  @inlinable public static func parent<Target, First>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>, with first: Inclusion<Target, First>
  ) -> Inclusion<Row, (Target, First)?> where Result == (Target, First)? {
    self.parent(parent, extendedBy: InclusionList(first).load)
  }

  /// The row that each row refers to, with what is included for it.
  @inlinable public static func parent<Target, First, Second>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>, with first: Inclusion<Target, First>,
    _ second: Inclusion<Target, Second>
  ) -> Inclusion<Row, (Target, First, Second)?> where Result == (Target, First, Second)? {
    self.parent(parent, extendedBy: InclusionList(first, second).load)
  }

  /// The row that each row refers to, with what is included for it.
  @inlinable public static func parent<Target, First, Second, Third>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>, with first: Inclusion<Target, First>,
    _ second: Inclusion<Target, Second>, _ third: Inclusion<Target, Third>
  ) -> Inclusion<Row, (Target, First, Second, Third)?> where Result == (Target, First, Second, Third)? {
    self.parent(parent, extendedBy: InclusionList(first, second, third).load)
  }

  @inlinable static func latest<Child, Extended>(
    _ limit: Int, _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child>,
    extendedBy extend: @escaping @Sendable (Session, Reach, [Child]) throws -> [Extended]
  ) -> Inclusion<Row, [Extended]> where Result == [Extended] {
    let children = Relations<Row>()[keyPath: children]
    let query = children.query.where(condition).limit(limit)
    return Inclusion { session, reach, rows in
      var query = RepeatedQuery(query, by: children.column, session, reach)
      var found: [Child] = []
      let ends = try rows.map { row in
        query.refer(to: row.primaryKey)
        try query.bound.append(to: &found)
        return found.count
      }
      let extended = try extend(session, reach, found)
      var begin = 0
      return ends.map { end in
        defer { begin = end }
        return Array(extended[begin..<end])
      }
    }
  }

  @inlinable static func parent<Target, Extended>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>,
    extendedBy extend: @escaping @Sendable (Session, Reach, [Target]) throws -> [Extended]
  ) -> Inclusion<Row, Extended?> where Result == Extended? {
    let parent = Relations<Row>()[keyPath: parent]
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
      let extended = try extend(session, reach, targets)
      return keys.map { key in key.flatMap { places[$0] }.map { extended[$0] } }
    }
  }
}
