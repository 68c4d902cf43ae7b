import BlazzDB
import Foundation
import TableStore
import TestSupport
import Testing

/// The declared tables against the schema document's data, field by field, and against each other.
@Suite struct SchemaDocumentTests {
  /// The part of schema.json that declarations repeat.
  private struct Document: Decodable {
    struct Table: Decodable {
      var name: String
      var domain: String
      var columns: [Column]
      var primaryKey: [String]
      var indexes: [Index]
      var foreignKeys: [ForeignKey]
      var scope: Scope
      var references: [Reference]?
    }
    struct Column: Decodable {
      var name: String
      var type: String
      var nullable: Bool
      var `default`: String?
      var collation: String?
      var onUpdate: String?
    }
    struct Index: Decodable {
      struct Part: Decodable, Equatable {
        var column: String
        var prefix: Int?
      }
      var name: String
      var kind: String
      var columns: [Part]
    }
    struct ForeignKey: Decodable {
      struct Target: Decodable {
        var table: String
        var column: String
      }
      var name: String
      var column: String
      var references: Target
      var onDelete: String?
    }
    struct Scope: Decodable {
      var kind: String
      var column: String?
    }
    struct Reference: Decodable {
      var column: String
      var table: String
    }
    var tables: [Table]
  }

  private func document(for test: String = #function) throws -> [String: Document.Table]? {
    guard let file = sharedFile("schema/schema.json", for: test) else { return nil }
    let tables = try JSONDecoder().decode(Document.self, from: Data(contentsOf: file)).tables
    return Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
  }

  @Test func columnsAreTheDocuments() throws {
    guard let document = try document() else { return }
    for schema in Blazz.tables.map({ $0.schema }) {
      let table = try #require(document[schema.name])
      #expect(schema.domain == table.domain)
      #expect([schema.columns[schema.primaryKey].name] == table.primaryKey)
      #expect(schema.columns.map(\.name) == table.columns.map(\.name))
      for (column, expected) in zip(schema.columns, table.columns) {
        let name = "\(schema.name).\(column.name)"
        #expect(column.type.sqlName == expected.type, "\(name)")
        #expect(column.isNullable == expected.nullable, "\(name)")
        #expect(column.defaultValue.sqlText == expected.default, "\(name)")
        #expect(column.updatesTimestamp == (expected.onUpdate != nil), "\(name)")
        #expect((column.collation == .binary) == (expected.collation == "utf8mb4_bin"), "\(name)")
      }
    }
  }

  @Test func indexesAreTheDocuments() throws {
    guard let document = try document() else { return }
    for schema in Blazz.tables.map({ $0.schema }) {
      let table = try #require(document[schema.name])
      let documented = schema.indexes.filter { !$0.isOwn }
      #expect(documented.map(\.name) == table.indexes.map(\.name))
      for (index, expected) in zip(documented, table.indexes) {
        let parts = index.parts.map { Document.Index.Part(column: schema.columns[$0.column].name, prefix: $0.prefix) }
        #expect(parts == expected.columns, "\(index.name)")
        #expect(index.kind.rawValue == expected.kind, "\(index.name)")
      }
    }
  }

  /// Indexes that the document lacks have ids and names of their own, and none is the beginning of another.
  @Test func ownIndexesAreApart() {
    var count = 0
    for schema in Blazz.tables.map({ $0.schema }) {
      for index in schema.indexes {
        #expect(index.isOwn == (index.id >= 0x80) && index.isOwn == index.name.hasPrefix("own_"), "\(index.name)")
        #expect(index.isOwn || index.conditionText(in: schema) == nil, "\(index.name)")
        guard index.isOwn else { continue }
        count += 1
        #expect(!schema.createTable().contains(index.name))
        // The workspace stands in front of every index of its tables.
        func columns(_ index: IndexDefinition) -> [IndexPart] {
          index.parts.filter { schema.columns[$0.column].name != "workspace_id" }
        }
        for other in schema.indexes
        where other.id != index.id && other.kind != .fulltext && other.isAcross == index.isAcross {
          let isCovered =
            columns(other).starts(with: columns(index)) && (!other.isOwn || other.conditionText(in: schema) == nil)
          #expect(!isCovered || index.conditionText(in: schema) != nil, "\(index.name) is in \(other.name)")
        }
      }
    }
    #expect(count == 32)
  }

  @Test func foreignKeysAreTheDocuments() throws {
    guard let document = try document() else { return }
    for schema in Blazz.tables.map({ $0.schema }) {
      let table = try #require(document[schema.name])
      let declared = schema.columns.filter { $0.reference?.foreignKey != nil }
      #expect(Set(declared.map { $0.reference!.foreignKey! }) == Set(table.foreignKeys.map(\.name)), "\(schema.name)")
      for expected in table.foreignKeys {
        let column = try #require(declared.first { $0.reference?.foreignKey == expected.name })
        let target = try #require((column.reference?.target as? any Table.Type)?.schema)
        #expect(column.name == expected.column)
        #expect(target.name == expected.references.table)
        #expect(target.columns[target.primaryKey].name == expected.references.column)
        #expect(column.reference?.onDelete.rawValue == (expected.onDelete ?? "restrict"), "\(expected.name)")
      }
    }
  }

  /// References that SQL does not declare are declared here, so that a workspace's border holds: all of them, and no
  /// others, as far as the target is among the tables.
  @Test func referencesAreTheDocuments() throws {
    guard let document = try document() else { return }
    let known = Set(Blazz.tables.map { $0.schema.name })
    for schema in Blazz.tables.map({ $0.schema }) {
      let table = try #require(document[schema.name])
      var expected: [String: String] = [:]
      for reference in table.references ?? [] { expected[reference.column] = reference.table }
      for key in table.foreignKeys { expected[key.column] = key.references.table }
      var declared: [String: String] = [:]
      for (ordinal, column) in schema.columns.enumerated() where ordinal != schema.primaryKey {
        declared[column.name] = (column.reference?.target as? any Table.Type)?.schema.name
      }
      #expect(declared == expected.filter { known.contains($0.value) }, "\(schema.name)")
    }
  }

  @Test func scopesAreTheDocuments() throws {
    guard let document = try document() else { return }
    for schema in Blazz.tables.map({ $0.schema }) {
      let expected = try #require(document[schema.name]).scope
      switch schema.scope {
      case .global: #expect(expected.kind == "global", "\(schema.name)")
      case .workspace: #expect(expected.kind == "workspace", "\(schema.name)")
      case .inherited(let column):
        #expect(expected.kind == "inherited" && expected.column == column, "\(schema.name)")
      case .referred: #expect(expected.kind == "inherited" && expected.column == nil, "\(schema.name)")
      }
      #expect(schema.scopeColumn.map { schema.columns[$0].name } == expected.column, "\(schema.name)")
    }
  }

  @Test func tableIDsAreUnique() {
    let ids = Blazz.tables.map { $0.schema.id }
    #expect(Set(ids).count == ids.count)
    #expect(Set(Blazz.tables.map { $0.schema.name }).count == ids.count)
  }

  /// A table that is declared and not listed would be in no store.
  @Test func everyDeclaredTableIsListed() throws {
    let sources = packageRoot.appending(path: "Sources/BlazzDB")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var declared: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: /(?m)^@Table\("([^"]+)"/) {
        declared.insert(String(match.output.1))
        let domain = file.deletingLastPathComponent().lastPathComponent.lowercased()
        let schema = Blazz.tables.first { $0.schema.name == match.output.1 }?.schema
        #expect(schema?.domain == domain, "\(match.output.1)")
      }
    }
    #expect(declared == Set(Blazz.tables.map { $0.schema.name }))
  }
}
