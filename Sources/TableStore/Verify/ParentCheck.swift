internal import LMDB

/// Whether what the rows of a table refer to is there, and in their workspace where they inherit it.
///
/// Rows come scope by scope, and so do the rows that they refer to, as a rule of the same scope: of those the keys are
/// read in order and kept until the next scope begins. Only what is not among them is looked up: references to nothing and
/// across workspaces. Declared foreign keys are asked for, and the column through which a row finds its workspace.
struct ParentCheck {
  private struct Pointer {
    let pointer: StoredTable.Pointer
    let slot: FieldSlot
    /// Which of `parents` it points to.
    let parent: Int
    /// Whether the row's scope is that of the row it points to.
    let isInherited: Bool
    /// Whether the column is the scope itself, which is the same for all rows of a scope.
    let isScope: Bool
    /// Whether the tenant of the scope at hand is known to be there.
    var isScopeThere = false
    /// Rows that refer to another workspace.
    var crossing = 0
  }

  private let session: Session
  private let table: StoredTable
  private var pointers: [Pointer] = []
  private var parents: [ParentRows] = []
  private var scope: Scope?

  init(_ session: Session, _ table: StoredTable) {
    (self.session, self.table) = (session, table)
    let schema = table.schema
    let rows = session.sizesOrNone(of: table)[KeySpace.rows].entries
    var inherited: Int?
    if case .inherited = schema.scope { inherited = schema.scopeColumn }
    for pointer in table.pointers where pointer.foreignKey != nil || pointer.column == inherited {
      let target = session.catalog[pointer.target.id]
      var parent = parents.firstIndex { $0.table === target }
      if parent == nil {
        parent = parents.count
        parents.append(ParentRows(session, target, children: rows))
      }
      pointers.append(
        Pointer(
          pointer: pointer, slot: FieldSlot(pointer.column, schema), parent: parent!,
          isInherited: pointer.column == inherited, isScope: pointer.column == schema.layout.scopeInKey))
    }
  }

  /// Checks a row.
  ///
  /// - Parameter fault: is given what is wrong: the kind, the foreign key or column, what to say.
  mutating func check(
    _ row: borrowing RowReader, _ place: RowWalk.Place, _ fault: (VerifyFault.Kind, String, String) throws -> Void
  ) throws {
    if place.scope != scope {
      scope = place.scope
      for position in pointers.indices { pointers[position].isScopeThere = false }
    }
    for position in pointers.indices where !pointers[position].isScopeThere {
      let (slot, parent) = (pointers[position].slot, pointers[position].parent)
      if row.isNull(slot) && !pointers[position].isInherited { continue }
      if slot.kind != .variable, let number = row.number(slot) {
        if number >= 0, let id = UInt64(exactly: number), try parents[parent].contains(id, place.scope) {
          pointers[position].isScopeThere = pointers[position].isScope
          continue
        }
      }
      try checkFurther(position, row, place, fault)
    }
  }

  /// Looks up a reference that is not within the row's scope, or that is text, or NULL.
  private mutating func checkFurther(
    _ position: Int, _ row: borrowing RowReader, _ place: RowWalk.Place,
    _ fault: (VerifyFault.Kind, String, String) throws -> Void
  ) throws {
    let pointer = pointers[position].pointer
    let column = table.schema.columns[pointer.column].name
    guard let element = try session.element(of: row, pointer.column) else {
      if pointers[position].isInherited && place.scope != .system {
        try fault(.wrongScope, column, "is in \(place.scope.shown) though \(column) is NULL")
      }
      return
    }
    guard let found = try parents[pointers[position].parent].scope(of: element, place.scope) else {
      if let foreignKey = pointer.foreignKey {
        let value = try row.value(pointer.column).messageText
        try fault(
          .missingReference, foreignKey, "\(column) is \(value), and there is no such row in \(pointer.target.name)")
      }
      return
    }
    guard found != place.scope && found != .global else { return }
    // Without a foreign key a row outlives what it belongs to, in its workspace; another one may take the key anew.
    if pointers[position].isInherited && pointer.foreignKey != nil {
      try fault(
        .wrongScope, column,
        "is in \(place.scope.shown), but the row of \(pointer.target.name) that it belongs to is in \(found.shown)")
    } else if pointers[position].isInherited || place.scope.tenant != nil && found.tenant != nil {
      pointers[position].crossing += 1
    }
  }

  /// What is worth knowing of the rows that were checked.
  var notes: [String] {
    pointers.filter { $0.crossing > 0 }.map {
      "\(table.schema.name): \($0.crossing) rows refer to a row of another workspace by "
        + "\(table.schema.columns[$0.pointer.column].name), as MySQL lets them"
    }
  }
}

extension Scope {
  /// How faults name it.
  var shown: String {
    switch self {
    case .global: "no workspace"
    case .system: "no workspace"
    case .tenant(let id): "workspace \(id)"
    }
  }
}

/// Which rows a table has in the scope at hand.
struct ParentRows {
  let table: StoredTable
  private let session: Session
  /// Whether reading the keys of a scope is worth its while: not for few rows that refer to a large table.
  private let keepsKeys: Bool
  private var scope: Scope?
  private var ids = IDSet()

  init(_ session: Session, _ table: StoredTable, children: Int64) {
    (self.session, self.table) = (session, table)
    keepsKeys = table.schema.hasIntegerKey && children > session.sizesOrNone(of: table)[KeySpace.rows].entries / 64
  }

  /// Whether a row is known to be in a scope; `false` says nothing.
  mutating func contains(_ id: UInt64, _ scope: Scope) throws -> Bool {
    guard keepsKeys else { return false }
    if self.scope != scope {
      try load(scope)
      self.scope = scope
    }
    return ids.contains(id)
  }

  /// The scope of a row, wherever it is; `nil` when there is none.
  func scope(of element: [UInt8], _ scope: Scope) throws -> Scope? {
    try session.locate(table, element: element.span.bytes)
  }

  private mutating func load(_ scope: Scope) throws {
    if !table.schema.isScoped && self.scope != nil { return }
    ids.removeAll()
    let prefix = ByteBuffer(capacity: 16)
    prefix.append(KeySpace.rows)
    if table.schema.isScoped { prefix.appendKey(scope) }
    let start = prefix.count
    guard table.keyspace != nil, !table.schema.isScoped || scope != .global else { return }
    var found = ids
    ids = IDSet()
    try session.walk(table.requireKeyspace(), KeyRange(prefix: prefix.array)) { key, _ in
      var scanner = KeyScanner(at: start)
      // A key that cannot be read is a fault of the table that it lies in.
      if let id = try? scanner.id(in: key) { found.insert(id) }
      return true
    }
    ids = found
  }
}
