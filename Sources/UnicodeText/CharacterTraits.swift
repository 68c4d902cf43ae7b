internal import CICU

/// What a character is to a tokenizer, by the properties that the linked ICU's Unicode gives it.
package struct CharacterTraits: OptionSet, Hashable, Sendable {
  /// The bits.
  package let rawValue: UInt8

  /// Wraps the bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A letter, a mark or a number of any kind.
  package static let word = CharacterTraits(rawValue: 1)

  /// A decimal digit.
  package static let digit = CharacterTraits(rawValue: 2)

  /// Part of the character that a person sees before it: a mark, a jamo behind the first of its syllable.
  package static let continuing = CharacterTraits(rawValue: 4)

  /// Of a script that sets no space between words, or, as Hangul, joins what a person searches for one by one: Han,
  /// kana, Hangul, Bopomofo, Yi, Thai, Lao, Khmer, Myanmar and their like.
  package static let unspaced = CharacterTraits(rawValue: 8)

  /// An invisible format character that does not separate words: a joiner, a soft hyphen, a mark of direction.
  package static let format = CharacterTraits(rawValue: 16)

  /// The traits of a scalar value.
  package init(of scalar: UInt32) {
    let character = Int32(bitPattern: scalar)
    switch GeneralCategory(rawValue: blazz_u_charType(character)) {
    case .letter, .otherNumber:
      self = .word
    case .mark:
      self = [.word, .continuing]
      return
    case .digit:
      self = [.word, .digit]
      return
    case .format where scalar != zeroWidthSpace:
      self = .format
      return
    default:
      self = []
      return
    }
    guard scalar >= firstThai else { return }
    if Self.isUnspaced(character) { insert(.unspaced) }
    if continuingBreaks.contains(blazz_u_graphemeClusterBreak(character)) { insert(.continuing) }
  }

  private static func isUnspaced(_ character: Int32) -> Bool {
    unspacedScripts.contains(blazz_u_script(character)) || unspacedLineBreaks.contains(blazz_u_lineBreak(character))
  }
}

/// ICU's UCharCategory in the groups that matter here.
private enum GeneralCategory {
  case letter, mark, digit, otherNumber, format, other

  init(rawValue: Int8) {
    self =
      switch rawValue {
      case 1...5: .letter
      case 6...8: .mark
      case 9: .digit
      case 10, 11: .otherNumber
      case 16: .format
      default: .other
      }
  }
}

/// A separator of words although its category is that of the joiners.
private let zeroWidthSpace: UInt32 = 0x200B

/// No unspaced script begins below, and every character that continues another one is a mark there.
private let firstThai: UInt32 = 0x0E00

/// ICU's sets of small numbers as bits, so that membership is a shift.
private struct SmallSet {
  let bits: UInt64

  init(_ members: [Int32]) { bits = members.reduce(0) { $0 | 1 << UInt64($1) } }

  func contains(_ member: Int32) -> Bool { member < 64 && bits >> UInt64(member) & 1 == 1 }
}

/// USCRIPT_BOPOMOFO, HAN, HANGUL, HIRAGANA, KATAKANA, YI.
private let unspacedScripts = SmallSet([5, 17, 18, 20, 22, 41])

/// U_LB_COMPLEX_CONTEXT, which is Thai and its like, and U_LB_CONDITIONAL_JAPANESE_STARTER, which has the mark of long
/// vowels that both kana share.
private let unspacedLineBreaks = SmallSet([24, 37])

/// U_GCB_EXTEND, T, V, SPACING_MARK, ZWJ.
private let continuingBreaks = SmallSet([3, 8, 9, 10, 17])
