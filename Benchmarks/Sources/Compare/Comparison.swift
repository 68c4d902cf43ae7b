import BenchmarkSupport
import BlazzDB
import Foundation
import SampleData
import Synchronization
import TableStore

/// A run: makes the data, lets all peers answer, and gathers what they needed.
///
/// At small sizes all peers are there at once and take turns. At the full size they come one after the other, and the
/// files of each are gone before the next.
struct Comparison {
  let options: Options
  let folder: URL
  let questions: [Question]
  var results: Results

  init(_ options: Options, questions: [Question] = Question.all) throws {
    self.options = options
    folder = options.folder.appending(path: "blazz-compare-\(ProcessInfo.processInfo.processIdentifier)")
    self.questions = questions.filter { question in options.only.map { question.key.contains($0) } ?? true }
    results = Results(
      size: options.size, date: Machine.date, machine: Machine.description, versions: [:], rows: [:], dataHash: "",
      rounds: options.rounds)
    results.notes = options.notes
  }

  mutating func run() async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let signals = Self.cleanWhenInterrupted(folder)
    defer { withExtendedLifetime(signals) {} }
    do {
      try makeStore()
      if try options.isLarge { try await runOneByOne() } else { try await runByTurns() }
    } catch {
      // A server that was stopped is no failure: whoever stopped it ends this process.
      while Self.isInterrupted.withLock({ $0 }) { try await Task.sleep(for: .seconds(1)) }
      throw error
    }
  }

  private static let isInterrupted = Mutex(false)

  /// Leaves neither a server nor files behind when the run is ended early.
  private static func cleanWhenInterrupted(_ folder: URL) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        isInterrupted.withLock { $0 = true }
        MariaServer.stopRunning()
        try? FileManager.default.removeItem(at: folder)
        exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  private static let begin = Date()

  /// Says on standard error how far it is.
  static func report(_ text: String) {
    let seconds = String(Int(-begin.timeIntervalSinceNow))
    let padding = String(repeating: " ", count: max(0, 5 - seconds.count))
    FileHandle.standardError.write(Data("\(padding)\(seconds) s  \(text)\n".utf8))
  }

  // MARK: Files

  func path(_ name: String) -> String { folder.appending(path: name).path }

  private mutating func makeStore() throws {
    Self.report("making the rows of size \(options.size)")
    try Self.makeStore(path("crm.blazz"), scale: options.scale)
  }

  /// Makes a store of made-up rows, which is on the disk in the end.
  static func makeStore(_ path: String, scale: Double) throws {
    var options = StoreOptions()
    options.durability = .none
    options.slowQueryThreshold = nil
    let blazz = try Blazz(path: path, options: options)
    try Sample(scale: scale).fill(blazz)
    try blazz.sync()
    try blazz.close()
  }

  mutating func makeSQLite(of blazz: Blazz) throws {
    Self.report("filling SQLite")
    let (rows, hash) = try SQLiteFill.make(path("crm.sqlite"), of: blazz, Self.report)
    results.rows = rows
    results.dataHash = String(hash, radix: 16)
  }

  func makeMaria(of blazz: Blazz) throws -> MariaPeer {
    Self.report("filling MariaDB")
    return try MariaPeer(
      folder.appending(path: "mariadb"), of: blazz, poolBytes: min(12 << 30, Machine.memoryBytes / 2), Self.report)
  }

  mutating func makeBlazz() throws -> BlazzPeer {
    let peer = try BlazzPeer(path("crm.blazz"), version: Machine.revision)
    note([peer])
    return peer
  }

  mutating func note(_ peers: [any Peer]) {
    for peer in peers { results.versions[peer.name] = peer.version }
  }

  func remove(_ name: String) {
    for suffix in ["", "-lock", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path(name) + suffix) }
  }

  // MARK: Parts of a run

  /// Changes and a mixed day, after which the peers' rows are not what they were.
  ///
  /// - Parameter trial: what it has changed before, it leaves alone.
  mutating func change(_ peers: [any ChangingPeer], _ subjects: Subjects, _ trial: inout ChangeTrial) async throws {
    guard options.isWithTrials else { return }
    try await trial.run(peers, Self.report)
    let mixed = try MixedDay(subjects, &trial).run(peers, Self.report)
    try trial.cascade(peers, workspaces: options.isLarge ? 1 : 3, Self.report)
    let busy = try BusyReads(subjects, trial).run(peers, Self.report)
    results.merge(trial.lines + (mixed + busy).filter { !$0.figures.isEmpty })
  }

  mutating func change(_ peers: [any ChangingPeer], _ subjects: Subjects) async throws {
    var trial = ChangeTrial(subjects, rounds: options.rounds)
    try await change(peers, subjects, &trial)
  }

  mutating func noteSizes(_ peers: [any Peer]) throws {
    let chats = max(1, Double(results.rows["chats"] ?? 1))
    for peer in peers where peer.name != "GRDB" {
      let bytes = try peer.bytes()
      func merge(_ name: String, _ unit: Results.Line.Unit, _ names: [String], _ value: Double) {
        let figure = Results.Figure(once: value)
        results.merge([
          Results.Line(
            suite: StartTrial.suite, name: name, unit: unit,
            figures: Dictionary(uniqueKeysWithValues: names.map { ($0, figure) }))
        ])
      }
      // The floor reads a store's file.
      let names = peer.name == "LMDB" ? ["LMDB", "Blazz"] : [peer.name]
      merge("all tables on disk", .mebibytes, [peer.name], Double(bytes.all) / 1_048_576)
      if let own = bytes.chats { merge("a chat with its indexes", .bytes, names, Double(own) / chats) }
    }
  }

  mutating func start(_ names: [String], _ subjects: Subjects) throws {
    guard options.isWithTrials else { return }
    Self.report("cold starts: \(names.joined(separator: ", "))")
    let file = folder.appending(path: "subjects.json")
    try JSONEncoder().encode(subjects).write(to: file)
    for name in names {
      let path = path(name == "SQLite" || name == "GRDB" ? "crm.sqlite" : "crm.blazz")
      results.merge(StartTrial.lines([name: try StartTrial.measure(name, path, subjects: file)]))
    }
  }

  // MARK: Small sizes

  private mutating func runByTurns() async throws {
    try FileManager.default.copyItem(atPath: path("crm.blazz"), toPath: path("floor.blazz"))
    let blazz = try makeBlazz()
    try makeSQLite(of: blazz.blazz)
    let (floor, sqlite) = (try FloorPeer(path("floor.blazz")), try SQLitePeer(path("crm.sqlite")))
    let grdb = try GRDBPeer(path("crm.sqlite"))
    var others: [any ChangingPeer] = []
    let maria = options.isWithMaria && MariaServer.isInstalled ? try makeMaria(of: blazz.blazz) : nil
    if let maria { others = [maria] } else { results.notes.append("MariaDB took no part.") }
    defer { maria?.close() }
    let subjects = try Subjects(blazz.blazz)
    note([floor, blazz, sqlite, grdb] + others)
    var questioning = Questioning(subjects: subjects, rounds: options.rounds, rows: results.rows)
    try questioning.ask(questions, [floor, blazz, sqlite, grdb] + others, Self.report)
    results.merge(questioning.lines(questions))
    for question in questions { results.plans[question.key] = try sqlite.plan(question) }
    try noteSizes([floor, blazz, sqlite] + others)
    try loads(blazz, floor, sqlite, maria)
    floor.close()
    try blazz.close()
    sqlite.close()
    try grdb.close()
    try start(["LMDB", "Blazz", "SQLite", "GRDB"], subjects)
    try await changeByTurns(maria, subjects)
    if let maria, options.isWithTrials {
      results.merge(StartTrial.lines([maria.name: try StartTrial.measure(maria, subjects)]))
    }
  }

  private mutating func changeByTurns(_ maria: MariaPeer?, _ subjects: Subjects) async throws {
    guard options.isWithTrials else { return }
    // From here on SQLite and GRDB go their own ways.
    try FileManager.default.copyItem(atPath: path("crm.sqlite"), toPath: path("grdb.sqlite"))
    // The cold starts dropped two of them.
    for name in ["crm.blazz", "crm.sqlite", "floor.blazz", "grdb.sqlite"] { try readThrough(name) }
    let peers: [any ChangingPeer] = [
      try FloorPeer(path("floor.blazz")), try makeBlazz(), try SQLitePeer(path("crm.sqlite")),
      try GRDBPeer(path("grdb.sqlite")),
    ]
    defer { for peer in peers { try? peer.close() } }
    try await change(peers + (maria.map { [$0] } ?? []), subjects)
  }

  mutating func loads(_ blazz: BlazzPeer?, _ floor: FloorPeer?, _ sqlite: SQLitePeer?, _ maria: MariaPeer?)
    throws
  {
    guard options.isWithTrials else { return }
    Self.report("loads")
    let (chats, contacts) = (results.rows["chats"] ?? 0, results.rows["contacts"] ?? 0)
    var trial = LoadTrial(folder)
    if let floor { try trial.run(floor, chats: chats) }
    if let blazz { try trial.run(blazz, contacts: contacts) }
    if let sqlite { try trial.run(sqlite, contacts: contacts) }
    if let maria { try trial.run(maria, contacts: contacts) }
    results.merge(trial.lines)
  }
}
