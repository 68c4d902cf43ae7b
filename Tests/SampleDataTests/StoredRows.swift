import BlazzDB
import Foundation
import Testing

@testable import TableStore

/// All rows of a store as values, and what holds of any of them.
struct StoredRows {
  struct Row {
    var values: [SQLValue]
    var scope: Scope
  }

  /// By table, rows by primary key.
  private(set) var tables: [String: [SQLValue: Row]] = [:]

  init(_ blazz: Blazz) throws {
    try blazz.system.read { db in
      for table in Blazz.tables {
        let schema = table.schema
        var rows: [SQLValue: Row] = [:]
        let stored = try #require(db.table(named: schema.name))
        try stored.session.scanRows(stored.table, .everything) { row, address in
          var values: [SQLValue] = []
          for column in schema.columns.indices { values.append(try row.value(column)) }
          rows[values[schema.primaryKey]] = Row(values: values, scope: address.scope)
          return true
        }
        tables[schema.name] = rows
      }
    }
  }

  /// Every reference has its row, in the same workspace or one that belongs to none; a row that inherits its workspace
  /// lies in that of the row it refers to.
  func checkReferences() {
    for schema in Blazz.tables.map({ $0.schema }) {
      for row in tables[schema.name]!.values {
        for (column, target) in schema.references where row.values[column] != .null {
          let found = tables[target.name]![row.values[column]]
          #expect(found != nil, "\(schema.name).\(schema.columns[column].name) \(row.values[column])")
          guard let found, let theirs = found.scope.tenant else { continue }
          #expect(row.scope.tenant == theirs, "\(schema.name).\(schema.columns[column].name) \(row.values[column])")
        }
        if case .inherited = schema.scope, let column = schema.scopeColumn, row.values[column] != .null,
          let target = schema.references.first(where: { $0.column == column })?.target
        {
          #expect(tables[target.name]![row.values[column]]?.scope == row.scope, "\(schema.name)")
        }
        if schema.scope == .workspace, let column = schema.scopeColumn {
          let named: Scope = if case .integer(let id) = row.values[column] { .tenant(UInt64(id)) } else { .system }
          #expect(named == row.scope, "\(schema.name)")
        }
      }
    }
    let chats = Chat.schema
    let (media, files) = (chats.ordinal(of: "media_id")!, tables["chat_media"]!)
    let linked = tables["chats"]!.values.filter { $0.values[media] != .null }
    #expect(linked.count == files.count && linked.allSatisfy { files[$0.values[media]]?.scope == $0.scope })
  }

  /// What looks like JSON is JSON.
  func checkJSON() throws {
    var count = 0
    for (name, rows) in tables {
      for value in rows.values.flatMap(\.values) {
        guard case .text(let text) = value, text.hasPrefix("{") || text.hasPrefix("[") else { continue }
        #expect(throws: Never.self, "\(name): \(text)") { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        count += 1
      }
    }
    #expect(count > 2_000)
  }

  /// What was stored was stored in the year; nothing was changed before it was stored.
  func checkTimes() {
    for schema in Blazz.tables.map({ $0.schema }) where schema.columns.contains(where: { $0.type == .timestamp }) {
      let created = schema.ordinal(of: "created_at")
      let changed = schema.ordinal(of: "updated_at")
      for row in tables[schema.name]!.values {
        for column in [created, changed].compactMap(\.self) {
          guard case .text(let time) = row.values[column] else { continue }
          #expect(("2024-10-06 00:00:00"..<"2025-10-06 00:00:00").contains(time), "\(schema.name) \(time)")
        }
        if let created, let changed, case .text(let first) = row.values[created],
          case .text(let last) = row.values[changed]
        {
          #expect(first <= last, "\(schema.name) \(row.values[schema.primaryKey])")
        }
      }
    }
  }
}
