/// The tables that rows of `Row` belong together with; an application adds a property for each.
///
/// ```swift
/// extension Relations where Row == Contact {
///   var chats: Children<Contact, Chat> { Children(by: \.contactID, newestBy: \.createdAt) }
/// }
/// ```
public struct Relations<Row: Table>: Sendable {
  /// The relations of a table.
  public init() {}
}

/// Rows of another table that refer to a row: a contact's chats.
public struct Children<Parent: Table, Child: Table>: Sendable {
  let column: Int
  var query: Query<Child>

  /// - Parameters:
  ///   - column: the child's column that holds the parent's primary key.
  ///   - newest: the child's column that says how new it is; the children come newest first.
  public init<Value, Time>(
    by column: KeyPath<Child.Columns, Column<Child, Value>>, newestBy newest: KeyPath<Child.Columns, Column<Child, Time>>
  ) {
    self.column = Child.columns[keyPath: column].ordinal
    query = Child.query.order(by: newest, .descending)
  }

  /// Children by primary key, the latest first.
  public init<Value>(by column: KeyPath<Child.Columns, Column<Child, Value>>) {
    self.column = Child.columns[keyPath: column].ordinal
    query = Child.query.orderedByKey(.descending)
  }
}

/// The row of another table that a row refers to: a chat's media.
public struct Parent<Child: Table, Target: Table>: Sendable {
  let column: Int
  let key: @Sendable (Child) -> Target.Key?

  /// - Parameters:
  ///   - column: the column that refers to the other row.
  ///   - key: the same of a row that was read.
  public init<Value>(
    _ column: KeyPath<Child.Columns, Column<Child, Value>>, _ key: @escaping @Sendable (Child) -> Target.Key?
  ) {
    self.column = Child.columns[keyPath: column].ordinal
    self.key = key
  }
}

/// Rows of another table that a row is joined to by rows of a third: a contact's groups.
public struct Joined<Row: Table, Link: Table, Target: Table>: Sendable {
  let column: Int
  let target: @Sendable (Link) -> Target.Key?

  /// - Parameters:
  ///   - column: the link's column that holds this row's primary key.
  ///   - target: what the link's other column refers to.
  public init<Value>(
    by column: KeyPath<Link.Columns, Column<Link, Value>>, to target: @escaping @Sendable (Link) -> Target.Key?
  ) {
    self.column = Link.columns[keyPath: column].ordinal
    self.target = target
  }
}

// MARK: Conditions

extension QueryBuilding {
  /// Rows that have children which are so.
  ///
  /// ```swift
  /// db.contacts.having(\.chats) { $0.type == .inbound }
  /// ```
  public func having<Child>(
    _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Refined {
    let filter = condition(Child.columns).filter
    return narrowed(Relations<Row>()[keyPath: children].existence(filter))
  }

  /// Rows that have no children which are so.
  public func lacking<Child>(
    _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Refined {
    let filter = condition(Child.columns).filter
    return narrowed(Relations<Row>()[keyPath: children].existence(filter).negated)
  }

  /// Rows that refer to a row which is so.
  public func having<Target>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>,
    where condition: (Target.Columns) -> Condition<Target> = { _ in .always }
  ) -> Refined {
    let filter = condition(Target.columns).filter
    let link = ExistenceTest.Link.parent(column: Relations<Row>()[keyPath: parent].column)
    return narrowed(ExistenceTest(target: Target.schema, link: link, filter: filter, includesDeleted: false))
  }

  private func narrowed(_ test: ExistenceTest) -> Refined { refined { $0.selection.narrow(.exists(test)) } }
}

extension Children {
  fileprivate func existence(_ filter: Filter) -> ExistenceTest {
    ExistenceTest(target: Child.schema, link: .child(column: column), filter: filter, includesDeleted: false)
  }
}
