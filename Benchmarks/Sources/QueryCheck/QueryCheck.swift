import BenchmarkSupport
import BlazzDB
import CQueryPeers
import Foundation
import TableStore

/// Questions of an application to Blazz, to bare LMDB in C and to SQLite in C, on the same rows in one run. Prints a
/// table; asserts nothing, but says VOID where answers differ.
///
/// usage: QueryCheck [CHATS [FOLDER [QUESTION]]]
///
/// FOLDER keeps the files and is used again when it has them. With QUESTION, 1 to 7, Blazz alone is asked that question
/// for ten seconds, for a profiler.
@main
struct QueryCheck {
  let folder: URL
  var maker: CRMMaker
  /// How many rounds count.
  private let rounds = 8

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let chats = arguments.first.flatMap { Int($0) } ?? 1_000_000
    let kept = arguments.count > 1 ? URL(filePath: arguments[1]) : nil
    let folder = kept ?? FileManager.default.temporaryDirectory.appending(path: "blazz-queries-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { if kept == nil { try? FileManager.default.removeItem(at: folder) } }
    var check = QueryCheck(folder: folder, maker: CRMMaker(chats: chats))
    let dataHash = try check.makeFiles()
    if arguments.count > 2 { return try check.repeatAlone(Int(arguments[2]) ?? 1) }
    try check.run(dataHash)
  }

  // MARK: Files

  /// The store, its copy for reading without checksums, its copy for bare LMDB, the SQLite database, and what is known
  /// of the rows.
  private var files: (store: String, unchecked: String, floor: String, sqlite: String, tally: URL) {
    func path(_ name: String) -> String { folder.appending(path: name).path }
    return (
      path("crm.blazz"), path("unchecked.blazz"), path("floor.blazz"), path("crm.sqlite"),
      folder.appending(path: "tally.json")
    )
  }

  private struct Made: Codable {
    var chats: Int
    var tally: Tally
    var dataHash: UInt64
  }

  private mutating func makeFiles() throws -> UInt64 {
    if let made = try? JSONDecoder().decode(Made.self, from: Data(contentsOf: files.tally)), made.chats == maker.chats {
      maker = CRMMaker(chats: made.chats, tally: made.tally)
      return made.dataHash
    }
    let spent = try nanoseconds { try fillStore() }
    let rows = maker.chats + maker.contacts + maker.logs
    print("Blazz filled: \(Int(Double(rows) / spent * 1e9)) rows/s, 10,000 a transaction, not waiting for the disk")
    let blazz = try Blazz(path: files.store, options: .readOnly)
    let dataHash = try SQLiteLoader.load(blazz, into: files.sqlite)
    try blazz.close()
    let made = Made(chats: maker.chats, tally: maker.tally, dataHash: dataHash)
    try JSONEncoder().encode(made).write(to: files.tally)
    return dataHash
  }

  private mutating func fillStore() throws {
    var options = StoreOptions()
    options.durability = .none
    // The document's indexes and no others, as in SQLite. A map that a profiler such as valgrind has room for.
    options.ownIndexes = .none
    options.mapSizeBytes = 16 << 30
    let blazz = try Blazz(path: files.store, options: options)
    try maker.fill(blazz)
    try blazz.sync()
    try blazz.close()
    for copy in [files.unchecked, files.floor] { try FileManager.default.copyItem(atPath: files.store, toPath: copy) }
  }

  private func open(_ path: String, verifiesChecksums: Bool) throws -> BlazzPeer {
    var options = StoreOptions.readOnly
    options.verifiesChecksums = verifiesChecksums
    options.mapSizeBytes = 16 << 30
    return try BlazzPeer(try Blazz(path: path, options: options), workspaces: maker.workspaces)
  }

  // MARK: Rounds

  private func run(_ dataHash: UInt64) throws {
    let questions = Question.all(Asked(maker.tally), chats: maker.chats)
    let peers = try Peers(
      blazz: open(files.store, verifiesChecksums: true), unchecked: open(files.unchecked, verifiesChecksums: false),
      floor: files.floor, sqlite: files.sqlite, questions)
    defer { peers.close() }
    Report.printHead(maker, dataHash: dataHash, rounds: rounds)
    var results = Array(repeating: Results(), count: questions.count)
    for round in 0...rounds {
      for (place, question) in questions.enumerated() {
        try peers.ask(question, round, &results[place])
      }
    }
    for (place, question) in questions.enumerated() {
      results[place].explained = try question.explained(peers.blazz)
    }
    Report.printTable(questions, results)
    for question in questions { print("SQLite \(question.name.prefix(2)): \(peers.plan(question))") }
  }

  private func repeatAlone(_ number: Int) throws {
    let question = Question.all(Asked(maker.tally), chats: maker.chats)[number - 1]
    let peer = try open(files.store, verifiesChecksums: true)
    let clock = ContinuousClock()
    let start = clock.now
    var times: [Double] = []
    while clock.now - start < .seconds(10) {
      times.append(try nanoseconds { _ = try question.blazz(peer) })
    }
    let each = median(times) / Double(question.count)
    print("\(question.name): \(Int(each)) ns, \(times.count) rounds")
  }
}
