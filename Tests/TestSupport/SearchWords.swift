/// A text cut into the words of a search at once, by the definition: what a parser that goes through it must find.
///
/// The text has no operators, phrases and groups.
public struct SearchWords {
  private let scalars: [Unicode.Scalar]

  /// A text.
  public init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The words in boolean mode.
  public var boolean: [String] { words.map(\.whole) }

  /// The words in natural mode: the parts of each word, and the word where it has several.
  public var natural: [String] { words.flatMap { $0.parts.count > 1 ? $0.parts + [$0.whole] : $0.parts } }

  private var words: [(whole: String, parts: [String])] {
    scalars.indices.split { !isWithin($0) }.compactMap { places in
      let parts = places.split { Self.joiners.contains(scalars[$0]) || scalars[$0] == "/" }
      return Self.core(scalars[places]).map { ($0, parts.compactMap { Self.core(scalars[$0]) }) }
    }
  }

  private static let joiners = "'’ʼ.@‐‑-+<>~".unicodeScalars

  private func isWithin(_ place: Int) -> Bool {
    let scalar = scalars[place]
    if Self.isEdge(scalar) || Self.joiners.contains(scalar) { return true }
    if scalar == "/" { return isDecimal(place - 1) && isDecimal(place + 1) }
    return scalar.properties.generalCategory == .format && scalar != "\u{200B}"
  }

  private func isDecimal(_ place: Int) -> Bool {
    scalars.indices.contains(place) && scalars[place].properties.numericType == .decimal
  }

  /// From the first letter, number, mark or underscore to the last; `nil` without a letter and a number.
  private static func core(_ part: ArraySlice<Unicode.Scalar>) -> String? {
    guard part.contains(where: isLetter) else { return nil }
    let end = part.reversed().drop { !isEdge($0) }.count
    return String(String.UnicodeScalarView(part.prefix(end).drop { !isEdge($0) }))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let name = "\(scalar.properties.generalCategory)"
    return scalar != "ʼ" && (name.hasSuffix("Letter") || name.hasSuffix("Number"))
  }

  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || scalar == "_" || "\(scalar.properties.generalCategory)".hasSuffix("Mark")
  }
}
