import BlazzDB
import Foundation
import TableStore

/// Holds reads of a small store against bare LMDB on the same bytes in the same run: ratios, never times, which differ
/// from machine to machine and from minute to minute. Every question must have the answer that SQLite gives, too: nothing
/// else asks the library as it is compiled for release.
struct Regression {
  /// What a ratio may be more than what is stored, so that a busy machine is no regression.
  private static let slack = 1.6
  /// As many chats as are made and asked about in some ten seconds.
  static let chats = 50_000.0
  /// How often a question may be asked again that was late.
  private static let patience = 2
  private let options: Options
  private let folder: URL
  private let questions = Question.all.filter { $0.floor != nil }

  init(_ options: Options) {
    self.options = options
    folder = options.folder.appending(path: "blazz-regression-\(ProcessInfo.processInfo.processIdentifier)")
  }

  func run() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "crm.blazz").path
    let copy = folder.appending(path: "floor.blazz").path
    try Comparison.makeStore(path, scale: Self.chats / 10_500_000)
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let blazz = try BlazzPeer(path, version: "")
    defer { try? blazz.close() }
    let floor = try FloorPeer(copy)
    defer { floor.close() }
    let subjects = try Subjects(blazz.blazz)
    if !options.isRecording { try requireAnswers(of: blazz, subjects) }
    let lines = try ask(questions, subjects, [floor, blazz])
    if options.isRecording { return try record(lines) }
    let bounds = try storedBounds()
    var late = exceeding(lines, bounds)
    for _ in 0..<Self.patience where !late.isEmpty {
      Comparison.report("asked once more: \(late.map(\.name).joined(separator: "; "))")
      let keys = Set(late.map(\.key))
      late = exceeding(try ask(questions.filter { keys.contains($0.key) }, subjects, [floor, blazz]), bounds)
    }
    guard late.isEmpty else {
      throw StoreError(.system, "slower beside bare LMDB than stored: \(late.map(\.name).joined(separator: "; "))")
    }
    print("\(lines.count) questions are within \(Self.slack) times their stored ratios to bare LMDB")
  }

  /// One bound for each question: one that was renamed or added is held to something, or the check fails.
  private func storedBounds() throws -> [String: Double] {
    let bounds = try JSONDecoder().decode([String: Double].self, from: Data(contentsOf: options.bounds))
    let odd = Set(bounds.keys).symmetricDifference(questions.map(\.key)).sorted()
    guard odd.isEmpty else {
      throw StoreError(
        .invalidValue, "bounds and questions are not the same, record them anew: \(odd.joined(separator: "; "))")
    }
    return bounds
  }

  private func ask(_ questions: [Question], _ subjects: Subjects, _ peers: [any Peer]) throws -> [Results.Line] {
    // Rates come of rows, ratios do not depend on how many.
    var questioning = Questioning(
      subjects: subjects, rounds: 8, rows: ["chats": 1, "campaign_logs": 1], limitNanoseconds: 0.1e9)
    try questioning.ask(questions, peers) { _ in }
    let lines = questioning.lines(questions)
    for line in lines where line.hash == "VOID" { throw StoreError(.damaged, "“\(line.name)” has two answers") }
    return lines
  }

  private func requireAnswers(of blazz: BlazzPeer, _ subjects: Subjects) throws {
    let path = folder.appending(path: "crm.sqlite").path
    _ = try SQLiteFill.make(path, of: blazz.blazz) { _ in }
    let sqlite = try SQLitePeer(path)
    defer { sqlite.close() }
    var questioning = Questioning(subjects: subjects, rounds: 0, rows: [:], limitNanoseconds: 0.1e9)
    try questioning.ask(Question.all, [blazz, sqlite]) { _ in }
    let lines = questioning.lines(Question.all)
    let differing = lines.filter { $0.hash == "VOID" }.map(\.name)
    guard lines.count == Question.all.count else {
      throw StoreError(.system, "\(Question.all.count - lines.count) questions were asked of nobody")
    }
    guard differing.isEmpty else {
      throw StoreError(.damaged, "SQLite answers otherwise: \(differing.joined(separator: "; "))")
    }
    print("\(lines.count) questions have the answers that SQLite gives")
  }

  private func exceeding(_ lines: [Results.Line], _ bounds: [String: Double]) -> [Results.Line] {
    lines.filter { line in
      guard let ratio = line.ratio(to: "LMDB") else { return false }
      let bound = bounds[line.key]! * Self.slack
      print("\(line.key): \(Amount.ratio(ratio)), at most \(Amount.ratio(bound))")
      return ratio > bound
    }
  }

  private func record(_ lines: [Results.Line]) throws {
    let ratios = Dictionary(
      uniqueKeysWithValues: lines.compactMap { line in
        line.ratio(to: "LMDB").map { (line.key, ($0 * 100).rounded() / 100) }
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(ratios).write(to: options.bounds)
    print("\(ratios.count) ratios are in \(options.bounds.path)")
  }
}
