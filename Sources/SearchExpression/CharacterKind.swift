/// What a code point is to a search.
enum CharacterKind: Equatable {
  /// White space and control characters: they part words.
  case blank
  /// A double quote of any style. Each opens a phrase, and closes one that another style has opened.
  case quote
  case open, close, asterisk
  /// `+ - < > ~`: an operator where no word has begun.
  case sign
  /// A letter or a number.
  case letter
  /// A combining mark, or an underscore and its like: part of a word also at its ends.
  case mark
  case other

  init(_ scalar: Unicode.Scalar) { self = scalar.isASCII ? Self(ascii: scalar) : Self(beyondASCII: scalar) }

  private init(ascii scalar: Unicode.Scalar) {
    self =
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": .letter
      case "\0"..." ", "\u{7F}": .blank
      case "\"": .quote
      case "(": .open
      case ")": .close
      case "*": .asterisk
      case "+", "-", "<", ">", "~": .sign
      case "_": .mark
      default: .other
      }
  }

  private init(beyondASCII scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{201C}"..."\u{201F}", "\u{FF02}": self = .quote
    default:
      let properties = scalar.properties
      self =
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
          .letterNumber, .otherNumber:
          .letter
        case .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation: .mark
        case .control: .blank
        default: properties.isWhitespace ? .blank : .other
        }
    }
  }

  /// Whether a word ends here.
  var endsWord: Bool {
    switch self {
    case .blank, .quote, .open, .close, .asterisk: true
    case .sign, .letter, .mark, .other: false
    }
  }
}
