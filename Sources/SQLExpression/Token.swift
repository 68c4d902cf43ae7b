/// A piece of a text that the grammar does not look into.
struct Token {
  enum Kind: Equatable {
    /// The end of the text.
    case end
    /// A reserved word, or `||` as OR.
    case keyword(Keyword)
    /// `&&`: AND, but not that of a BETWEEN.
    case doubleAmpersand
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
