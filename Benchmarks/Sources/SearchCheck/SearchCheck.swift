import BenchmarkSupport
import Foundation
import TableStore

/// Searches of contacts by Blazz, SQLite's FTS5 and MariaDB, on the same contacts in one run. Prints tables; asserts
/// nothing, but says VOID where answers differ that mean the same.
///
/// usage: SearchCheck [CONTACTS] [--alone WHAT FOLDER [WAITING]] [--mariadb | --no-mariadb]
///
/// MariaDB takes part where it is installed; with `--mariadb` it is an error when it is not. With `--alone`, Blazz alone
/// does one thing again and again, for a profiler: a question (1…4), `insert`, `insert1000` or `build`. FOLDER keeps the
/// contacts. WAITING contacts come before a question is asked, and fewer than 64 wait to be folded in.
@main
struct SearchCheck {
  private let rounds = 8
  private var maker: ContactMaker
  private let folder: URL

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let contacts = arguments.first.flatMap { Int($0) } ?? 1_600_000
    let alone = arguments.firstIndex(of: "--alone").flatMap { $0 + 2 < arguments.count ? $0 : nil }
    let temporary = FileManager.default.temporaryDirectory.appending(path: "blazz-search-\(UUID().uuidString)")
    let folder = alone.map { URL(filePath: arguments[$0 + 2]) } ?? temporary
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { if alone == nil { try? FileManager.default.removeItem(at: folder) } }
    var check = SearchCheck(maker: ContactMaker(contacts: contacts), folder: folder)
    if let alone { return try check.runAlone(arguments[alone + 1], waiting: arguments.last.flatMap { Int($0) }) }
    let isWithMaria = MariaSearcher.isInstalled && !arguments.contains("--no-mariadb")
    try check.run(isWithMaria: isWithMaria || arguments.contains("--mariadb"))
  }

  private init(maker: ContactMaker, folder: URL) { (self.maker, self.folder) = (maker, folder) }

  private mutating func run(isWithMaria: Bool) throws {
    let contacts = maker
    let blazz = try BlazzSearcher(folder, &maker)
    var peers: [any SearchPeer] = [blazz]
    defer { for peer in peers { try? peer.close() } }
    peers.append(try SQLiteSearcher(folder, prefixes: "", contacts: contacts))
    peers.append(try SQLiteSearcher(folder, prefixes: "2 3 4 5", contacts: contacts))
    var versions = ["SQLite \(SQLiteSearcher.version)"]
    if isWithMaria {
      let maria = try MariaSearcher(folder, contacts: contacts)
      versions.append("MariaDB \(maria.version)")
      peers.append(maria)
    }
    SearchReport.printHead(maker, versions, rounds: rounds)
    var results = SearchQuestion.allCases.map { _ in peers.map { _ in SearchTimes() } }
    for round in 0...rounds {
      for (place, question) in SearchQuestion.allCases.enumerated() {
        for turn in peers.indices {
          let peer = (turn + round) % peers.count
          try results[place][peer].ask(question, peers[peer], isCounted: round > 0)
        }
      }
    }
    let counts = try SearchQuestion.allCases.map(blazz.count)
    SearchReport.printQuestions(peers.map(\.name), results, counts: counts)
    let inserts = try measureInserts(peers)
    SearchReport.printIndexes(peers, inserts, contacts: maker.contacts)
  }

  // MARK: Inserts

  /// Into the largest workspace, with an index and without, by turns: transactions of one contact, 320 times a peer and
  /// round; then eight of a thousand.
  private mutating func measureInserts(_ peers: [any SearchPeer]) throws -> [InsertTimes] {
    var times = peers.map { _ in InsertTimes() }
    for _ in 0..<rounds {
      let contacts = (0..<320).map { _ in maker.nextInLargest() }
      for (place, peer) in peers.enumerated() {
        for contact in contacts { try times[place].insert([contact], peer) }
      }
    }
    for _ in 0..<8 {
      let contacts = (0..<1_000).map { _ in maker.nextInLargest() }
      for (place, peer) in peers.enumerated() { try times[place].insertMany(contacts, peer) }
    }
    return times
  }

  // MARK: For a profiler

  private mutating func runAlone(_ what: String, waiting: Int?) throws {
    let blazz = try BlazzSearcher(folder, &maker)
    defer { try? blazz.close() }
    print("built in \(blazz.built.seconds) s, \(Double(blazz.built.bytes) / Double(maker.contacts)) bytes a contact")
    if let number = Int(what), SearchQuestion.allCases.indices.contains(number - 1) {
      let question = SearchQuestion.allCases[number - 1]
      for _ in 0..<(waiting ?? 0) { try blazz.insert([maker.nextInLargest()], isSearched: true) }
      var times = SearchTimes()
      let clock = ContinuousClock()
      let start = clock.now
      while clock.now - start < .seconds(5) { try times.ask(question, blazz, isCounted: true) }
      print(
        "\(question.name): \(times.median) µs, p99 \(times.percentile99) µs, \(times.answers.first?.count ?? 0) ids")
    } else if what.hasPrefix("insert") {
      var times = InsertTimes()
      for _ in 0..<(what == "insert" ? 64 * 80 : 0) { try times.insert([maker.nextInLargest()], blazz) }
      for _ in 0..<(what == "insert" ? 0 : 40) {
        let contacts = (0..<1_000).map { _ in maker.nextInLargest() }
        try times.insertMany(contacts, blazz)
      }
      print("foreground \(times.foreground) µs, folded \(times.folded) µs, by thousands \(times.byThousands) µs")
    }
  }
}
