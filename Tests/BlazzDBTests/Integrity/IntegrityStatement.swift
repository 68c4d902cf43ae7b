@testable import TableStore

/// One statement on a table, by column ordinals.
enum IntegrityStatement {
  case insert([Int: SQLValue])
  case upsert([Int: SQLValue])
  /// The key is as SQL would write it.
  case update(String, set: [Int: SQLValue])
  case erase(String)
  /// By the typed API: a whole row with the same key.
  case replace([SQLValue])
  case delete(SQLValue)
  case eraseTyped(SQLValue)

  /// The kind, for counts.
  var name: String {
    switch self {
    case .insert: "insert"
    case .upsert: "upsert"
    case .update: "update"
    case .erase: "erase"
    case .replace: "typed update"
    case .delete: "typed delete"
    case .eraseTyped: "typed erase"
    }
  }

  /// The statement in a message, long values cut.
  func description(_ schema: TableSchema) -> String {
    func list(_ values: [Int: SQLValue]) -> String {
      values.sorted { $0.key < $1.key }.map { "\(schema.columns[$0.key].name): \(short($0.value))" }
        .joined(separator: ", ")
    }
    return switch self {
    case .insert(let values), .upsert(let values): "\(name) \(schema.name) [\(list(values))]"
    case .update(let key, let values): "update \(schema.name) '\(key)' [\(list(values))]"
    case .erase(let key): "erase \(schema.name) '\(key)'"
    case .replace(let values): "\(name) \(schema.name) \(values.map { short($0) })"
    case .delete(let key), .eraseTyped(let key): "\(name) \(schema.name) \(short(key))"
    }
  }

  private func short(_ value: SQLValue) -> String {
    let text = "\(value)"
    return text.count <= 90 ? text : "\(text.prefix(80))… (\(text.count))"
  }
}
