internal import ArgumentParser
internal import BlazzDB
internal import TableStore
internal import TerminalText

/// `blazz stats`: what a store's file is made of.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Shows sizes: of the file, of its pages, of tables and indexes.",
    discussion: """
      As JSON, an object: "path", "fileBytes", "mapBytes" (what the file may grow to), "pageBytes", "pages", "usedPages", \
      "freePages", "lastTransaction", "readers": {"used", "max"} (places that are or once were taken, this look's \
      included), "tables", "rows", "rowBytes", "indexes", "indexEntries", "indexBytes", and the ten largest of each: \
      "largestTables": [{"name", "rows", "rowBytes", "indexBytes"}], "largestIndexes": [{"table", "name", "entries", \
      "bytes"}]. Bytes are those of keys and values; pages have room beside them. "activeReaders": [{"process", \
      "transaction", "commitsBehind"}] are the reads under way, oldest state first, and "heldBackPages" the free pages \
      that nobody may use again before the oldest of them has ended.
      """)

  @OptionGroup var store: StoreArgument
  @OptionGroup var format: FormatOption

  func validate() throws { try format.validate(among: [.table, .json, .jsonl]) }

  func run() throws {
    let statistics = try store.open().statistics()
    var output = Output()
    try output.write(format.resolved == .table ? statistics.text : statistics.json + "\n")
    try output.flush()
  }
}

extension StoreStatistics {
  /// An index with the table that it belongs to.
  private struct OwnedIndex {
    var table: String
    var index: IndexSize
  }

  private static let shownCount = 10

  private var largestTables: [Table] {
    let sorted = tables.filter { $0.rows > 0 }.sorted { left, right in
      let (first, second) = (left.rowBytes + left.indexBytes, right.rowBytes + right.indexBytes)
      return first == second ? left.name < right.name : first > second
    }
    return Array(sorted.prefix(Self.shownCount))
  }

  private var largestIndexes: [OwnedIndex] {
    let indexes = tables.flatMap { table in table.indexes.map { OwnedIndex(table: table.name, index: $0) } }
    let sorted = indexes.filter { $0.index.entries > 0 }.sorted { left, right in
      left.index.bytes == right.index.bytes
        ? (left.table, left.index.name) < (right.table, right.index.name) : left.index.bytes > right.index.bytes
    }
    return Array(sorted.prefix(Self.shownCount))
  }

  private var indexCount: Int { tables.reduce(0) { $0 + $1.indexes.count } }

  /// The object that the help documents.
  fileprivate var json: String {
    let tables = largestTables.map { table in
      JSONText.object([
        ("name", JSONText.string(table.name)), ("rows", "\(table.rows)"), ("rowBytes", "\(table.rowBytes)"),
        ("indexBytes", "\(table.indexBytes)"),
      ])
    }
    let indexes = largestIndexes.map { owned in
      JSONText.object([
        ("table", JSONText.string(owned.table)), ("name", JSONText.string(owned.index.name)),
        ("entries", "\(owned.index.entries)"), ("bytes", "\(owned.index.bytes)"),
      ])
    }
    return JSONText.object([
      ("path", JSONText.string(path)), ("fileBytes", "\(fileBytes)"), ("mapBytes", "\(mapBytes)"),
      ("pageBytes", "\(pageBytes)"), ("pages", "\(pages)"), ("usedPages", "\(usedPages)"),
      ("freePages", "\(freePages)"), ("lastTransaction", "\(lastTransaction)"),
      ("readers", JSONText.object([("used", "\(readers)"), ("max", "\(maxReaders)")])),
      ("tables", "\(self.tables.count)"), ("rows", "\(rows)"), ("rowBytes", "\(rowBytes)"),
      ("indexes", "\(indexCount)"), ("indexEntries", "\(indexEntries)"), ("indexBytes", "\(indexBytes)"),
      ("largestTables", JSONText.array(tables)), ("largestIndexes", JSONText.array(indexes)),
      ("activeReaders", JSONText.array(activeReaders.map(\.json))), ("heldBackPages", "\(heldBackPages)"),
    ])
  }

  /// The same for eyes.
  fileprivate var text: String {
    let facts = [
      ("file", path), ("file size", "\(fileBytes) bytes"), ("may grow to", "\(mapBytes) bytes"),
      ("pages", "\(pages) of \(pageBytes) bytes: \(usedPages) used, \(freePages) free"),
      ("last transaction", "\(lastTransaction)"), ("readers", "\(readers) of \(maxReaders) places used"),
      (
        "reads under way",
        activeReaders.isEmpty ? "none" : "\(activeReaders.count); \(heldBackPages) free pages held back"
      ),
      ("tables", "\(tables.count) with \(rows) rows, \(rowBytes) bytes"),
      ("indexes", "\(indexCount) with \(indexEntries) entries, \(indexBytes) bytes"),
    ]
    var text = ""
    for (name, value) in facts {
      text += name + String(repeating: " ", count: 18 - name.count) + CellText(value, limit: .max).text + "\n"
    }
    if !activeReaders.isEmpty {
      let readers = activeReaders.prefix(Self.shownCount).map {
        ["\($0.process)", "\($0.transaction)", "\($0.commitsBehind)"]
      }
      text +=
        "\n" + TextTable.text(["oldest reads' process", "transaction", "commits behind"], readers, numbers: 0...2)
    }
    guard rows > 0 else { return text }
    let tables = largestTables.map { [$0.name, "\($0.rows)", "\($0.rowBytes)", "\($0.indexBytes)"] }
    let indexes = largestIndexes.map { [$0.table, $0.index.name, "\($0.index.entries)", "\($0.index.bytes)"] }
    text += "\n" + TextTable.text(["largest tables", "rows", "bytes of rows", "of indexes"], tables, numbers: 1...3)
    return text + "\n" + TextTable.text(["table", "largest indexes", "entries", "bytes"], indexes, numbers: 2...3)
  }
}

extension StoreStatistics.Reader {
  fileprivate var json: String {
    JSONText.object([
      ("process", "\(process)"), ("transaction", "\(transaction)"), ("commitsBehind", "\(commitsBehind)"),
    ])
  }
}
