internal import SwiftSyntaxBuilder
public import SwiftSyntax
public import SwiftSyntaxMacros

/// `@Table`: makes a struct a table. It reads the properties and emits columns, a draft, and the two straight-line
/// functions that read and write a row; every decision is left to ordinary functions of `TableStore`.
public struct TableMacro {
  let name: String
  let id: String
  let scope: String
  let type: String
  let access: String
  let properties: [ColumnProperty]
  let indexes: [String]
  /// The folder of the file that declares the table, in lower case.
  let domain: String

  init(
    _ attribute: AttributeSyntax, _ declaration: some DeclGroupSyntax, in context: some MacroExpansionContext
  ) throws {
    guard let structure = declaration.as(StructDeclSyntax.self) else { throw TableMacroError.needsStruct }
    guard let arguments = attribute.arguments?.as(LabeledExprListSyntax.self),
      let name = arguments.first?.expression.trimmedDescription,
      let id = arguments.first(where: { $0.label?.text == "id" })?.expression.trimmedDescription
    else { throw TableMacroError.needsArguments }
    self.name = name
    self.id = id
    scope = arguments.first { $0.label?.text == "scope" }?.expression.trimmedDescription ?? ".global"
    type = structure.name.text
    let levels = structure.modifiers.map(\.name.text).filter { ["public", "package"].contains($0) }
    access = levels.first.map { $0 + " " } ?? ""
    properties = try structure.memberBlock.members.compactMap { try ColumnProperty($0) }
    indexes = structure.memberBlock.members.compactMap(Self.indexName)
    let file = context.location(of: declaration, at: .afterLeadingTrivia, filePathMode: .filePath)?.file
    domain = file.map { Self.folder(of: $0.trimmedDescription) } ?? ""
    guard properties.count(where: \.isPrimaryKey) == 1 else { throw TableMacroError.needsPrimaryKey }
  }

  /// The last folder of a path in quotes.
  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().last?.lowercased() ?? ""
  }

  /// The name of `static let name = Index…`; `nil` for any other member.
  private static func indexName(_ member: MemberBlockItemSyntax) -> String? {
    guard let variable = member.decl.as(VariableDeclSyntax.self),
      variable.modifiers.contains(where: { $0.name.tokenKind == .keyword(.static) }),
      let binding = variable.bindings.first,
      let call = binding.initializer?.value.as(FunctionCallExprSyntax.self)
    else { return nil }
    let callee = call.calledExpression.trimmedDescription
    guard callee == "Index" || callee.hasPrefix("Index.") else { return nil }
    return binding.pattern.trimmedDescription
  }
}

extension TableMacro {
  /// The SQL name of the column that names the tenant and lies in the row's key.
  var scopeColumn: String? { scope == ".workspace" ? "workspace_id" : nil }

  var primaryKey: ColumnProperty { properties.first(where: \.isPrimaryKey)! }

  /// The properties whose columns are stored in the row itself.
  func isStored(_ property: ColumnProperty) -> Bool {
    !(property.isPrimaryKey && property.isNumber) && property.sqlName != scopeColumn
  }
}

extension TableMacro: MemberMacro {
  /// What goes into the struct: `Index`, `Columns` and `Draft`.
  public static func expansion(
    of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
    conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    let table = try TableMacro(node, declaration, in: context)
    return [table.indexAlias, table.columnsType, table.draftType]
  }
}

extension TableMacro: ExtensionMacro {
  /// The conformance to `Table`.
  public static func expansion(
    of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
    providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
    in context: some MacroExpansionContext
  ) throws -> [ExtensionDeclSyntax] {
    // A mistake in the declaration is reported once, by the member role.
    guard let table = try? TableMacro(node, declaration, in: context) else { return [] }
    return [try ExtensionDeclSyntax("\(raw: table.conformance)")]
  }
}

/// What is wrong with a declaration.
enum TableMacroError: Error, CustomStringConvertible {
  case needsStruct
  case needsArguments
  case needsPrimaryKey
  case needsType(String)

  var description: String {
    switch self {
    case .needsStruct: "@Table belongs to a struct"
    case .needsArguments: "@Table takes the table's SQL name and its id: @Table(\"chats\", id: 8)"
    case .needsPrimaryKey: "a table has one primary key: a property called id, or one with @Column(primaryKey: true)"
    case .needsType(let name): "a column is a single var with its type spelled out: var \(name): String"
    }
  }
}
