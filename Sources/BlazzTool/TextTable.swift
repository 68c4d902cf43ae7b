/// Rows as aligned columns of text.
struct TextTable {
  private var rows: [[String]]
  private let widest: Int

  /// A table with its heads; cells that take more than `widest` columns of the screen are cut.
  init(_ heads: [String], widest: Int = 60) {
    rows = [heads]
    self.widest = widest
  }

  /// Appends a row of as many cells as there are heads.
  mutating func append(_ cells: [String]) { rows.append(cells) }

  /// The table: heads, a line, the rows.
  var text: String {
    let shown = rows.map { $0.map { Self.width($0) > widest ? cut($0) : $0 } }
    let widths = shown[0].indices.map { column in shown.map { Self.width($0[column]) }.max() ?? 0 }
    let lines = shown.map { cells in
      zip(cells, widths).map { cell, width in cell + String(repeating: " ", count: width - Self.width(cell)) }
        .joined(separator: "  ")
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    let trimmed = ([lines[0], rule] + lines.dropFirst()).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    return trimmed.joined(separator: "\n") + "\n"
  }

  private func cut(_ cell: String) -> String {
    var width = 0
    return String(
      cell.prefix {
        width += Self.width($0)
        return width < widest
      }) + "…"
  }

  private static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

  /// Two columns for East Asian wide characters and emoji (Unicode Standard Annex 11), one for others.
  private static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      let isMark = scalar.properties.generalCategory == .nonspacingMark
      return isMark || scalar.properties.isDefaultIgnorableCodePoint ? 0 : 1
    }
  }
}
