internal import SwiftSyntax
internal import SwiftSyntaxBuilder

extension TableMacro {
  var indexAlias: DeclSyntax {
    """
    /// An index of this table.
    \(raw: access)typealias Index = TableIndex<\(raw: type)>
    """
  }

  /// One typed column a property.
  var columnsType: DeclSyntax {
    let lets = properties.enumerated().map { ordinal, property in
      let options = property.columnOptions
      let tail = options.isEmpty ? "" : ", ColumnOptions(\(options))"
      return
        (property.documentation + [
          "\(access)let \(property.name) = Column<\(type), \(property.type)>(\"\(property.sqlName)\", \(ordinal)\(tail))"
        ]).joined(separator: "\n  ")
    }
    return """
      /// The typed columns of the table.
      \(raw: access)struct Columns: Sendable {
        \(raw: lets.joined(separator: "\n  "))
      }
      """
  }

  /// The values of a row that is about to be inserted.
  var draftType: DeclSyntax {
    var fields: [String] = []
    var parameters: [String] = []
    var values: [String] = []
    for property in properties {
      let name = property.name
      let optional = property.isOptional ? property.type : property.type + "?"
      var fieldType = property.type
      var standIn: String? = "nil"
      var value = name
      switch property.filling(scopeColumn: scopeColumn) {
      case .required: standIn = nil
      case .expression(let expression): standIn = expression
      case .key: (fieldType, value) = (optional, "fill.key(\(name))")
      case .scope: (fieldType, value) = (optional, "fill.scope(\(name), for: \(property.type).self)")
      case .time: (fieldType, value) = (optional, "\(name) ?? fill.now")
      case .uuid: (fieldType, value) = (optional, "\(name) ?? fill.uuid()")
      }
      fields.append((property.documentation + ["\(access)var \(name): \(fieldType)"]).joined(separator: "\n  "))
      parameters.append("\(name): \(fieldType)" + (standIn.map { " = \($0)" } ?? ""))
      values.append("\(name): \(value)")
    }
    return """
      /// A row before it is stored: what is left out is filled by the store or has a default.
      \(raw: access)struct Draft: TableDraft {
        \(raw: fields.joined(separator: "\n  "))

        /// The values of a new row.
        \(raw: access)init(\(raw: parameters.joined(separator: ", "))) {
          \(raw: properties.map { "self.\($0.name) = \($0.name)" }.joined(separator: "\n    "))
        }

        /// The whole row.
        \(raw: access)func row(_ fill: DraftFill) -> \(raw: type) {
          \(raw: type)(\(raw: values.joined(separator: ", ")))
        }
      }
      """
  }

  /// The conformance to `Table`.
  ///
  /// A row is read into constants and made at once: assigned field by field it would be copied as a whole in the end.
  var conformance: String {
    let reads = properties.map { property in
      if isStored(property) { return "let \(property.name) = try \(property.type).read(from: &row)" }
      let source = property.isPrimaryKey ? "key" : "scope"
      return "let \(property.name) = try row.\(source)(\(property.type).self)"
    }
    let arguments = properties.map { "\($0.name): \($0.name)" }.joined(separator: ", ")
    let writes = properties.filter(isStored).map { "try \($0.name).write(to: &row)" }
    let ownScope = properties.first { $0.sqlName == scopeColumn }.map { "\($0.name).scope" } ?? "nil"
    let ordinal = properties.firstIndex(where: \.isPrimaryKey)!
    return """
      extension \(type): Table {
        \(access)typealias Key = \(primaryKey.type)
        \(access)static let columns = Columns()
        \(access)static let schema = TableSchema(
          name: \(name), id: \(id), domain: "\(domain)", scope: \(scope),
          columns: [\(properties.map { "columns.\($0.name).definition" }.joined(separator: ", "))],
          primaryKey: \(ordinal), indexes: [\(indexes.map { "\($0).definition" }.joined(separator: ", "))])
        \(access)var primaryKey: Key { \(primaryKey.name) }
        \(access)var ownScope: Scope? { \(ownScope) }
        \(access)init(from row: inout RowReader) throws(StoreError) {
          \(reads.joined(separator: "\n    "))
          self.init(\(arguments))
        }
        \(access)func write(to row: inout RowWriter) throws(StoreError) {
          \(writes.joined(separator: "\n    "))
        }
      }
      """
  }
}
