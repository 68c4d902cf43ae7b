internal import SwiftSyntax

/// A stored property of a table's struct, as its syntax shows it.
struct ColumnProperty {
  /// Who fills the column when a draft leaves it out.
  enum Filling {
    /// The draft must say.
    case required
    /// The expression stands in.
    case expression(String)
    /// The store gives the next number.
    case key
    /// The store gives the tenant.
    case scope
    /// The store gives the time of the statement.
    case time
    /// The store makes a UUID.
    case uuid
  }

  let name: String
  let type: String
  /// The documentation above the property, line by line.
  let documentation: [String]
  private let options: [(label: String?, expression: String)]
  private let initializer: String?

  init?(_ member: MemberBlockItemSyntax) throws {
    guard let variable = member.decl.as(VariableDeclSyntax.self),
      !variable.modifiers.contains(where: { $0.name.tokenKind == .keyword(.static) }),
      let binding = variable.bindings.first, binding.accessorBlock == nil
    else { return nil }
    guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
      let type = binding.typeAnnotation?.type, variable.bindings.count == 1,
      variable.bindingSpecifier.tokenKind == .keyword(.var)
    else { throw TableMacroError.needsType(binding.pattern.trimmedDescription) }
    self.name = name
    self.type = type.trimmedDescription
    initializer = binding.initializer?.value.trimmedDescription
    let attribute = variable.attributes.lazy.compactMap { $0.as(AttributeSyntax.self) }
      .first { $0.attributeName.trimmedDescription == "Column" }
    options =
      attribute?.arguments?.as(LabeledExprListSyntax.self)?.map {
        ($0.label?.text, $0.expression.trimmedDescription)
      } ?? []
    documentation = variable.leadingTrivia.compactMap {
      if case .docLineComment(let line) = $0 { line } else { nil }
    }
  }
}

extension ColumnProperty {
  private func option(_ label: String) -> String? { options.first { $0.label == label }?.expression }

  /// The SQL name.
  var sqlName: String { option("name").map { $0.trimmingQuotes } ?? name.snakeCase }

  var isOptional: Bool { type.hasSuffix("?") || type.hasPrefix("Optional<") }

  private var isDate: Bool { type == "Date" || type == "Date?" }

  /// Whether the property is the table's key: told so, or called `id`.
  var isPrimaryKey: Bool { option("primaryKey") == "true" || name == "id" }

  /// Whether the key is a number, which lives in the row's key alone.
  var isNumber: Bool { type != "String" }

  /// The arguments of `ColumnOptions`.
  var columnOptions: String {
    var arguments = options.filter { $0.label != "name" && $0.label != "primaryKey" }
      .map { ($0.label.map { "\($0): " } ?? "") + $0.expression }
    if let initializer, option("default") == nil {
      let place = arguments.firstIndex { !$0.hasPrefix(".") || $0.contains(": ") } ?? arguments.count
      arguments.insert("default: .literal(of: (\(initializer)) as \(type))", at: place)
    }
    return arguments.joined(separator: ", ")
  }

  /// Who fills the column when a draft leaves it out.
  ///
  /// - Parameter scopeColumn: the SQL name of the column that names the tenant.
  func filling(scopeColumn: String?) -> Filling {
    if isPrimaryKey && isNumber { return .key }
    if sqlName == scopeColumn { return .scope }
    if option("default") == ".uuid" { return .uuid }
    let isStamp = sqlName == "created_at" || sqlName == "updated_at"
    if option("default") == ".currentTimestamp" || isStamp && isDate { return .time }
    if let initializer { return .expression(initializer) }
    return isOptional ? .expression("nil") : .required
  }
}

extension String {
  fileprivate var trimmingQuotes: String { hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self }
}
