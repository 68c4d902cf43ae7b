@testable import TableStore

/// Why a statement is refused: what the error must say.
struct ModelRefusal: Hashable, CustomStringConvertible {
  var code: StoreError.Code
  var column: String?
  var constraint: String?

  init(_ code: StoreError.Code, column: String? = nil, constraint: String? = nil) {
    self.code = code
    self.column = column
    self.constraint = constraint
  }

  /// Whether MySQL refuses it too: it knows no workspaces, and no references but declared ones.
  var isMySQLs: Bool {
    switch code {
    case .crossesScope, .notFound: false
    case .missingReference, .duplicate: constraint != nil
    default: true
    }
  }

  /// Whether an error says this.
  func matches(_ error: StoreError) -> Bool {
    code == error.code && (column == nil || column == error.column) && constraint == error.constraint
  }

  var description: String { "\(code.rawValue) \(column ?? "-") \(constraint ?? "-")" }
}

/// What should become of a statement.
enum ModelOutcome<Result> {
  case done(Result)
  /// Refused for one of these reasons; where several hold, any of them may be told.
  case refused(Set<ModelRefusal>)
}
