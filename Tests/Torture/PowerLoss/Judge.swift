import Foundation
import TableStore

/// What became of a store after a power failure.
enum Verdict: String, CaseIterable {
  /// Everything acknowledged is there, and every commit whole.
  case kept
  /// Every commit that is there is whole; acknowledged ones are missing.
  case lost
  /// It cannot be opened.
  case refused
  /// What is in it is not what any commit left.
  case damaged
  /// The process that looked at it died.
  case killed
}

/// A process that looks at crash images: a damaged one may kill it.
final class Judge {
  private let writers: Int
  private var child: Child?
  private var questions: FileHandle?
  private var bytes: [UInt8] = []

  init(writers: Int) { self.writers = writers }

  deinit {
    try? questions?.close()
    child?.wait()
  }

  /// Asks for the verdict on the store at `path`, which knows of these acknowledged commits.
  func verdict(_ path: String, acknowledged: [Int]) throws -> (Verdict, String) {
    try start()
    let question = ([path] + acknowledged.map { "\($0)" }).joined(separator: " ") + "\n"
    try questions!.write(contentsOf: Data(question.utf8))
    while !bytes.contains(UInt8(ascii: "\n")) {
      guard let read = child!.read(timeout: .seconds(120)), !read.isEmpty else { return (.killed, bury()) }
      bytes += read
    }
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    bytes.removeFirst(line.utf8.count + 1)
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    return (Verdict(rawValue: parts[0])!, parts.count > 1 ? parts[1] : "")
  }

  private func start() throws {
    guard child == nil else { return }
    let pipe = Pipe()
    _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    child = try Child(["judge", "\(writers)"], input: pipe.fileHandleForReading.fileDescriptor, quiet: true)
    questions = pipe.fileHandleForWriting
  }

  /// Ends with a judge that died, or gives no answer; says of what.
  private func bury() -> String {
    child?.kill()
    let end = child?.wait()
    child = nil
    bytes = []
    return "signal \(end?.signal ?? 0), code \(end?.code ?? 0)"
  }

  /// The child: answers until there are no more questions.
  static func answer(writers: Int) throws {
    while let line = readLine() {
      let parts = line.split(separator: " ").map(String.init)
      let (verdict, reason) = look(at: parts[0], writers: writers, acknowledged: parts.dropFirst().map { Int($0)! })
      say("\(verdict.rawValue) \(reason.replacing("\n", with: " "))")
    }
  }

  private static func look(at path: String, writers: Int, acknowledged: [Int]) -> (Verdict, String) {
    let ledger: Ledger
    do { ledger = try Ledger(path: path, writers: writers, durability: .none) } catch { return (.refused, "\(error)") }
    defer { try? ledger.store.close() }
    do {
      let found = try ledger.judge()
      try check(ledger.store)
      if zip(found, acknowledged).contains(where: { $0 < $1 }) { return (.lost, "\(found) of \(acknowledged)") }
      if let writer = zip(found, acknowledged).enumerated().first(where: { $0.element.0 > $0.element.1 + 1 }) {
        throw LedgerFault("writer \(writer.offset) has commits that it never made: \(found) of \(acknowledged)")
      }
      // It takes the next commits, which use the pages that it thinks free.
      try ledger.prepare()
      for writer in 0..<writers { try ledger.write(ledger.commit(writer, found[writer] + 1)) }
      try require(try ledger.judge(), found.map { $0 + 1 }, "commits after it was opened again")
      return (.kept, "")
    } catch { return (.damaged, "\(error)") }
  }
}
