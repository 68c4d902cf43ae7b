/// SQL with names for a subject's values.
struct SQLText {
  /// Text, and behind each piece but the last the name of a value.
  private var pieces: [Substring] = []
  /// Each name once, in the order in which they come first.
  private(set) var names: [String] = []
  private var order: [String] = []

  init(_ sql: String) {
    var rest = sql[...]
    var from = rest.startIndex
    while let colon = rest[from...].firstIndex(of: ":") {
      let name = String(rest[rest.index(after: colon)...].prefix { $0.isLetter })
      from = rest.index(colon, offsetBy: name.count + 1)
      // Texts have colons too.
      guard Subject.names.contains(name) else { continue }
      pieces.append(rest[..<colon])
      order.append(name)
      if !names.contains(name) { names.append(name) }
      rest = rest[from...]
    }
    pieces.append(rest)
  }

  /// The text with a subject's values in the places of the names.
  func filled(_ subject: Subject) -> String {
    zip(pieces, order).reduce(into: "") { text, part in
      text += part.0
      switch subject.value(named: part.1) {
      case .number(let number): text += "\(number)"
      case .time(let seconds): text += "'\(Moment.text(seconds))'"
      case .text(let value): text += "'\(value.replacing("\\", with: "\\\\").replacing("'", with: "''"))'"
      }
    } + pieces.last!
  }
}
