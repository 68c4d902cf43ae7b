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
  /// A combining mark or an underscore: part of a word also at its ends.
  case mark
  /// An apostrophe, a hyphen beyond ASCII, a full stop or an `@`: joins words to one that is written without a blank.
  case joiner
  /// An invisible character within a word, such as a soft hyphen.
  case format
  /// Whatever else there is: between two words it parts them, as a blank does, but ends no operand.
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
      case "'", ".", "@": .joiner
      default: .other
      }
  }

  private init(beyondASCII scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{201C}"..."\u{201F}", "\u{FF02}": self = .quote
    case "\u{02BC}", "\u{2010}", "\u{2011}", "\u{2019}": self = .joiner
    // A zero width space parts words although its category is that of the joiners.
    case "\u{200B}": self = .other
    default:
      let properties = scalar.properties
      self =
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
          .letterNumber, .otherNumber:
          .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: .mark
        case .format: .format
        case .control: .blank
        default: properties.isWhitespace ? .blank : .other
        }
    }
  }

  /// Whether an operand ends here.
  var endsOperand: Bool {
    switch self {
    case .blank, .quote, .open, .close, .asterisk: true
    case .sign, .letter, .mark, .joiner, .format, .other: false
    }
  }
}
