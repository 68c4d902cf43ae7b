internal import UnicodeText

/// A part of a word that is joined with its neighbours or not: the whole word, or where a word changes between scripts
/// with and without spaces, what lies between two changes.
struct Stretch {
  /// The bytes of the text.
  let range: Range<Int>

  /// The position of its first character.
  let position: Int

  /// The number of its positions.
  let length: Int

  /// How many digits it has, where it has nothing else; otherwise 0.
  let digitCount: Int

  /// Whether it is of a script without spaces.
  let isUnspaced: Bool

  /// What lies between it and the stretch before it.
  let gap: Gap

  /// Whether it is a number.
  var isNumber: Bool { digitCount > 0 }
}

/// What the bytes between two stretches can join.
struct Gap: OptionSet {
  let rawValue: UInt8

  /// One apostrophe or hyphen: the parts of a name or of a compound.
  static let inner = Gap(rawValue: 1)
  /// One of `. % + - '`: the parts of an address before its `@`.
  static let local = Gap(rawValue: 2)
  /// A full stop or a hyphen: the parts of an address behind its `@`.
  static let domain = Gap(rawValue: 4)
  /// An `@`.
  static let at = Gap(rawValue: 8)
  /// At most one space, hyphen, full stop or slash, with or without `)` before and `(` behind it: the groups of digits
  /// in a phone number.
  static let phone = Gap(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What `bytes` can join; nothing where there are no bytes.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) {
    if bytes.count == 1 {
      self.init(separator: UInt32(bytes[0]))
    } else if bytes.count <= Self.longest {
      self.init(several: bytes)
    } else {
      self = []
    }
  }

  /// `)`, a hyphen of three bytes and `(`.
  private static let longest = 5

  private init(several bytes: UnsafeRawBufferPointer) {
    var text = bytes
    var brackets: Gap = []
    if text.first == UInt8(ascii: ")") {
      text = UnsafeRawBufferPointer(rebasing: text.dropFirst())
      brackets = .phone
    }
    if text.last == UInt8(ascii: "(") {
      text = UnsafeRawBufferPointer(rebasing: text.dropLast())
      brackets = .phone
    }
    guard let separator = Self.onlyScalar(of: text) else {
      self = text.isEmpty ? brackets : []
      return
    }
    self.init(separator: separator)
    if !brackets.isEmpty {
      // Another bracket is no separator.
      self = separator == 0x28 || separator == 0x29 ? [] : intersection(.phone)
    }
  }

  private static func onlyScalar(of text: UnsafeRawBufferPointer) -> UInt32? {
    guard !text.isEmpty else { return nil }
    let point = CodePoint(in: text, at: 0)
    return point.byteCount == text.count && point.isScalar ? point.value : nil
  }

  private init(separator: UInt32) {
    switch separator {
    case 0x2D: self = [.inner, .local, .domain, .phone]
    case 0x27: self = [.inner, .local]
    case 0x2E: self = [.local, .domain, .phone]
    case 0x25, 0x2B: self = .local
    case 0x40: self = .at
    // Space, parentheses, slash, no-break space.
    case 0x20, 0x28, 0x29, 0x2F, 0xA0: self = .phone
    // The typographic and the modifier apostrophe.
    case 0x2019, 0x02BC: self = .inner
    // The hyphen and the non-breaking hyphen.
    case 0x2010, 0x2011: self = [.inner, .phone]
    default: self = []
    }
  }
}
