import BlazzDB
import Foundation
import TableStore

/// At large sizes peers come one after the other, and the files of each are gone before the next.
extension Comparison {
  mutating func runOneByOne() async throws {
    let blazz = try makeBlazz()
    let subjects = try Subjects(blazz.blazz)
    try makeSQLite(of: blazz.blazz)
    var questioning = Questioning(subjects: subjects, rounds: options.rounds, rows: results.rows)
    try questioning.ask(questions, [blazz], Self.report)
    try noteSizes([blazz])
    try blazz.close()
    try start(["LMDB", "Blazz"], subjects)
    let floor = try FloorPeer(path("crm.blazz"))
    note([floor])
    try questioning.ask(questions, [floor], Self.report)
    try noteSizes([floor])
    try loads(nil, floor, nil, nil)
    floor.close()
    try await runSQLite(&questioning, subjects)
    if options.isWithMaria && MariaServer.isInstalled && !options.isProduction {
      try await runMaria(&questioning, subjects)
    } else {
      results.notes.append(
        options.isProduction
          ? "MariaDB took no part: it is left out at this size." : "MariaDB took no part.")
    }
    results.merge(questioning.lines(questions))
    // Last, for they change the rows: the store is the floor's file too.
    try readThrough("crm.blazz")
    let changed = try makeBlazz()
    var trial = ChangeTrial(subjects, rounds: options.rounds)
    try await change([changed], subjects, &trial)
    try loads(changed, nil, nil, nil)
    try changed.close()
    try readThrough("crm.blazz")
    try await change([floor], subjects, &trial)
    floor.close()
  }

  /// Has a file in memory before it is changed, or as much of it as memory holds: in single pages, whatever it lay in before.
  /// Where Linux holds a file in pieces of up to 2 MiB, as it reads it, it looks through a piece for each page that is written.
  func readThrough(_ name: String) throws {
    guard options.isWithTrials else { return }
    Self.report("reading \(name) once")
    try StartTrial.dropFromCache(path(name))
    let file = try FileHandle(forReadingFrom: folder.appending(path: name))
    defer { try? file.close() }
    posix_fadvise(file.fileDescriptor, 0, 0, POSIX_FADV_RANDOM)
    while let bytes = try file.read(upToCount: 1 << 20), !bytes.isEmpty {}
  }

  private mutating func runSQLite(_ questioning: inout Questioning, _ subjects: Subjects) async throws {
    var sqlite = try SQLitePeer(path("crm.sqlite"))
    let grdb = try GRDBPeer(path("crm.sqlite"))
    note([sqlite, grdb])
    // Each alone, as Blazz and LMDB are: nobody else's answers fill the caches.
    try questioning.ask(questions, [sqlite], Self.report)
    try questioning.ask(questions, [grdb], Self.report)
    for question in questions { results.plans[question.key] = try sqlite.plan(question) }
    try noteSizes([sqlite])
    try grdb.close()
    try loads(nil, nil, sqlite, nil)
    // Of a file that is open what is mapped stays where it is.
    sqlite.close()
    try readThrough("crm.sqlite")
    sqlite = try SQLitePeer(path("crm.sqlite"))
    try await change([sqlite], subjects)
    results.notes.append("GRDB made no changes: there is no room for a second database.")
    sqlite.close()
    try start(["SQLite", "GRDB"], subjects)
    remove("crm.sqlite")
  }

  private mutating func runMaria(_ questioning: inout Questioning, _ subjects: Subjects) async throws {
    let blazz = try makeBlazz()
    let maria = try makeMaria(of: blazz.blazz)
    defer { maria.close() }
    try blazz.close()
    note([maria])
    try questioning.ask(questions, [maria], Self.report)
    try noteSizes([maria])
    try loads(nil, nil, nil, maria)
    try await change([maria], subjects)
    if options.isWithTrials {
      results.merge(StartTrial.lines([maria.name: try StartTrial.measure(maria, subjects)]))
    }
    maria.close()
    try? FileManager.default.removeItem(at: folder.appending(path: "mariadb"))
  }
}
