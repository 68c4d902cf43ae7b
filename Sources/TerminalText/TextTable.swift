/// Rows as aligned columns of text, printed while they come: the first rows decide how wide the columns are, and only these
/// are kept. A later cell that is wider pushes the rest of its line.
package struct TextTable {
  /// How many rows are looked at before the first is printed.
  package static let sampleCount = 300
  /// The least columns that a wide cell is cut to where the screen is narrow.
  private static let narrowest = 8

  private struct Column {
    var head: CellText
    var isNumber: Bool
    var limit: Int
    var width = 0
  }

  private var columns: [Column]
  private var sample: [[CellText?]]? = []
  private let terminal: Terminal

  /// A table with its heads.
  ///
  /// - Parameters:
  ///   - numbers: the places of the columns that stand to the right and are never cut.
  ///   - widest: cells that take more columns of the screen are cut.
  package init(
    _ heads: [String], numbers: some Sequence<Int> = EmptyCollection<Int>(), widest: Int = 60,
    terminal: Terminal = .output
  ) {
    let numbers = Set(numbers)
    self.terminal = terminal
    columns = heads.enumerated().map { place, head in
      let isNumber = numbers.contains(place)
      return Column(head: CellText(head, limit: .max), isNumber: isNumber, limit: isNumber ? .max : widest)
    }
  }

  /// Takes a row of as many cells as there are heads, `nil` for NULL, and gives what can be printed by now.
  package mutating func append(_ cells: [String?]) -> String {
    let row = zip(cells, columns).map { cell, column in cell.map { CellText($0, limit: column.limit) } }
    guard sample != nil else { return line(row) }
    sample?.append(row)
    return sample?.count == Self.sampleCount ? begin() : ""
  }

  /// Gives what is left to be printed behind the last row.
  package mutating func finish() -> String { sample == nil ? "" : begin() }

  /// Decides the widths and gives heads, a line and the rows so far.
  private mutating func begin() -> String {
    let rows = sample ?? []
    sample = nil
    for place in columns.indices {
      let cells = rows.map { $0[place]?.width ?? Self.null.width }
      columns[place].width = max(columns[place].head.width, cells.max() ?? 0)
    }
    let isNarrowed = fitScreen()
    let heads = line(columns.map(\.head), isHead: true)
    let rule = columns.map { String(repeating: "─", count: $0.width) }.joined(separator: "  ") + "\n"
    let shown =
      !isNarrowed
      ? rows
      : rows.map { row in
        zip(row, columns).map { cell, column in cell.map { CellText($0.text, limit: column.limit) } }
      }
    return heads + rule + shown.map { line($0) }.joined()
  }

  /// Makes the widest columns narrower until the lines fit the screen or cannot become shorter; says whether it did.
  private mutating func fitScreen() -> Bool {
    guard let screen = terminal.columns else { return false }
    var surplus = columns.reduce(2 * (columns.count - 1) - screen) { $0 + $1.width }
    guard surplus > 0 else { return false }
    while surplus > 0 {
      let narrowable = columns.indices.filter { place in
        !columns[place].isNumber && columns[place].width > max(Self.narrowest, columns[place].head.width)
      }
      guard let widest = narrowable.max(by: { columns[$0].width < columns[$1].width }) else { break }
      columns[widest].width -= 1
      surplus -= 1
    }
    for place in columns.indices where !columns[place].isNumber { columns[place].limit = columns[place].width }
    return true
  }

  private static let null = CellText("NULL", limit: .max)

  private func line(_ cells: [CellText?], isHead: Bool = false) -> String {
    var line = ""
    var padding = 0
    for (cell, column) in zip(cells, columns) {
      let shown = cell ?? Self.null
      let room = max(0, column.width - shown.width)
      // Nothing stands behind the last cell that is seen.
      let isSeen = shown.text.contains { $0 != " " }
      let text = isHead ? terminal.bold(shown.text) : cell == nil ? terminal.dim(shown.text) : shown.text
      if isSeen {
        line += String(repeating: " ", count: padding + (column.isNumber ? room : 0)) + text
        padding = (column.isNumber ? 0 : room) + 2
      } else {
        padding += shown.width + room + 2
      }
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line + "\n"
  }
}

extension TextTable {
  /// Takes rows that are all there and gives the whole table.
  package static func text(
    _ heads: [String], _ rows: [[String?]], numbers: some Sequence<Int> = EmptyCollection<Int>(), widest: Int = 60
  ) -> String {
    var table = TextTable(heads, numbers: numbers, widest: widest)
    var text = ""
    for row in rows { text += table.append(row) }
    return text + table.finish()
  }
}
