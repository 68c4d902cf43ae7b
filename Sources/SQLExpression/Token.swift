/// A piece of a text that the grammar does not look into.
struct Token {
  enum Kind: Equatable {
    /// The end of the text.
    case end
    /// A reserved word, or `&&` and `||`.
    case keyword(Keyword)
    /// A name without backticks.
    case word(String)
    /// A name in backticks, unescaped.
    case name(String)
    /// Text in quotes, unescaped, with the texts right behind it.
    case text(String)
    /// A hexadecimal literal.
    case bytes([UInt8])
    /// A number without a sign, in the form of `Literal.number`.
    case number(String)
    case comparison(Comparison)
    /// `!`
    case bang
    /// One of the other characters.
    case symbol(Unicode.Scalar)
  }

  var kind: Kind
  /// Where it stands.
  var range: Range<Int>
}

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
