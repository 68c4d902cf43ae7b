import BlazzDB
import TableStore

/// All tables as the SQL peers have them.
enum SQLTables {
  static var schemas: [TableSchema] { Blazz.tables.map { $0.schema } }

  /// Indexes of the document that have the workspace in front in a store, where that gives an order that is asked for.
  private static let asked = Set(
    [
      Contact.byLatestChat.definition, AuditLog.byUser.definition, AuditLog.byAddress.definition,
      AuditLog.byEvent.definition,
    ]
    .map(\.name))

  /// The workspace, and an index's columns. Both engines put a number that is the primary key behind them, which settles
  /// ties of every order.
  private static func scoped(_ index: IndexDefinition, _ schema: TableSchema) -> [String] {
    ["workspace_id"] + index.parts.map { schema.columns[$0.column].name }
  }

  /// Indexes of our own, with the workspace in front as the store has it.
  ///
  /// - Parameter isPartial: whether they have the condition too, and its columns behind the primary key, so that counts need
  ///   no row; else these stand in front, where equality makes one stretch of what the condition is true of.
  private static func ownIndexes(isPartial: Bool) -> [String] {
    schemas.flatMap { schema in
      schema.indexes.filter { $0.isOwn && $0.kind != .fulltext }.map { index in
        var columns = index.parts.map { schema.columns[$0.column].name }
        let text = index.conditionText(in: schema) ?? ""
        let tested = text.split(separator: " ").map(String.init).filter { word in
          schema.ordinal(of: word) != nil && !columns.contains(word)
        }
        let key = schema.columns[schema.primaryKey].name
        columns = !isPartial ? tested + columns : tested.isEmpty ? columns : columns + [key] + tested
        if schema.scope == .workspace && !index.isAcross && !columns.contains("workspace_id") {
          columns.insert("workspace_id", at: 0)
        }
        // MariaDB takes no more than the beginning of a TEXT.
        let long = Set(schema.columns.filter { $0.type == .text }.map(\.name))
        if !isPartial { columns = columns.map { long.contains($0) ? "\($0)(191)" : $0 } }
        let condition = isPartial && !text.isEmpty ? " WHERE \(text)" : ""
        return create(index.name, schema, columns) + condition
      }
    }
  }

  private static func create(_ name: String, _ schema: TableSchema, _ columns: [String], isUnique: Bool = false)
    -> String
  {
    "CREATE \(isUnique ? "UNIQUE " : "")INDEX \(name) ON \(schema.name) (\(columns.joined(separator: ", ")))"
  }

  // MARK: SQLite

  /// Times are seconds, enumerations are text. Text compares without case, the nearest that SQLite comes to
  /// utf8mb4_unicode_ci.
  static var sqlite: String {
    schemas.map { schema in
      let columns = schema.columns.indices.map { sqlite(schema, $0) }
      let keys = schema.foreignKeys.compactMap { column, reference -> String? in
        guard let target = reference.schema else { return nil }
        let key = target.columns[target.primaryKey].name
        return "FOREIGN KEY (\(schema.columns[column].name)) REFERENCES \(target.name) (\(key))"
          + " ON DELETE \(reference.onDelete.rawValue.uppercased())"
      }
      return "CREATE TABLE \(schema.name) (\((columns + keys).joined(separator: ", ")));"
    }.joined(separator: "\n")
  }

  private static func sqlite(_ schema: TableSchema, _ ordinal: Int) -> String {
    let column = schema.columns[ordinal]
    if ordinal == schema.primaryKey && schema.hasIntegerKey { return "\(column.name) INTEGER PRIMARY KEY" }
    let type =
      switch column.type {
      case .json, .enumeration, .decimal, .date: "TEXT"
      default:
        switch column.storage {
        case .integer: "INTEGER"
        default: column.collation == .binary ? "TEXT" : "TEXT COLLATE NOCASE"
        }
      }
    let key = ordinal == schema.primaryKey ? " PRIMARY KEY" : ""
    return "\(column.name) \(type)\(column.isNullable ? "" : " NOT NULL")\(key)"
  }

  /// Made once the rows are there: quicker, and packed tightly.
  static var sqliteIndexes: [String] {
    let documented = schemas.flatMap { schema in
      schema.indexes.filter { !$0.isOwn && $0.kind != .fulltext }.map { index in
        let columns = index.parts.map { schema.columns[$0.column].name }
        return create(
          index.name, schema, asked.contains(index.name) ? scoped(index, schema) : columns,
          isUnique: index.kind == .unique)
      }
    }
    return documented + ownIndexes(isPartial: true) + foreignKeyIndexes
  }

  /// What InnoDB adds by itself: an index for each foreign key whose column is the first of no other.
  private static var foreignKeyIndexes: [String] {
    schemas.flatMap { schema in
      let documented = schema.indexes.filter { !$0.isOwn && $0.kind != .fulltext && !asked.contains($0.name) }
      let led = Set(documented.map(\.parts[0].column))
      return schema.foreignKeys.map(\.column).filter { !led.contains($0) }.map { column in
        let name = schema.columns[column].name
        return create("foreign_\(schema.name)_\(name)", schema, [name])
      }
    }
  }

  /// Words of contacts without the texts. One token names the workspace of a live contact: FTS5 then cuts doclists with
  /// each other, which is quicker than looking up each contact's workspace.
  static let sqliteWords = """
    CREATE VIRTUAL TABLE contacts_words USING fts5(
      first_name, last_name, phone, email, scope, content = '', prefix = '2 3 4 5',
      tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO contacts_words (rowid, first_name, last_name, phone, email, scope)
      SELECT id, first_name, last_name, phone, email, iif(deleted_at IS NULL, 'w', 'd') || workspace_id FROM contacts;
    INSERT INTO contacts_words (contacts_words) VALUES ('optimize');
    """

  // MARK: MariaDB

  /// The document's own DDL, with all its indexes.
  static var maria: [String] { schemas.map { $0.createTable() } }

  /// Our own indexes, whole: MariaDB has no partial ones. Where the document's list of indexes names others than its DDL,
  /// those of the list too, and those that a store has with the workspace in front.
  static var mariaIndexes: [String] {
    let listed = schemas.flatMap { schema in
      schema.indexes.filter { $0.ddlParts != nil }.map { index in
        create("listed_\(index.name)", schema, index.parts.map { schema.columns[$0.column].name })
      }
    }
    let fronted = schemas.flatMap { schema in
      schema.indexes.filter { asked.contains($0.name) }.map { create("scoped_\($0.name)", schema, scoped($0, schema)) }
    }
    return listed + fronted + ownIndexes(isPartial: false)
  }
}
