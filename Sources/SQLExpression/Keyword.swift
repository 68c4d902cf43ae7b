/// Words that are no names, unless in backticks.
enum Keyword: String {
  case and = "AND"
  case or = "OR"
  case not = "NOT"
  case `in` = "IN"
  case `is` = "IS"
  case null = "NULL"
  case like = "LIKE"
  case between = "BETWEEN"
  case `true` = "TRUE"
  case `false` = "FALSE"
  // Reserved so that the error can say that they are not supported.
  case xor = "XOR"
  case regexp = "REGEXP"
  case rlike = "RLIKE"
  case div = "DIV"
  case mod = "MOD"
  case collate = "COLLATE"
  case select = "SELECT"
  case `case` = "CASE"

  /// The longest keyword's bytes.
  private static let longest = 7

  /// The keyword that `bytes` spell in any letter case.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= Self.longest else { return nil }
    self.init(rawValue: String(decoding: bytes.map(\.capital), as: UTF8.self))
  }

  /// Whether the grammar has no place for it.
  var isUnsupported: Bool {
    switch self {
    case .xor, .regexp, .rlike, .div, .mod, .collate, .select, .case: true
    default: false
    }
  }
}
