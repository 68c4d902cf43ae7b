internal import UnicodeText

/// What can be told of a text by its collation key.
enum KeyText {
  /// The letters that have the key's units, as far as they are ASCII; "…" for a run of others.
  static func shown(_ key: [UInt8]) -> String {
    var text = ""
    for byte in key {
      switch characters[byte] {
      case let character?: text.append(character)
      case nil where byte == UnicodeCI.end: return text
      case nil: if !text.hasSuffix("…") { text.append("…") }
      }
    }
    return text
  }

  /// The ASCII character, letters in lower case, whose whole unit a byte is.
  private static let characters: [UInt8: Character] = {
    var found: [UInt8: Character] = [:]
    for value in UInt8(0x20)..<0x7F {
      let character = Character(Unicode.Scalar(value))
      let key = UnicodeCI.key(of: String(character))
      if key.count == 2, !character.isUppercase { found[key[0]] = character }
    }
    found[0x0C] = " "
    return found
  }()
}
