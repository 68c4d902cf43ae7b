/// Makes a struct a table of the store: one property a column, one `static let` an index.
///
/// ```swift
/// @Table("notes", id: 1, scope: .workspace)
/// struct Note {
///   var id: ID<Note>
///   var workspaceID: ID<Tenant>
///   @Column(.varchar(100)) var title: String
///   var createdAt: Date?
///   static let byTitle = Index("notes_title", id: 1, on: \.title)
/// }
/// ```
///
/// - Parameters:
///   - name: the SQL name.
///   - id: the table's persistent number, 1…255; never reused.
///   - scope: how rows are divided among tenants.
@attached(member, names: named(Index), named(Columns), named(Draft))
@attached(
  extension, conformances: Table, names: named(Key), named(columns), named(schema), named(primaryKey), named(ownScope),
  named(init(from:)), named(write(to:)))
public macro Table(_ name: String, id: UInt8, scope: ScopeDeclaration = .global) =
  #externalMacro(module: "TableStoreMacros", type: "TableMacro")

/// Says more of a column than its Swift type does.
///
/// - Parameters:
///   - type: the SQL type; needed for text, and where it is not the Swift type's usual one.
///   - name: the SQL name, when it is not the property's in snake_case.
///   - primaryKey: that this property is the primary key, when it is not called `id`.
///   - defaultValue: what is stored when nothing is given; a literal default is the property's own initial value.
///   - updatesTimestamp: that an update which leaves the column alone sets it to the current time.
///   - collation: how text compares.
///   - references: the table that the column refers to, where its Swift type does not say so: text.
///   - foreignKey: the name of the foreign key that the column declares.
///   - onDelete: what the foreign key asks for when its target is erased.
@attached(peer)
public macro Column(
  _ type: ColumnType? = nil, name: String? = nil, primaryKey: Bool = false, default defaultValue: ColumnDefault = .none,
  updatesTimestamp: Bool = false, collation: Collation = .unicodeCI, references: (any Any.Type)? = nil,
  foreignKey: String? = nil, onDelete: ReferentialAction = .restrict
) = #externalMacro(module: "TableStoreMacros", type: "ColumnMacro")
