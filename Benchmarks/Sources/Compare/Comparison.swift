import BenchmarkSupport
import BlazzDB
import Foundation
import SampleData
import TableStore

/// A run: makes the data, lets all peers answer, and gathers what they needed.
///
/// At small sizes all peers are there at once and take turns. At the full size they come one after the other, and the
/// files of each are gone before the next.
struct Comparison {
  private let options: Options
  private let folder: URL
  private let questions: [Question]
  private(set) var results: Results

  init(_ options: Options, questions: [Question] = Question.all) throws {
    self.options = options
    folder = options.folder.appending(path: "blazz-compare-\(ProcessInfo.processInfo.processIdentifier)")
    self.questions = questions.filter { question in options.only.map { question.key.contains($0) } ?? true }
    results = Results(
      size: options.size, date: Machine.date, machine: Machine.description, versions: [:], rows: [:], dataHash: "",
      rounds: options.rounds)
    results.notes = options.notes
  }

  mutating func run() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try makeStore()
    if options.isProduction { try runOneByOne() } else { try runByTurns() }
  }

  static func report(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }

  // MARK: Files

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private mutating func makeStore() throws {
    Self.report("making the rows of size \(options.size)")
    var storeOptions = StoreOptions()
    storeOptions.durability = .none
    storeOptions.slowQueryThreshold = nil
    let blazz = try Blazz(path: path("crm.blazz"), options: storeOptions)
    try Sample(scale: options.scale).fill(blazz)
    try blazz.sync()
    try blazz.close()
  }

  private mutating func makeSQLite(of blazz: Blazz) throws {
    Self.report("filling SQLite")
    let (rows, hash) = try SQLiteFill.make(path("crm.sqlite"), of: blazz, Self.report)
    results.rows = rows
    results.dataHash = String(hash, radix: 16)
  }

  private func makeMaria(of blazz: Blazz) throws -> MariaPeer {
    Self.report("filling MariaDB")
    return try MariaPeer(
      folder.appending(path: "mariadb"), of: blazz, poolBytes: min(12 << 30, Machine.memoryBytes / 2), Self.report)
  }

  private func makeBlazz() throws -> BlazzPeer { try BlazzPeer(path("crm.blazz"), version: "this package") }

  private mutating func note(_ peers: [any Peer]) {
    for peer in peers { results.versions[peer.name] = peer.version }
  }

  // MARK: Small sizes

  private mutating func runByTurns() throws {
    try FileManager.default.copyItem(atPath: path("crm.blazz"), toPath: path("floor.blazz"))
    let blazz = try makeBlazz()
    try makeSQLite(of: blazz.blazz)
    let sqlite = try SQLitePeer(path("crm.sqlite"))
    var peers: [any Peer] = [
      try FloorPeer(path("floor.blazz")), blazz, sqlite, try GRDBPeer(path("crm.sqlite")),
    ]
    defer { for peer in peers { try? peer.close() } }
    if options.isWithMaria && MariaServer.isInstalled {
      peers.append(try makeMaria(of: blazz.blazz))
    } else {
      results.notes.append("MariaDB took no part.")
    }
    note(peers)
    var questioning = Questioning(
      subjects: try Subjects(blazz.blazz), rounds: options.rounds, rows: results.rows, limitNanoseconds: 0.4e9)
    try questioning.ask(questions, peers, Self.report)
    results.lines = questioning.lines(questions)
    for question in questions { results.plans[question.key] = try sqlite.plan(question) }
  }

  // MARK: The full size

  private mutating func runOneByOne() throws {
    let blazz = try makeBlazz()
    let subjects = try Subjects(blazz.blazz)
    try makeSQLite(of: blazz.blazz)
    var questioning = Questioning(
      subjects: subjects, rounds: options.rounds, rows: results.rows, limitNanoseconds: 1e9)
    note([blazz])
    try questioning.ask(questions, [blazz], Self.report)
    try blazz.close()
    let floor = try FloorPeer(path("crm.blazz"))
    note([floor])
    try questioning.ask(questions, [floor], Self.report)
    floor.close()
    let sqlite = try SQLitePeer(path("crm.sqlite"))
    let grdb = try GRDBPeer(path("crm.sqlite"))
    note([sqlite, grdb])
    try questioning.ask(questions, [sqlite, grdb], Self.report)
    for question in questions { results.plans[question.key] = try sqlite.plan(question) }
    try grdb.close()
    sqlite.close()
    results.lines = questioning.lines(questions)
    results.notes.append("MariaDB stops at 10M chats: filling it alone would take longer than the whole run may.")
  }
}
