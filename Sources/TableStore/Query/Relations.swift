/// The tables that rows of `Row` belong together with; an application adds a property for each.
///
/// ```swift
/// extension Relations where Row == Contact {
///   var chats: Children<Contact, Chat> { Children(by: \.contactID, newestBy: \.createdAt) }
/// }
/// ```
public struct Relations<Row: Table>: Sendable {
  /// The relations of a table.
  @inlinable public init() {}
}

/// Rows of another table that refer to a row: a contact's chats.
public struct Children<Parent: Table, Child: Table>: Sendable {
  @usableFromInline let column: Int
  @usableFromInline let query: Query<Child>

  /// - Parameters:
  ///   - column: the child's column that holds the parent's primary key.
  ///   - newest: the child's column that says how new it is; the children come newest first.
  ///   - condition: which rows refer so, where the column alone does not tell which table it refers to.
  @inlinable public init<Value, Time>(
    by column: KeyPath<Child.Columns, Column<Child, Value>>,
    newestBy newest: KeyPath<Child.Columns, Column<Child, Time>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) {
    self.column = Child.columns[keyPath: column].ordinal
    query = Child.where(condition).order(by: newest, .descending)
  }

  /// Children by primary key, the latest first.
  @inlinable public init<Value>(
    by column: KeyPath<Child.Columns, Column<Child, Value>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) {
    self.column = Child.columns[keyPath: column].ordinal
    query = Child.where(condition).orderedByKey(.descending)
  }
}

/// The row of another table that a row refers to: a chat's media.
public struct Parent<Child: Table, Target: Table>: Sendable {
  let column: Int
  @usableFromInline let key: @Sendable (Child) -> Target.Key?
  /// Which rows refer so.
  let condition: Filter

  /// - Parameters:
  ///   - column: the column that refers to the other row.
  ///   - key: the same of a row that was read; `nil` for one that refers to nothing.
  ///   - condition: which rows refer so, where the column alone does not tell which table it refers to.
  public init<Value>(
    _ column: KeyPath<Child.Columns, Column<Child, Value>>, _ key: @escaping @Sendable (Child) -> Target.Key?,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) {
    self.column = Child.columns[keyPath: column].ordinal
    self.key = key
    self.condition = condition(Child.columns).filter
  }
}

/// Rows of another table that a row is joined to by rows of a third: a contact's groups.
public struct Joined<Row: Table, Link: Table, Target: Table>: Sendable {
  @usableFromInline let column: Int
  @usableFromInline let target: @Sendable (Link) -> Target.Key?

  /// - Parameters:
  ///   - column: the link's column that holds this row's primary key.
  ///   - target: what the link's other column refers to.
  @inlinable public init<Value>(
    by column: KeyPath<Link.Columns, Column<Link, Value>>, to target: @escaping @Sendable (Link) -> Target.Key?
  ) {
    self.column = Link.columns[keyPath: column].ordinal
    self.target = target
  }
}

// MARK: Conditions

extension Condition where Row: Table {
  /// The row has children which are so.
  ///
  /// ```swift
  /// db.contacts.where { $0.isFavorite == 1 || .having(\.chats) { $0.type == .inbound } }
  /// ```
  public static func having<Child>(
    _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Condition {
    let children = Relations<Row>()[keyPath: children]
    let filter = children.query.selection.filter.and(condition(Child.columns).filter)
    return exists(Child.schema, .child(column: children.column), filter)
  }

  /// The row refers to one which is so.
  public static func having<Target>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>,
    where condition: (Target.Columns) -> Condition<Target> = { _ in .always }
  ) -> Condition {
    let parent = Relations<Row>()[keyPath: parent]
    let exists = exists(Target.schema, .parent(column: parent.column), condition(Target.columns).filter)
    return Condition(parent.condition.and(exists.filter))
  }

  private static func exists(_ target: TableSchema, _ link: ExistenceTest.Link, _ filter: Filter) -> Condition {
    Condition(.exists(ExistenceTest(target: target, link: link, filter: filter, includesDeleted: false)))
  }
}

extension QueryBuilding {
  /// Rows that have children which are so.
  ///
  /// ```swift
  /// db.contacts.having(\.chats) { $0.type == .inbound }
  /// ```
  public func having<Child>(
    _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Refined { self.where { _ in .having(children, where: condition) } }

  /// Rows that have no children which are so.
  public func lacking<Child>(
    _ children: KeyPath<Relations<Row>, Children<Row, Child>>,
    where condition: (Child.Columns) -> Condition<Child> = { _ in .always }
  ) -> Refined { self.where { _ in !.having(children, where: condition) } }

  /// Rows that refer to a row which is so.
  public func having<Target>(
    _ parent: KeyPath<Relations<Row>, Parent<Row, Target>>,
    where condition: (Target.Columns) -> Condition<Target> = { _ in .always }
  ) -> Refined { self.where { _ in .having(parent, where: condition) } }
}
