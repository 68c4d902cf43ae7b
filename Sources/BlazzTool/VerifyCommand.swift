internal import ArgumentParser
internal import BlazzDB
internal import TableStore

/// `blazz verify`: whether everything in a store is as it should be.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Looks through a whole store for faults, and mends them on request.",
    discussion: """
      A line for each fault: the file's pages are looked through, every row is read, every index is held against the rows. It ends with 1 when there is one.

      --repair mends what follows from the rows: indexes, counts, AUTO_INCREMENT. Rows that cannot be read are moved to \
      STORE.aside.jsonl, byte for byte in hexadecimal. What only a person can decide, such as a reference to a row that is \
      gone, is left and named. Nobody may write to the store meanwhile.

      As JSON, an object: "sound", "rows", "tables", "indexEntries", "faultCount", "faults": [{"kind", "table", "index", \
      "key", "message"}], "notes": [text]; after a repair what is left, with "repaired": {"faults", "entries", "aside", \
      "records", "searches", "asideFile"} beside it.
      """)

  @OptionGroup var store: StoreArgument
  @Flag(help: "Mends what can be mended.") var repair = false
  @OptionGroup var format: FormatOption

  func validate() throws { try format.validate(among: [.table, .json, .jsonl]) }

  func run() throws {
    let bar = ProgressBar()
    defer { bar.end() }
    let report: VerifyReport
    var repaired: RepairReport?
    if repair {
      var options = StoreOptions()
      options.createIfMissing = false
      options.slowQueryThreshold = nil
      let blazz = try Blazz(path: store.store, checking: .tool, options: options)
      let done = try blazz.repair { bar.show($0) }
      (report, repaired) = (done.after, done)
      try blazz.close()
    } else {
      report = try store.open().verify { bar.show($0) }
    }
    bar.end()
    var output = Output()
    if format.format == .json || format.format == .jsonl {
      try output.write(Self.json(report, repaired) + "\n")
    } else {
      if let repaired { try output.write(Self.text(repaired)) }
      try output.write(Self.text(report))
    }
    try output.flush()
    if !report.isSound { throw ExitCode(1) }
  }

  private static func text(_ report: VerifyReport) -> String {
    var lines = report.faults.map(\.description) + report.notes.map { "note: \($0)" }
    let unlisted = report.faultCount - report.faults.count
    if unlisted > 0 { lines.append("… and \(unlisted) more faults of these kinds") }
    let found = report.isSound ? "no fault" : report.faultCount == 1 ? "1 fault" : "\(report.faultCount) faults"
    lines.append("\(report.rows) rows in \(report.tables) tables, \(report.indexEntries) index entries: \(found)")
    return lines.map { $0 + "\n" }.joined()
  }

  private static func text(_ repair: RepairReport) -> String {
    guard !repair.before.isSound else { return "" }
    var text =
      "repaired: \(repair.before.faultCount) faults found, \(repair.entriesMended) index entries, "
      + "\(repair.recordsMended) records and \(repair.searchesBuilt) full-text indexes mended, "
      + "\(repair.entriesSetAside) rows or chunks set aside"
    if let file = repair.asideFile { text += " in \(file)" }
    return text + "\n"
  }

  private static func json(_ report: VerifyReport, _ repair: RepairReport?) -> String {
    let faults = report.faults.map { fault in
      JSONText.object([
        ("kind", JSONText.string(fault.kind.rawValue)), ("table", text(fault.table)), ("index", text(fault.index)),
        ("key", text(fault.key)), ("message", JSONText.string(fault.message)),
      ])
    }
    var members = [
      ("sound", "\(report.isSound)"), ("rows", "\(report.rows)"), ("tables", "\(report.tables)"),
      ("indexEntries", "\(report.indexEntries)"), ("faultCount", "\(report.faultCount)"),
      ("faults", JSONText.array(faults)), ("notes", JSONText.array(report.notes.map { JSONText.string($0) })),
    ]
    if let repair {
      members.append(
        (
          "repaired",
          JSONText.object([
            ("faults", "\(repair.before.faultCount)"), ("entries", "\(repair.entriesMended)"),
            ("aside", "\(repair.entriesSetAside)"), ("records", "\(repair.recordsMended)"),
            ("searches", "\(repair.searchesBuilt)"), ("asideFile", text(repair.asideFile)),
          ])
        ))
    }
    return JSONText.object(members)
  }

  private static func text(_ value: String?) -> String { value.map { JSONText.string($0) } ?? "null" }
}
